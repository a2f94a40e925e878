import type { emergencySetUpWords as english } from '../en/emergencySetUp.ts';
import type { Texts } from '../texts.ts';

/** German words of Set-up: what happens when somebody calls for help. */
export const emergencySetUpWords: Texts<typeof english> = {
  emergencySetUp: {
    heading: 'Notfall',
    detail: 'Wer benachrichtigt wird, welche Nummern, wohin der Rückruf geht, Übungen',
    intro:
      'Was geschieht, wenn jemand aus dem Team Hilfe ruft: wer es mit welchen Worten erfährt, ' +
      'welche Nummern zur Wahl stehen, und wohin die Notrufzentrale zurückruft.',
    callsHeading: 'Notrufe',
    whoHeading: 'Kontakte und Richtlinien',
    ownContacts: 'Kontakte dieser Person',
    asEverybody: 'Wie alle: {{country}}',
    numbersHeading: 'Notrufnummern',
    numbersText:
      'Eigene Länder und Nummern ergänzen die mitgelieferte Tabelle oder ersetzen sie. 911 wird ' +
      'überall erkannt und nur angeboten, wo es die Nummer ist.',
    addCountry: 'Land hinzufügen',
    countryCode: 'Ländercode',
    country: 'Land',
    numbers: 'Nummern',
    builtInHeading: 'Mitgelieferte Nummern',
    poolHeading: 'Rückrufnummern',
    poolText:
      'Für Personen ohne eigene Nummer, oder wenn der Anbieter sie ersetzt. Jede Nummer dient ' +
      'einer Person für 60 Minuten: Halten Sie so viele, wie gleichzeitig Hilfe rufen könnten.',
    poolEmpty: 'Es gibt keine: Wer keine eigene Nummer hat, kann nicht zurückgerufen werden.',
    poolAccount: 'Ressourcenkonto der Nummer',
    addNumber: 'Nummer hinzufügen',
    heldBy: 'Dient {{name}} bis {{time}} Uhr',
    heldInDrill: 'Dient {{name}} in einer Übung bis {{time}} Uhr; ein Notfall darf sie nehmen',
    heldWhileCalling: 'Dient {{name}}, solange der Notruf dauert',
    mailHeading: 'E-Mail an Kontakte',
    mailText:
      'Sie enthält weder die gewählte Nummer noch einen Ort: Ihr Link führt dorthin, wo er ' +
      'steht, solange der Notfall offen ist.',
    mailLanguage: 'Sprache der E-Mail',
    ownWords: 'Mit eigenen Worten',
    builtInSure:
      'Ihre eigenen Worte dieser Sprache sind nach dem Speichern weg. Gesendet wird die ' +
      'mitgelieferte E-Mail.',
    builtInNow: 'Mitgelieferte verwenden',
    keepOwn: 'Eigene behalten',
    variables: 'Variablen',
    variablesHint: 'Einsetzen, wo die Schreibmarke steht:',
    variable: {
      agent: 'Wer ruft',
      started: 'Seit wann',
      service: 'Services',
      link: 'Link',
      drill: 'Übungszeichen',
    },
    preview: 'Vorschau mit Beispielwerten',
    previewDrill: 'Wie bei einer Übung',
    drillsHeading: 'Übungen',
    drillsText:
      'Eine Übung geht den ganzen Weg eines Notfalls, ohne zu wählen. Beginnen Sie eine in Live, ' +
      'im Dialog einer Person. Ihr Bericht ist signiert: Bewahren Sie die Datei auf, wie sie ist.',
    noDrills: 'Es gab noch keine Übung',
    noDrillsMend:
      'Öffnen Sie in Live einen Service, dann den Dialog einer Person, und beginnen Sie dort eine.',
    drillAgent: 'Agent/in',
    drillStarted: 'Begonnen',
    drillFinished: 'Beendet',
    drillRuns: 'läuft noch',
    drillResult: 'Rückruf',
    result: {
      own: 'Auf die eigene Nummer, die Rufwerk nicht sieht.',
      reached: 'Ein Rückruf hat die Person erreicht.',
      notReached: 'Kein Rückruf hat die Person erreicht.',
      open: 'Bisher kein Rückruf.',
      overtaken: 'Ein echter Notfall trat an ihre Stelle.',
    },
    keyFingerprint: 'Berichte sind signiert mit dem Schlüssel {{fingerprint}}.',
    steps: 'Schritte',
    stepsOf: 'Schritte der Übung von {{name}}, {{time}}',
    drillOf: 'Übung von {{name}}, {{time}}',
    closeSteps: 'Schliessen',
    report: 'Bericht',
    download: 'Herunterladen',
    downloadOf: 'Herunterladen: Bericht von {{name}}, {{time}}',
  },
};
