/** English words of Set-up: what happens when somebody calls for help. */
export const emergencySetUpWords = {
  emergencySetUp: {
    heading: 'Emergency',
    detail: 'Who is told, which numbers are offered, where help calls back, drills',
    intro:
      'What happens when an agent calls for help: who is told and in which words, which numbers ' +
      'are offered, and where the emergency service calls back.',
    callsHeading: 'Emergency calls',
    whoHeading: 'Contacts and policies',
    ownContacts: 'Contacts of this person',
    asEverybody: 'As everybody: {{country}}',
    numbersHeading: 'Emergency numbers',
    numbersText:
      'Countries and numbers of your own come beside the built-in table, or in its place. ' +
      '911 is recognised everywhere and offered only where it is the number.',
    addCountry: 'Add a country',
    countryCode: 'Country code',
    country: 'Country',
    numbers: 'Numbers',
    builtInHeading: 'Built-in numbers',
    poolHeading: 'Callback numbers',
    poolText:
      'For people without a number of their own, or whose carrier rewrites it. Each number ' +
      'serves one person for 60 minutes, so have as many as may call for help at once.',
    poolEmpty: 'There are none: people without a number of their own cannot be called back.',
    poolAccount: 'Resource account of the number',
    addNumber: 'Add a number',
    heldBy: 'Held by {{name}} until {{time}}',
    heldInDrill: 'Held by {{name}} in a drill until {{time}}; an emergency may take it',
    heldWhileCalling: 'Held by {{name}} while the emergency call goes on',
    mailHeading: 'Mail to contacts',
    mailText:
      'It holds neither the number dialled nor a location: its link leads to where they stand ' +
      'while the emergency is open.',
    mailLanguage: 'Language of the mail',
    ownWords: 'In our own words',
    builtInSure:
      'Your own words of this language will be gone once you save. The built-in mail is sent.',
    builtInNow: 'Use the built-in mail',
    keepOwn: 'Keep ours',
    variables: 'Variables',
    variablesHint: 'Put in where the caret stands:',
    variable: {
      agent: 'Who calls',
      started: 'Since when',
      service: 'Services',
      link: 'Link',
      drill: 'Drill mark',
    },
    preview: 'Preview with example values',
    previewDrill: 'As in a drill',
    drillsHeading: 'Drills',
    drillsText:
      'A drill walks the whole way of an emergency without dialling. Start one in Live, in the ' +
      'dialog of an agent. Its report is signed: keep the file as it is.',
    noDrills: 'There has been no drill yet',
    noDrillsMend: 'Open a service in Live, then the dialog of an agent, and start one there.',
    drillAgent: 'Agent',
    drillStarted: 'Started',
    drillFinished: 'Finished',
    drillRuns: 'still runs',
    drillResult: 'Callback',
    result: {
      own: 'On the own number, which Rufwerk does not see.',
      reached: 'A callback reached the agent.',
      notReached: 'No callback reached the agent.',
      open: 'No callback so far.',
      overtaken: 'A real emergency took its place.',
    },
    keyFingerprint: 'Reports are signed by the key {{fingerprint}}.',
    steps: 'Steps',
    stepsOf: 'Steps of the drill of {{name}}, {{time}}',
    drillOf: 'Drill of {{name}}, {{time}}',
    closeSteps: 'Close',
    report: 'Report',
    download: 'Download',
    downloadOf: 'Download the report of {{name}}, {{time}}',
  },
} as const;
