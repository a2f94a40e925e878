/** English words of My work. */
export const myWorkWords = {
  myWork: {
    heading: 'My work',
    stateHeading: 'Your state',
    since: 'for {{time}}',
    remaining: '{{time}} left',
    cause: {
      offDuty: 'You are off duty. Switch on duty to be offered calls.',
      ready: 'You can be offered calls of {{services}}.',
      onBreak: 'You are on a break; no calls are offered until it ends.',
      notOffered: 'You are not offered calls: {{reason}}.',
      notOfferedAnywhere: 'You are not offered calls.',
      ringing: 'Your Teams client rings. Answer there.',
      inACall: 'You are talking, so no other call is offered to you.',
      afterCallWork: 'You finish the last call. At {{time}} you can be offered calls again.',
      missed: 'You did not answer a call, so you are left in peace until {{time}}.',
      declined: 'You declined a call, so you are left in peace until {{time}}.',
      unreachable:
        'None of your Teams clients could ring, so you are offered no call until {{time}}.',
      paused: 'You are offered no call until {{time}}.',
    },
    offer: {
      heading: '{{service}} rings',
      answer: 'Accept or decline in your Teams client.',
      secondsLeft_one: '{{count}} second left',
      secondsLeft_other: '{{count}} seconds left',
      announced: '{{service}} rings. Caller: {{caller}}. Answer in Teams.',
    },
    call: {
      heading: 'Call of {{service}}',
      inferred:
        'That the call goes on is inferred from your Teams status: this service hands calls ' +
        'over, and their end is not seen.',
    },
    afterCallWork: {
      heading: 'After-call work',
      text: 'Time to finish your notes. Then you can be offered calls again.',
      done: 'Done',
    },
    paused: {
      heading: 'Paused',
      backToReady: 'Back to ready',
    },
    servicesHeading: 'My services',
    servicesEmpty: 'You serve no service yet',
    servicesEmptyMend:
      'Ask your administrator to add you to a service. It will then appear here by itself.',
    able: 'You can be offered its calls',
    waiting_one: '{{count}} call waits',
    waiting_other: '{{count}} calls wait',
    waiting_zero: 'Nobody waits',
    longestWait: 'longest wait {{time}}',
    colleagues_one: '{{count}} colleague can take calls',
    colleagues_other: '{{count}} colleagues can take calls',
    colleagues_zero: 'no colleague can take calls',
    todayHeading: 'Today',
    open: 'ringing',
    todayEmpty: 'No call has been offered to you today',
    todayEmptyMend: 'Stay on duty: the next call that you can take shows here.',
    offeredAt: 'Offered at',
    service: 'Service',
    outcome: 'Outcome',
    explanation: 'Explanation',
    why: 'Why me?',
    whyOf: 'Why me? {{service}} at {{time}}',
    announcedState: 'Your state: {{state}}. {{cause}}',
  },
} as const;
