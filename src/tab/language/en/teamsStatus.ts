/** English words of a person's own status in Teams, and who made it so. */
export const teamsStatusWords = {
  teamsStatus: {
    heading: 'Teams status',
    intro:
      'Your own status in Teams, as you would set it there. It is not duty: whether you serve ' +
      'is the switch above.',
    seen: 'Teams shows',
    shown: 'Rufwerk shows',
    shownNothing: 'Nothing. Rufwerk leaves the status alone.',
    shownUntil: '{{value}} because of {{because}}; until {{until}}, renewed as long as that lasts.',
    shownStill: '{{value}}; it ends now, at {{until}} at the latest.',
    shownSoon: '{{value}} in a moment, because of {{because}}.',
    own: 'Chosen by hand',
    ownNothing: 'Nothing in Rufwerk. Teams works the status out by itself.',
    ownUntil:
      '{{value}}, since {{since}} until {{until}} unless it is reset before. It wins over what ' +
      'Rufwerk shows.',
    ownNotSeenYet:
      '{{value}}, since {{since}} until {{until}} unless it is reset before. Teams does not show ' +
      'it yet; that may take some minutes.',
    ownOtherSeen:
      '{{value}} at {{since}}, meant until {{until}}. Teams shows something else: the status was ' +
      'probably changed or reset in Teams, and the choice holds no longer.',
    choose: 'Set my status to',
    choice: {
      Available: 'Available',
      Busy: 'Busy',
      DoNotDisturb: 'Do not disturb',
      BeRightBack: 'Be right back',
      Away: 'Away',
      Offline: 'Appear offline',
    },
    duration: 'How long',
    for: {
      '30': '30 minutes',
      '60': '1 hour',
      '240': '4 hours',
      oneDay: 'Until I reset it, 1 day at most',
      sevenDays: 'Until I reset it, 7 days at most',
    },
    set: 'Set in Teams',
    setting: 'Teams is being told',
    reset: 'Reset',
    wasSet: 'Teams has taken it. Other people may see it some minutes later.',
    wasReset: 'It is reset. Teams works your status out by itself again.',
    ledger: 'Who set the status, and when',
    ledgerEmpty: 'Neither Rufwerk nor the person through Rufwerk has set it.',
    ledgerScope:
      'Only what was done through Rufwerk is known. What was set in Teams itself, or by a ' +
      'calendar, shows under “Teams shows”.',
  },
} as const;
