import type { shellWords as english } from '../en/shell.ts';
import type { Texts } from '../texts.ts';

/** German words of the frame around the pages, and of what can stand in the way. */
export const shellWords: Texts<typeof english> = {
  page: {
    pages: 'Seiten von Rufwerk',
    myWork: 'Meine Arbeit',
    live: 'Live',
    setUp: 'Einrichtung',
    back: 'Zurück zu {{page}}',
    loading: 'Wird geladen',
    starting: 'Rufwerk wird geöffnet',
    tryAgain: 'Erneut versuchen',
    dismiss: 'Schliessen',
    notFound: 'Diese Seite gibt es nicht',
    notFoundMend: 'Der Link ist vielleicht veraltet. Wählen Sie oben eine der Seiten.',
    unknownCaller: 'Unbekannte Nummer',
    unknownPerson: 'Unbekannte Person',
  },
  stream: {
    lost: 'Die Verbindung ist unterbrochen. Was Sie sehen, ist von {{time}} Uhr.',
    lostUnknown: 'Die Verbindung ist unterbrochen. Was Sie sehen, ist vielleicht veraltet.',
    lostMend: 'Rufwerk verbindet sich von selbst wieder; Sie müssen nichts tun.',
  },
  outside: {
    heading: 'Öffnen Sie Rufwerk in Microsoft Teams',
    text: 'Diese Seite gehört in Teams: Dort weiss Rufwerk, wer Sie sind und was Sie sehen dürfen.',
    mend:
      'Wählen Sie in Teams «Apps», suchen Sie Rufwerk und öffnen Sie es. Fehlt es dort, ' +
      'bitten Sie Ihre Administration, es hinzuzufügen.',
  },
  consent: {
    heading: 'Rufwerk braucht Ihre Zustimmung',
    text:
      'Um zu wissen, wer Sie sind, fragt Rufwerk Microsoft nach Ihrem Namen und Ihrer ' +
      'Anmeldeadresse. Mehr liest es nicht von Ihnen.',
    mend:
      'Drücken Sie die Taste und stimmen Sie im Fenster zu, das sich öffnet. Erlaubt Ihre ' +
      'Organisation das nicht, muss Ihre Administration einmal für alle zustimmen.',
    grant: 'Zugriff gewähren',
    granting: 'Wartet auf Ihre Zustimmung',
    notGranted: 'Der Zugriff wurde nicht gewährt',
  },
  trouble: {
    unreachable: 'Rufwerk ist nicht erreichbar',
    unreachableMend:
      'Prüfen Sie Ihre Netzwerkverbindung und versuchen Sie es erneut. Haben andere dasselbe ' +
      'Problem, melden Sie es Ihrer Administration.',
    notUnderstood: 'Rufwerk hat eine Antwort gegeben, die diese Seite nicht versteht',
    notUnderstoodMend:
      'Die Seite ist vielleicht älter als der Server. Laden Sie die Registerkarte in Teams ' +
      'neu und versuchen Sie es erneut.',
    signIn: 'Teams konnte Sie nicht anmelden',
    signInMend:
      'Melden Sie sich in Teams ab und wieder an. Hilft das nicht, melden Sie Ihrer ' +
      'Administration: {{detail}}',
    forbidden: 'Ihre Rolle erlaubt das nicht',
    forbiddenMend: 'Fragen Sie Ihre Administration, falls sie es erlauben sollte.',
    startFailed: 'Rufwerk konnte nicht starten',
  },
  role: {
    liveHeading: 'Live ist für die Supervision',
    live:
      'Hier beobachtet die Supervision ihre Services. Sie sind als {{name}} ohne diese Rolle ' +
      'angemeldet, darum gibt es hier nichts zu sehen.',
    liveMend:
      'Falls Sie einen Service beaufsichtigen, bitten Sie Ihre Administration, Sie ' +
      'einzutragen. Ihren eigenen Zustand sehen Sie unter «Meine Arbeit».',
    setUpHeading: 'Die Einrichtung ist für die Administration',
    setUp:
      'Hier entscheidet die Administration, wem ein Service zustellt. Sie sind als {{name}} ' +
      'ohne diese Rolle angemeldet, darum gibt es hier nichts zu ändern.',
    setUpMend: 'Soll eine Regel anders sein, fragen Sie Ihre Administration.',
    readinessHeading: 'Die Betriebsbereitschaft ist für Administration und Supervision',
    readiness:
      'Hier sehen sie, was ausserhalb von Rufwerk stimmen muss. Sie sind als {{name}} ohne eine ' +
      'dieser Rollen angemeldet, darum gibt es hier nichts zu sehen.',
    readinessMend: 'Scheinen Anrufe oder der Teams-Status falsch, melden Sie es Ihrer Supervision.',
    myWorkHeading: 'Sie sind für keinen Service zuständig',
    myWork:
      '«Meine Arbeit» ist für Agentinnen und Agenten. Sie sind als {{name}} angemeldet, und ' +
      'kein Service führt Sie.',
    myWorkMend:
      'Sollen Sie Anrufe annehmen, bitten Sie Ihre Administration, Sie einem Service zuzuteilen.',
  },
};
