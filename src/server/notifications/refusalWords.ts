/** Why notifications were refused, and the mend: reasons that need the same mend are one kind. */
import type { PresencePushHealth } from '@rufwerk/engine/graph';
import type { Texts } from '../readiness/check.ts';

type Refusal = keyof PresencePushHealth['notifications']['presence']['refused'];

export type RefusalKind = 'sealed' | 'token' | 'stranger' | 'shape';

const REASONS: Readonly<Record<RefusalKind, readonly Refusal[]>> = {
  sealed: ['certificate', 'key', 'signature'],
  token: ['validation-token', 'tenant'],
  stranger: ['unknown-subscription', 'client-state'],
  shape: ['malformed', 'not-encrypted', 'content'],
};

interface Counted {
  readonly kind: RefusalKind;
  readonly count: number;
}

/** How many of each kind there are, never empty. */
export function refusalKinds(
  counts: readonly Readonly<Partial<Record<Refusal, number>>>[],
): readonly [Counted, ...Counted[]] {
  const counted = (kind: RefusalKind): Counted => {
    const each = counts.flatMap((count) => REASONS[kind].map((reason) => count[reason] ?? 0));
    return { kind, count: each.reduce((sum, count) => sum + count, 0) };
  };
  return [counted('sealed'), counted('token'), counted('stranger'), counted('shape')];
}

export const REFUSAL_WORDS: Readonly<
  Record<RefusalKind, { readonly cause: Texts; readonly mend: Texts }>
> = {
  sealed: {
    cause: {
      en:
        'Most cannot be decrypted: they are sealed for a key that this installation does not ' +
        'hold, as after DATA_DIR was restored, or were changed on their way.',
      de:
        'Die meisten lassen sich nicht entschlüsseln: Sie sind für einen Schlüssel versiegelt, ' +
        'den diese Installation nicht hat, etwa nach dem Wiederherstellen von DATA_DIR, oder ' +
        'wurden unterwegs verändert.',
    },
    mend: {
      en:
        'Another subscription is made by itself; if this lasts, delete the presence account and ' +
        'sign it in again, and give each installation accounts of its own.',
      de:
        'Ein anderes Abonnement wird von selbst gemacht; hält es an, das Präsenzkonto löschen ' +
        'und neu anmelden, und jeder Installation eigene Konten geben.',
    },
  },
  token: {
    cause: {
      en:
        'Most are not authentic: their validation tokens are not Microsoft’s, or are made for ' +
        'another application or another directory.',
      de:
        'Die meisten sind nicht echt: Ihre Validierungstoken sind nicht von Microsoft, oder für ' +
        'eine andere Anwendung oder ein anderes Verzeichnis ausgestellt.',
    },
    mend: {
      en:
        'Check MICROSOFT_APP_ID, MICROSOFT_TENANT_ID and LOGIN_URL, and this machine’s clock; ' +
        'the log says what is wrong with the tokens.',
      de:
        'MICROSOFT_APP_ID, MICROSOFT_TENANT_ID und LOGIN_URL prüfen, und die Uhr des Rechners; ' +
        'das Log sagt, was an den Token nicht stimmt.',
    },
  },
  stranger: {
    cause: {
      en:
        'Most belong to no subscription of this installation, or do not know its secret ' +
        '(clientState): another installation subscribes with the same address, or somebody forges.',
      de:
        'Die meisten gehören zu keinem Abonnement dieser Installation, oder kennen sein ' +
        'Geheimnis nicht (clientState): Eine andere Installation abonniert mit derselben ' +
        'Adresse, oder jemand fälscht.',
    },
    mend: {
      en:
        'Stop the other installation: what it has subscribed to ends within the hour. If it ' +
        'lasts, the log of the proxy names who posts to /api/notifications.',
      de:
        'Die andere Installation anhalten: Was sie abonniert hat, endet binnen einer Stunde. ' +
        'Hält es an, nennt das Log des Proxys, wer an /api/notifications sendet.',
    },
  },
  shape: {
    cause: {
      en:
        'Most do not have the form that Microsoft Graph documents: something on the way changes ' +
        'them, Graph tells another form now, or they come from somebody else.',
      de:
        'Die meisten haben nicht die Form, die Microsoft Graph beschreibt: Etwas verändert sie ' +
        'unterwegs, Graph meldet neuerdings anders, oder sie kommen von jemand anderem.',
    },
    mend: {
      en:
        'Let the proxy hand on the bodies to /api/notifications unchanged; look for a newer ' +
        'version of Rufwerk.',
      de:
        'Der Proxy muss, was an /api/notifications kommt, unverändert weitergeben; nach einer ' +
        'neueren Version von Rufwerk suchen.',
    },
  },
};
