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
  account: {
    heading: 'Presence accounts',
    intro:
      'With an account of your directory Teams tells of a changed status at once. Without one ' +
      'Rufwerk reads in turn, some seconds later. Two are best: the second stands by.',
    listHeading: 'Signed in',
    empty: 'No account is signed in',
    emptyMend:
      'Changes of presence are learnt by reading in turn. Sign an account in to have them at once.',
    state: {
      live: 'in use',
      making: 'is being subscribed',
      resting: 'stands by',
      waiting: 'tries again after an error',
      barred: 'kept out',
    },
    sees: 'Sees',
    activity: 'Status and calls: a member or guest of your directory.',
    noActivity:
      'Only the status: it belongs to another directory ({{tenantId}}). Whether somebody busy is ' +
      'in a call cannot be seen through it. Sign in an account of your own directory.',
    subscription: 'Is told of',
    subscribed_one: '{{count}} person, until {{until}}; renewed in time.',
    subscribed_other: '{{count}} people, until {{until}}; renewed in time.',
    subscribedStill_one: '{{count}} person, until {{until}}; renewing failed and is tried again.',
    subscribedStill_other: '{{count}} people, until {{until}}; renewing failed and is tried again.',
    news: 'News',
    newsState: {
      online: 'Online: some came in the last 5 minutes.',
      connected:
        'Connected: none for more than 5 minutes, or none yet since the start, as is usual while ' +
        'nobody changes.',
      offline: 'Offline: it has subscribed to nobody.',
      resting: 'None as long as it stands by: it has nobody to tell of.',
    },
    lastNews: 'Last news',
    silence: 'Silence',
    silent:
      'Since {{time}} it has told nothing of changes that reading has found. It is not relied ' +
      'on, and made anew by itself.',
    costStandBy: 'The other account does the work; nothing stands by for it.',
    costPush: 'Changes of presence are learnt by reading in turn, some seconds later.',
    remove: 'Remove',
    removeNamed: 'Remove {{name}}',
    removeSure: 'Remove {{name}}?',
    removeMeans:
      'What it has subscribed to ends, and its sign-in is forgotten. The account itself stays ' +
      'as it is in your directory.',
    keep: 'Keep it',
    signInHeading: 'Sign an account in',
    signInText:
      'Best an account of its own that nobody works with, without a second factor from the place ' +
      'where Rufwerk runs, and with consent to Presence.Read.All, User.Read and ' +
      'User.ReadBasic.All. Its password stays with Microsoft. To mend an account, sign it in again.',
    directory: 'Directory',
    directoryHint: 'The id of another directory; empty for your own.',
    byCode: 'Sign in with a code',
    byRedirect: 'Sign in with this browser',
    codeText: 'Open the address on any device, enter the code, and sign in as the account.',
    redirectText: 'Open the sign-in, and sign in as the account. This page notices by itself.',
    goTo: 'Address',
    openSignIn: 'Open the sign-in of Microsoft',
    code: 'Code',
    validUntil: 'Valid until',
    waiting: 'Waiting for the sign-in',
    signedIn: 'The account is signed in.',
    refused: 'The account could not be signed in.',
  },
} as const;
