/**
 * The API's ways to say no: problem details (RFC 9457) that name the rule and the mend, in the
 * language of the request.
 */
import type { Problem } from '@rufwerk/engine/api';
import type { Language, Texts } from '@rufwerk/engine/core';

/** In every language; or as somebody else said it, who was not asked for a language. */
export type Said = string | Texts;

export interface SaidRule {
  readonly field: string;
  readonly rule: Said;
  readonly mend: Said;
}

interface ProblemWords {
  readonly title: Said;
  readonly detail?: Said;
  readonly field?: string;
  readonly rule?: Said;
  readonly mend?: Said;
  readonly problems?: readonly SaidRule[];
}

/** A refused request: what the client is told, and headers that go with it. */
export interface Refusal {
  readonly kind: 'refused';
  readonly problem: ProblemWords & { readonly type: string; readonly status: number };
  readonly headers?: Readonly<Record<string, string>>;
}

/** The problem as its reader is told. */
export function problemIn(
  { title, detail, rule, mend, problems, ...rest }: Refusal['problem'],
  language: Language,
): Problem {
  return {
    ...rest,
    title: said(title, language),
    ...(detail === undefined ? {} : { detail: said(detail, language) }),
    ...(rule === undefined ? {} : { rule: said(rule, language) }),
    ...(mend === undefined ? {} : { mend: said(mend, language) }),
    ...(problems === undefined ? {} : { problems: problems.map((one) => ruleIn(one, language)) }),
  };
}

function ruleIn({ field, rule, mend }: SaidRule, language: Language) {
  return { field, rule: said(rule, language), mend: said(mend, language) };
}

function said(words: Said, language: Language): string {
  return typeof words === 'string' ? words : words[language];
}

function refused(
  status: number,
  words: ProblemWords,
  headers?: Readonly<Record<string, string>>,
): Refusal {
  const problem = { type: 'about:blank', status, ...words };
  return { kind: 'refused', problem, ...(headers === undefined ? {} : { headers }) };
}

/** 400: what was sent does not have the shape the API's schema says. */
export function invalid(words: ProblemWords): Refusal {
  return refused(400, words);
}

/** 401: nobody is signed in. `detail` says what is wrong with the token. */
export function notSignedIn(detail: string): Refusal {
  const words = {
    title: { en: 'Sign-in needed', de: 'Anmeldung nötig' },
    detail,
    mend: { en: 'Open the tab in Teams again.', de: 'Öffnen Sie den Tab in Teams noch einmal.' },
  };
  return refused(401, words, { 'www-authenticate': `Bearer error="invalid_token"` });
}

/** The mend of most things that are not allowed. */
export const ASK_AN_ADMINISTRATOR = {
  en: 'Ask an administrator.',
  de: 'Fragen Sie eine Administratorin oder einen Administrator.',
};

export const ASK_A_SUPERVISOR = {
  en: 'Ask a supervisor of the service.',
  de: 'Fragen Sie eine Supervisorin oder einen Supervisor des Service.',
};

/** 403: known, but not allowed to do this. */
export function forbidden(rule: Said, mend: Said): Refusal {
  return refused(403, { title: { en: 'Not allowed', de: 'Nicht erlaubt' }, rule, mend });
}

/** What can be asked for by its id, with its German name. */
const THINGS = {
  'The agent': 'Die Person',
  'The announcement': 'Die Ansage',
  'The call': 'Der Anruf',
  'The decision': 'Die Entscheidung',
  'The drill': 'Die Übung',
  'The presence account': 'Das Präsenzkonto',
  'The service': 'Der Service',
  'The sign-in': 'Die Anmeldung',
} as const;

/** 404: there is no such thing (or no longer). */
export function unknown(what: keyof typeof THINGS): Refusal {
  return refused(404, {
    title: { en: `${what} is not known`, de: `${THINGS[what]} ist nicht bekannt` },
    mend: { en: 'Check the address.', de: 'Prüfen Sie die Adresse.' },
  });
}

