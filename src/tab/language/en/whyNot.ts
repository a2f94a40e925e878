/** English words of "why not me?"; the sentences of the answer come from the server. */
export const whyNotWords = {
  whyNot: {
    heading: 'Why do I get no call?',
    headingOf: 'Why no call?',
    moment: 'Moment (empty: now)',
    service: 'Service',
    allServices: 'All services',
    ask: 'Show why',
    asOf: 'As of {{time}}',
    noService: 'No service was served at that moment.',
    reasons: 'What speaks against a call',
    calls: 'Calls that wait:',
    call: '{{caller}}, priority {{priority}}: {{text}}',
    further_one: 'And {{count}} further call.',
    further_other: 'And {{count}} further calls.',
    further_zero: 'No further calls.',
    lastDecision: 'Last decision, {{time}}: {{text}}',
    open: 'Open the decision',
    openOf: 'Open the decision of {{time}}',
  },
} as const;
