/** English words of emergency calls: the call, its window, and what others see of it. */
export const emergencyWords = {
  emergency: {
    button: 'Emergency call',
    choice: 'Call for help',
    choiceText:
      'Teams calls at once. Rufwerk then offers you no calls and tells your emergency contacts. ' +
      'It keeps no number and records nothing.',
    choiceAlone:
      'Teams calls at once. As long as Rufwerk cannot be reached it tells nobody: tell somebody ' +
      'near you.',
    choiceOutside:
      'Your browser opens Teams, which asks before it calls. Rufwerk does not know who you are ' +
      'here and tells nobody: tell somebody near you.',
    dial: 'Call {{number}} now',
    dialled: {
      asked: 'Teams is asked to call {{number}}',
      taken: 'Teams calls {{number}}; confirm there if it asks',
      refused: 'Teams did not start the call to {{number}}',
    },
    byHand: 'If no call has started, dial by hand in Teams or on any telephone:',
    unprotected: 'Rufwerk could not be told of the emergency; the call itself is not affected.',
    unprotectedText:
      'Calls may still be offered to you, and nobody has been told. {{heading}}: {{mend}}',
    tellAgain: 'Tell Rufwerk again',
    heading: 'Emergency call in progress',
    drillHeading: 'Drill: emergency call in progress',
    drill: 'Drill',
    drillText: 'This is a drill. Do not dial an emergency number.',
    text:
      'No calls are offered to you. Rufwerk shows you in Teams as Do not disturb until the call ' +
      'ends.',
    textWatched:
      'No calls are offered to you. Rufwerk has taken its Do not disturb away, so that Teams’ ' +
      'own status tells when the call ends.',
    textNoCallback:
      'No callback number was free. Tell the emergency service on which telephone it reaches you.',
    since: 'Since {{time}},',
    openInTeams: 'Open the call in Teams',
    inTeams: 'Microphone, speaker and “end call” are in the call window of Teams.',
    sayOver:
      'Say so as soon as the call has ended: while Rufwerk shows Do not disturb, Teams may send ' +
      'a callback to voicemail.',
    notOpened:
      'Teams did not open its calls. Microphone, speaker and “end call” are in its call window.',
    over: 'The call has ended',
    goesOn: 'The call goes on',
    asks:
      'At {{time}} Rufwerk takes its Do not disturb away. If the call goes on, say so, and it ' +
      'stays.',
    asksWatched: 'If the call goes on, say so: Rufwerk then shows Do not disturb again.',
    toldHeading: 'Contacts told',
    toldNobody:
      'No emergency contacts are set up. Supervisors, or without any the administrators, see it ' +
      'under Live.',
    channel: { mail: 'mail', activity: 'Teams', card: 'card' },
    told: {
      sent: '{{way}}: sent',
      sending: '{{way}}: on its way',
      waiting: '{{way}}: failed, tried again at {{time}}',
      'given-up': '{{way}}: given up, tell them yourself',
      unreachable: '{{way}}: impossible, {{why}}',
    },
    noWay: {
      outside: 'outside your Teams',
      'no-app': 'Rufwerk is not installed in their Teams, or is blocked there',
      'no-mail': 'no address, or no mailbox to send from',
      'no-feed': 'the activity feed is not set up',
    },
    callback: 'Callback',
    path: {
      own: 'On the agent’s own number. Nothing of Rufwerk stands in its way.',
      pool: 'On {{number}}, which rings the agent at once.',
      poolRung:
        'On {{number}}. It rings the agent at once, and {{names}} as well after 10 seconds.',
      none: 'No callback number was free: the emergency service cannot call the agent back.',
      poolGone: 'On a number of the pool that is no longer in the configuration.',
    },
    notAskedFor:
      'No carrier or border controller has ever asked Rufwerk for this number: the emergency ' +
      'service may see another one, and call back there.',
    ownPath: {
      own: 'On your own number. Nothing of Rufwerk stands in its way.',
      pool: 'On {{number}}, which rings you at once.',
      poolRung: 'On {{number}}. It rings you at once, and {{names}} as well after 10 seconds.',
      none: 'No callback number was free, so nobody can call you back. Call again if you need to.',
      poolGone: 'On a number that is no longer in the configuration: tell your supervisor.',
    },
    window: {
      heading: 'Callback window',
      text:
        'The emergency service may call you back. Keep your phone free: no calls are offered to ' +
        'you meanwhile.',
      until: 'Until',
      ready: 'I am ready',
      readySure: {
        own:
          'Calls are offered to you again at once. A callback still rings your own number, but ' +
          'it finds you busy if you are in another call by then.',
        pool:
          'Calls are offered to you again at once. A callback to {{number}} no longer rings you, ' +
          'and nobody else is set up to be rung.',
        poolRung:
          'Calls are offered to you again at once. A callback to {{number}} no longer rings you; ' +
          'it rings {{names}}.',
        poolGone:
          'Calls are offered to you again at once. A callback no longer rings you; it rings your ' +
          'contacts.',
        none: 'Calls are offered to you again at once.',
      },
      readyNow: 'End the window now',
      stay: 'Keep waiting',
    },
    ownDoNotDisturb: {
      title: 'Your own Do not disturb stands in the way.',
      'own-number':
        'Teams would send a callback of the emergency service to voicemail. Take it back now.',
      pool: 'A callback cannot ring you, so it rings your contacts at once. Take it back now.',
      none: 'Nobody who calls can reach you. Take it back now.',
      reset: 'Take back my Do not disturb',
    },
    live: {
      heading: 'Emergencies',
      announced: 'Emergency call of {{name}}',
      announcedDrill: 'Drill: emergency call of {{name}}',
      since: 'Since',
      sinceValue: '{{time}}, for {{elapsed}}',
      state: 'State',
      shown: 'The call goes on. Do not disturb is shown until {{time}} at the latest.',
      watched: 'The call goes on as far as is known; Teams’ own status tells its end.',
      over: 'The call has ended. Protected for a callback until {{time}}.',
      location: 'Location',
      noLocation: 'Teams has told none that you can see here.',
      shows: 'Teams shows',
      showsOurs: 'Do not disturb, as Rufwerk set it.',
      showsInstead: '{{value}} in place of Do not disturb. No calls are offered all the same.',
      ownDoNotDisturb: {
        'own-number':
          'Do not disturb of the agent’s own: a callback to the own number would go to voicemail.',
        pool: 'Do not disturb of the agent’s own: a callback rings the contacts at once.',
        none: 'Do not disturb of the agent’s own.',
      },
      none: 'This emergency is over',
      noneMend:
        'Nothing of it is kept here. If you were told of one that goes on, ask the agent or a ' +
        'supervisor.',
      of: 'Emergency of {{name}}',
    },
    drillOf: {
      heading: 'Emergency drill',
      text:
        'Walks the whole way of an emergency without dialling. Everybody who is told reads that ' +
        'it is a drill; the agent is offered no calls until it ends.',
      start: 'Start a drill',
      startNow: 'Start now',
      cancel: 'No drill',
      started: 'The drill has begun. Its report will be in Set-up, under Emergency.',
    },
  },
} as const;
