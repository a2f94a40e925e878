import type { outsideWords as english } from '../en/outside.ts';
import type { Texts } from '../texts.ts';

/** German words of what lies outside of Rufwerk: readiness, and presence accounts. */
export const outsideWords: Texts<typeof english> = {
  readiness: {
    heading: 'Betriebsbereitschaft',
    intro:
      'Alles ausserhalb von Rufwerk, was stimmen muss: was ein Fehler kostet, warum es ihn gibt ' +
      'und wie er zu beheben ist.',
    open: 'Betriebsbereitschaft öffnen',
    checkAgain: 'Nochmals prüfen',
    checking: 'Wird geprüft',
    checkedAt: 'Geprüft um {{time}}: {{faults}}, {{warnings}}.',
    faults_zero: 'kein Fehler',
    faults_one: '{{count}} Fehler',
    faults_other: '{{count}} Fehler',
    warnings_zero: 'keine Warnung',
    warnings_one: '{{count}} Warnung',
    warnings_other: '{{count}} Warnungen',
    atFault_one: 'Etwas ausserhalb von Rufwerk stimmt nicht:',
    atFault_other: '{{count}} Dinge ausserhalb von Rufwerk stimmen nicht:',
    noFault: 'Es gibt keinen Fehler',
    noFaultMend: 'Sie müssen jetzt nichts tun.',
    group: { fault: 'Fehler', warning: 'Warnungen', advice: 'Hinweise' },
    meaning: {
      fault: 'darum fallen Anrufe oder Präsenz aus',
      warning: 'etwas geht weniger gut oder fällt bald aus',
      advice: 'von hier nicht zu sehen: einen Blick wert',
    },
    effect: 'Was es kostet',
    cause: 'Warum',
    mend: 'Wie es zu beheben ist',
    good_one: '{{count}} Punkt stimmt',
    good_other: '{{count}} Punkte stimmen',
  },
  account: {
    heading: 'Präsenzkonten',
    intro:
      'Mit einem Konto Ihres Verzeichnisses meldet Teams einen neuen Status sofort. Ohne liest ' +
      'Rufwerk reihum, einige Sekunden später. Am besten sind zwei: das zweite hält sich bereit.',
    listHeading: 'Angemeldet',
    empty: 'Kein Konto ist angemeldet',
    emptyMend:
      'Der Status wird reihum gelesen. Melden Sie ein Konto an, um ihn sofort zu erfahren.',
    state: {
      live: 'im Einsatz',
      making: 'wird abonniert',
      resting: 'hält sich bereit',
      waiting: 'versucht es nach einem Fehler wieder',
      barred: 'ausgesperrt',
    },
    sees: 'Sieht',
    activity: 'Status und Gespräche: Mitglied oder Gast Ihres Verzeichnisses.',
    noActivity:
      'Nur den Status: Es gehört zu einem anderen Verzeichnis ({{tenantId}}). Ob jemand ' +
      'Beschäftigtes im Gespräch ist, ist so nicht zu sehen. Melden Sie ein Konto des eigenen an.',
    subscription: 'Erfährt von',
    subscribed_one: '{{count}} Person, bis {{until}} Uhr; wird rechtzeitig erneuert.',
    subscribed_other: '{{count}} Personen, bis {{until}} Uhr; wird rechtzeitig erneuert.',
    subscribedStill_one:
      '{{count}} Person, bis {{until}} Uhr; das Erneuern misslang und wird erneut versucht.',
    subscribedStill_other:
      '{{count}} Personen, bis {{until}} Uhr; das Erneuern misslang und wird erneut versucht.',
    news: 'Meldungen',
    newsState: {
      online: 'Online: In den letzten 5 Minuten kam eine.',
      connected:
        'Verbunden: Seit über 5 Minuten kam keine, oder seit dem Start noch keine, wie üblich, ' +
        'wenn niemand wechselt.',
      offline: 'Offline: Es hat niemanden abonniert.',
      resting: 'Keine, solange es sich bereithält: Es hat niemanden zu melden.',
    },
    lastNews: 'Letzte Meldung',
    silence: 'Stille',
    silent:
      'Seit {{time}} Uhr hat es Wechsel verschwiegen, die das Lesen gefunden hat. Es zählt ' +
      'nicht mehr und wird von selbst erneuert.',
    costStandBy: 'Das andere Konto übernimmt; für dieses hält sich keines bereit.',
    costPush: 'Ein neuer Status wird reihum gelesen, einige Sekunden später.',
    remove: 'Entfernen',
    removeNamed: '{{name}} entfernen',
    removeSure: '{{name}} entfernen?',
    removeMeans:
      'Was es abonniert hat, endet, und die Anmeldung wird vergessen. Das Konto selbst bleibt in ' +
      'Ihrem Verzeichnis, wie es ist.',
    keep: 'Behalten',
    signInHeading: 'Ein Konto anmelden',
    signInText:
      'Am besten ein eigenes Konto, mit dem niemand arbeitet, ohne zweiten Faktor von dort, wo ' +
      'Rufwerk läuft, und mit der Zustimmung zu Presence.Read.All, User.Read und ' +
      'User.ReadBasic.All. Das Kennwort bleibt bei Microsoft. Um ein Konto in Ordnung zu ' +
      'bringen, melden Sie es neu an.',
    directory: 'Verzeichnis',
    directoryHint: 'Die Kennung eines anderen Verzeichnisses; leer für das eigene.',
    byCode: 'Mit einem Code anmelden',
    byRedirect: 'Mit diesem Browser anmelden',
    codeText:
      'Öffnen Sie die Adresse auf irgendeinem Gerät, geben Sie den Code ein und melden Sie sich ' +
      'als das Konto an.',
    redirectText:
      'Öffnen Sie die Anmeldung und melden Sie sich als das Konto an. Diese Seite merkt es von ' +
      'selbst.',
    goTo: 'Adresse',
    openSignIn: 'Anmeldung von Microsoft öffnen',
    code: 'Code',
    validUntil: 'Gilt bis',
    waiting: 'Wartet auf die Anmeldung',
    signedIn: 'Das Konto ist angemeldet.',
    refused: 'Das Konto konnte nicht angemeldet werden.',
  },
};
