/** English words of what lies outside of Rufwerk: readiness, and presence accounts. */
export const outsideWords = {
  readiness: {
    heading: 'Readiness',
    intro:
      'Everything outside of Rufwerk that must be right: what a fault costs, why it is there, ' +
      'and how to mend it.',
    open: 'Open Readiness',
    checkAgain: 'Check again',
    checking: 'Checking',
    checkedAt: 'Checked at {{time}}: {{faults}}, {{warnings}}.',
    faults_zero: 'no fault',
    faults_one: '{{count}} fault',
    faults_other: '{{count}} faults',
    warnings_zero: 'no warning',
    warnings_one: '{{count}} warning',
    warnings_other: '{{count}} warnings',
    atFault_one: 'Something outside of Rufwerk is at fault:',
    atFault_other: '{{count}} things outside of Rufwerk are at fault:',
    noFault: 'Nothing is at fault',
    noFaultMend: 'There is nothing that you have to do now.',
    group: { fault: 'Faults', warning: 'Warnings', advice: 'Advice' },
    meaning: {
      fault: 'calls or presence fail because of it',
      warning: 'something works less well, or will fail soon',
      advice: 'cannot be seen from here: worth a look',
    },
    effect: 'What it costs',
    cause: 'Why',
    mend: 'How to mend it',
    good_one: '{{count}} thing is right',
    good_other: '{{count}} things are right',
  },
} as const;
