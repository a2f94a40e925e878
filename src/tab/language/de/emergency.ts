import type { emergencyWords as english } from '../en/emergency.ts';
import type { Texts } from '../texts.ts';

/** German words of emergency calls: the call, its window, and what others see of it. */
export const emergencyWords: Texts<typeof english> = {
  emergency: {
    button: 'Notruf',
    choice: 'Hilfe rufen',
    choiceText:
      'Teams ruft sofort an. Rufwerk stellt Ihnen dann keine Anrufe zu und benachrichtigt Ihre ' +
      'Notfallkontakte. Es behält keine Nummer und zeichnet nichts auf.',
    choiceAlone:
      'Teams ruft sofort an. Solange Rufwerk nicht erreichbar ist, benachrichtigt es niemanden: ' +
      'Sagen Sie jemandem in Ihrer Nähe Bescheid.',
    choiceOutside:
      'Ihr Browser öffnet Teams, das vor dem Anruf nachfragt. Rufwerk weiss hier nicht, wer Sie ' +
      'sind, und benachrichtigt niemanden: Sagen Sie jemandem in Ihrer Nähe Bescheid.',
    dial: '{{number}} jetzt anrufen',
    dialled: {
      asked: 'Teams wird gebeten, {{number}} anzurufen',
      taken: 'Teams ruft {{number}} an; bestätigen Sie dort, wenn es fragt',
      refused: 'Teams hat den Anruf an {{number}} nicht begonnen',
    },
    byHand:
      'Hat kein Anruf begonnen, so wählen Sie von Hand, in Teams oder auf irgendeinem Telefon:',
    unprotected: 'Rufwerk weiss nichts vom Notfall; der Anruf selbst ist davon nicht betroffen.',
    unprotectedText:
      'Anrufe können Ihnen weiter zugestellt werden, und niemand ist benachrichtigt. ' +
      '{{heading}}: {{mend}}',
    tellAgain: 'Rufwerk nochmals melden',
    heading: 'Notruf läuft',
    drillHeading: 'Übung: Notruf läuft',
    drill: 'Übung',
    drillText: 'Das ist eine Übung. Wählen Sie keine Notrufnummer.',
    text:
      'Es werden Ihnen keine Anrufe zugestellt. Rufwerk zeigt Sie in Teams als «Nicht stören», ' +
      'bis der Anruf endet.',
    textWatched:
      'Es werden Ihnen keine Anrufe zugestellt. Rufwerk zeigt kein «Nicht stören» mehr, damit ' +
      'der Status von Teams selbst sagt, wann der Anruf endet.',
    textNoCallback:
      'Keine Rückrufnummer war frei. Sagen Sie der Notrufzentrale, auf welchem Telefon sie Sie ' +
      'erreicht.',
    since: 'Seit {{time}} Uhr,',
    openInTeams: 'Anruf in Teams öffnen',
    inTeams: 'Mikrofon, Lautsprecher und «Auflegen» sind im Anruffenster von Teams.',
    sayOver:
      'Sagen Sie es, sobald der Anruf beendet ist: Solange Rufwerk «Nicht stören» zeigt, gibt ' +
      'Teams einen Rückruf vielleicht an die Sprachbox.',
    notOpened:
      'Teams hat seine Anrufe nicht geöffnet. Mikrofon, Lautsprecher und «Auflegen» sind in ' +
      'seinem Anruffenster.',
    over: 'Der Anruf ist beendet',
    goesOn: 'Der Anruf dauert an',
    asks:
      'Um {{time}} Uhr nimmt Rufwerk sein «Nicht stören» weg. Dauert der Anruf an, so sagen Sie ' +
      'es, und es bleibt.',
    asksWatched: 'Dauert der Anruf an, so sagen Sie es: Rufwerk zeigt dann wieder «Nicht stören».',
    toldHeading: 'Benachrichtigt',
    toldNobody:
      'Es sind keine Notfallkontakte eingerichtet. Die Supervision, ohne eine die ' +
      'Administration, sieht es unter Live.',
    channel: { mail: 'E-Mail', activity: 'Teams', card: 'Karte' },
    told: {
      sent: '{{way}}: gesendet',
      sending: '{{way}}: unterwegs',
      waiting: '{{way}}: fehlgeschlagen, neuer Versuch um {{time}} Uhr',
      'given-up': '{{way}}: aufgegeben, sagen Sie es selbst',
      unreachable: '{{way}}: unmöglich, {{why}}',
    },
    noWay: {
      outside: 'ausserhalb Ihres Teams',
      'no-app': 'Rufwerk ist dort in Teams nicht installiert oder blockiert',
      'no-mail': 'keine Adresse oder kein Postfach zum Senden',
      'no-feed': 'der Aktivitätsfeed ist nicht eingerichtet',
    },
    callback: 'Rückruf',
    path: {
      own: 'Auf die eigene Nummer. Nichts von Rufwerk steht ihm im Weg.',
      pool: 'Auf {{number}}; es klingelt sofort bei der Person.',
      poolRung:
        'Auf {{number}}. Es klingelt sofort bei der Person, nach 10 Sekunden auch bei {{names}}.',
      none: 'Keine Rückrufnummer war frei: Die Notrufzentrale kann nicht zurückrufen.',
      poolGone: 'Auf eine Rückrufnummer, die nicht mehr in der Konfiguration steht.',
    },
    notAskedFor:
      'Kein Netzbetreiber oder Border Controller hat Rufwerk je nach dieser Nummer gefragt: Die ' +
      'Notrufzentrale sieht vielleicht eine andere und ruft dort zurück.',
    ownPath: {
      own: 'Auf Ihre eigene Nummer. Nichts von Rufwerk steht ihm im Weg.',
      pool: 'Auf {{number}}; es klingelt sofort bei Ihnen.',
      poolRung:
        'Auf {{number}}. Es klingelt sofort bei Ihnen, nach 10 Sekunden auch bei {{names}}.',
      none:
        'Keine Rückrufnummer war frei, darum kann Sie niemand zurückrufen. Rufen Sie nochmals ' +
        'an, wenn es nötig ist.',
      poolGone:
        'Auf eine Nummer, die nicht mehr in der Konfiguration steht: Sagen Sie es der Supervision.',
    },
    window: {
      heading: 'Zeit für den Rückruf',
      text:
        'Die Notrufzentrale ruft Sie vielleicht zurück. Halten Sie Ihr Telefon frei: Es werden ' +
        'Ihnen unterdessen keine Anrufe zugestellt.',
      until: 'Bis',
      ready: 'Ich bin bereit',
      readySure: {
        own:
          'Es werden Ihnen sofort wieder Anrufe zugestellt. Ein Rückruf klingelt weiter auf ' +
          'Ihrer eigenen Nummer, trifft Sie aber besetzt an, wenn Sie dann in einem anderen Anruf sind.',
        pool:
          'Es werden Ihnen sofort wieder Anrufe zugestellt. Ein Rückruf auf {{number}} klingelt ' +
          'nicht mehr bei Ihnen, und für niemanden sonst ist das eingerichtet.',
        poolRung:
          'Es werden Ihnen sofort wieder Anrufe zugestellt. Ein Rückruf auf {{number}} klingelt ' +
          'nicht mehr bei Ihnen, sondern bei {{names}}.',
        poolGone:
          'Es werden Ihnen sofort wieder Anrufe zugestellt. Ein Rückruf klingelt nicht mehr bei ' +
          'Ihnen, sondern bei Ihren Kontakten.',
        none: 'Es werden Ihnen sofort wieder Anrufe zugestellt.',
      },
      readyNow: 'Jetzt beenden',
      stay: 'Weiter warten',
    },
    ownDoNotDisturb: {
      title: 'Ihr eigenes «Nicht stören» steht im Weg.',
      'own-number':
        'Teams gäbe einen Rückruf der Notrufzentrale an die Sprachbox. Nehmen Sie es jetzt zurück.',
      pool:
        'Ein Rückruf kann bei Ihnen nicht klingeln, darum klingelt er sofort bei Ihren ' +
        'Kontakten. Nehmen Sie es jetzt zurück.',
      none: 'Wer anruft, erreicht Sie nicht. Nehmen Sie es jetzt zurück.',
      reset: 'Mein «Nicht stören» zurücknehmen',
    },
    live: {
      heading: 'Notfälle',
      announced: 'Notruf von {{name}}',
      announcedDrill: 'Übung: Notruf von {{name}}',
      since: 'Seit',
      sinceValue: '{{time}} Uhr, seit {{elapsed}}',
      state: 'Stand',
      shown: 'Der Anruf läuft. «Nicht stören» wird bis spätestens {{time}} Uhr gezeigt.',
      watched: 'Der Anruf läuft, soweit bekannt; der Status von Teams selbst sagt sein Ende.',
      over: 'Der Anruf ist beendet. Für einen Rückruf geschützt bis {{time}} Uhr.',
      location: 'Ort',
      noLocation: 'Teams hat keinen genannt, den Sie hier sehen können.',
      shows: 'Teams zeigt',
      showsOurs: '«Nicht stören», wie Rufwerk es gesetzt hat.',
      showsInstead: '{{value}} statt «Nicht stören». Anrufe werden trotzdem keine zugestellt.',
      ownDoNotDisturb: {
        'own-number':
          'Ein eigenes «Nicht stören»: Ein Rückruf auf die eigene Nummer ginge an die Sprachbox.',
        pool: 'Ein eigenes «Nicht stören»: Ein Rückruf klingelt sofort bei den Kontakten.',
        none: 'Ein eigenes «Nicht stören».',
      },
      none: 'Dieser Notfall ist vorbei',
      noneMend:
        'Hier ist nichts davon aufbewahrt. Haben Sie von einem erfahren, der andauert, so fragen ' +
        'Sie die Person oder die Supervision.',
      of: 'Notfall von {{name}}',
    },
    drillOf: {
      heading: 'Notfallübung',
      text:
        'Geht den ganzen Weg eines Notfalls, ohne zu wählen. Wer benachrichtigt wird, liest, ' +
        'dass es eine Übung ist; bis zum Ende werden der Person keine Anrufe zugestellt.',
      start: 'Übung beginnen',
      startNow: 'Jetzt beginnen',
      cancel: 'Keine Übung',
      started: 'Die Übung hat begonnen. Ihr Bericht steht dann in der Einrichtung unter Notfall.',
    },
  },
};
