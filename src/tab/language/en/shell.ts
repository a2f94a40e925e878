/** English words of the frame around the pages, and of what can stand in the way. */
export const shellWords = {
  page: {
    pages: 'Pages of Rufwerk',
    myWork: 'My work',
    live: 'Live',
    setUp: 'Set-up',
    back: 'Back to {{page}}',
    loading: 'Loading',
    starting: 'Opening Rufwerk',
    tryAgain: 'Try again',
    dismiss: 'Dismiss',
    notFound: 'This page does not exist',
    notFoundMend: 'The link may be old. Choose one of the pages above.',
    unknownCaller: 'Unknown caller',
    unknownPerson: 'Unknown person',
  },
  stream: {
    lost: 'The connection is lost. What you see is from {{time}}.',
    lostUnknown: 'The connection is lost. What you see may be old.',
    lostMend: 'Rufwerk tries to connect again by itself; there is nothing you need to do.',
  },
  outside: {
    heading: 'Open Rufwerk in Microsoft Teams',
    text: 'This page belongs inside Teams: there Rufwerk knows who you are and what you may see.',
    mend:
      'In Teams, choose Apps, search for Rufwerk and open it. If it is not there, ask your ' +
      'administrator to add it.',
  },
  consent: {
    heading: 'Rufwerk needs your agreement',
    text:
      'To know who you are, Rufwerk asks Microsoft for your name and your sign-in address. It ' +
      'reads nothing else of yours.',
    mend:
      'Press the button and agree in the window that opens. If your organisation does not ' +
      'allow you to agree yourself, your administrator has to do it once for everybody.',
    grant: 'Grant access',
    granting: 'Waiting for your agreement',
    notGranted: 'Access was not granted',
  },
  trouble: {
    unreachable: 'Rufwerk cannot be reached',
    unreachableMend:
      'Check your network connection and try again. If others have the same problem, tell ' +
      'your administrator.',
    notUnderstood: 'Rufwerk gave an answer that this page does not understand',
    notUnderstoodMend:
      'The page may be older than the server. Reload the tab in Teams and try again.',
    signIn: 'Teams could not sign you in',
    signInMend:
      'Sign out of Teams and in again. If that does not help, tell your administrator: {{detail}}',
    forbidden: 'Your role does not allow this',
    forbiddenMend: 'Ask your administrator if you think that it should.',
    startFailed: 'Rufwerk could not start',
  },
  role: {
    liveHeading: 'Live is for supervisors',
    live:
      'Here supervisors watch their services. You are signed in as {{name}} without that ' +
      'role, so there is nothing to show.',
    liveMend:
      'If you supervise a service, ask your administrator to add you to its supervisors. Your ' +
      'own state is on My work.',
    setUpHeading: 'Set-up is for administrators',
    setUp:
      'Here administrators decide whom a service rings. You are signed in as {{name}} without ' +
      'that role, so there is nothing to change.',
    setUpMend: 'If a rule should be different, ask your administrator.',
    readinessHeading: 'Readiness is for administrators and supervisors',
    readiness:
      'Here they see what must be right outside of Rufwerk. You are signed in as {{name}} ' +
      'without such a role, so there is nothing to show.',
    readinessMend: 'If calls or the Teams status seem wrong, tell your supervisor.',
    myWorkHeading: 'You serve no service',
    myWork:
      'My work is for agents. You are signed in as {{name}}, and no service has you among its ' +
      'agents.',
    myWorkMend: 'If you should take calls, ask your administrator to add you to a service.',
  },
} as const;