/** 404: what is asked for is not there, and why that is so. */
export function notHere(words: ProblemWords): Refusal {
  return refused(404, words);
}

/** 409: well formed, but not as things stand; what would have to change first. */
export function conflict(title: Said, rule: Said, mend: Said): Refusal {
  return refused(409, { title, rule, mend });
}

/** 410: it was, and cannot be shown any more. */
export function gone(rule: Said, mend: Said): Refusal {
  const title = { en: 'No longer available', de: 'Nicht mehr verfügbar' };
  return refused(410, { title, rule, mend });
}

/** 412: somebody else was faster. */
export function changedMeanwhile(what: Texts, etag: string): Refusal {
  const words = {
    title: {
      en: `${what.en} was changed in the meantime`,
      de: `${what.de} wurde inzwischen geändert`,
    },
    rule: {
      en: 'If-Match names a version that is no longer in force.',
      de: 'If-Match nennt eine Version, die nicht mehr gilt.',
    },
    mend: {
      en: 'Look at what is in force now, then make the change again.',
      de: 'Sehen Sie sich an, was jetzt gilt, und nehmen Sie die Änderung noch einmal vor.',
    },
  };
  return refused(412, words, { etag });
}

/** 428: a change has to say which version it is made of. */
export const versionNeeded: Refusal = refused(428, {
  title: { en: 'Version needed', de: 'Version nötig' },
  field: 'If-Match',
  rule: {
    en: 'A change names the version it was made from.',
    de: 'Eine Änderung nennt die Version, auf der sie beruht.',
  },
  mend: {
    en: 'Send the ETag of the last GET as If-Match.',
    de: 'Senden Sie den ETag des letzten GET als If-Match.',
  },
});

/**
 * 413: more than the API takes at once.
 *
 * @param limit in words of its own, where bytes say little
 */
export function tooLarge(limitBytes: number, limit?: Texts): Refusal {
  const bytes = {
    en: `At most ${limitBytes} bytes are taken.`,
    de: `Höchstens ${limitBytes} Bytes werden angenommen.`,
  };
  return refused(
    413,
    {
      title: { en: 'Too large', de: 'Zu gross' },
      rule: limit ?? bytes,
      mend: { en: 'Send less at once.', de: 'Senden Sie weniger auf einmal.' },
    },
    { connection: 'close' },
  );
}

/** 415: not a form the API reads. */
export function unreadableForm(accepted: readonly string[]): Refusal {
  return refused(415, {
    title: { en: 'Unknown form', de: 'Unbekannte Form' },
    field: 'Content-Type',
    rule: {
      en: `The body is one of: ${accepted.join(', ')}.`,
      de: `Der Inhalt ist eines von: ${accepted.join(', ')}.`,
    },
    mend: { en: 'Send another Content-Type.', de: 'Senden Sie einen anderen Content-Type.' },
  });
}

/** 422: well formed, but it cannot be in force; every problem with its field. */
export function notAcceptable(title: Said, problems: readonly SaidRule[]): Refusal {
  return refused(422, { title, ...problems[0], problems: [...problems] });
}

/** 503: it can be tried again soon. */
export function notNow(title: Said, detail: Said): Refusal {
  const mend = { en: 'Try again in a moment.', de: 'Versuchen Sie es gleich noch einmal.' };
  const words = { title, detail, mend };
  return refused(503, words, { 'retry-after': '1' });
}

/** 500: our own fault; the log has the rest. */
export const ownFault: Refusal = refused(500, {
  title: { en: 'Something went wrong in Rufwerk', de: 'In Rufwerk ging etwas schief' },
  mend: {
    en: 'Try again; when it stays, look into the log.',
    de: 'Versuchen Sie es noch einmal; bleibt es dabei, sehen Sie ins Log.',
  },
});
