/** The API's ways to say no: problem details (RFC 9457) that name the rule and the mend. */
import type { Problem } from '@rufwerk/engine/api';

/** A refused request: what the client is told, and headers that go with it. */
export interface Refusal {
  readonly kind: 'refused';
  readonly problem: Problem;
  readonly headers?: Readonly<Record<string, string>>;
}

type ProblemWords = Omit<Problem, 'type' | 'status'>;

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
  const words = { title: 'Sign-in needed', detail, mend: 'Open the tab in Teams again.' };
  return refused(401, words, { 'www-authenticate': `Bearer error="invalid_token"` });
}

/** 403: known, but not allowed to do this. */
export function forbidden(rule: string, mend: string): Refusal {
  return refused(403, { title: 'Not allowed', rule, mend });
}

/** 404: there is no such thing (or no longer). */
export function unknown(what: string): Refusal {
  return refused(404, { title: `${what} is not known`, mend: 'Check the address.' });
}

/** 404: what is asked for is not there, and why that is so. */
export function notHere(words: ProblemWords): Refusal {
  return refused(404, words);
}

/** 409: well formed, but not as things stand; what would have to change first. */
export function conflict(title: string, rule: string, mend: string): Refusal {
  return refused(409, { title, rule, mend });
}

/** 410: it was, and cannot be shown any more. */
export function gone(rule: string, mend: string): Refusal {
  return refused(410, { title: 'No longer available', rule, mend });
}

/** 412: somebody else was faster. */
export function changedMeanwhile(what: string, etag: string): Refusal {
  const words = {
    title: `${what} was changed in the meantime`,
    rule: 'If-Match names a version that is no longer in force.',
    mend: 'Look at what is in force now, then make the change again.',
  };
  return refused(412, words, { etag });
}

/** 428: a change has to say which version it is made of. */
export const versionNeeded: Refusal = refused(428, {
  title: 'Version needed',
  field: 'If-Match',
  rule: 'A change names the version it was made from.',
  mend: 'Send the ETag of the last GET as If-Match.',
});

/** 413: more than the API takes at once. */
export function tooLarge(limitBytes: number): Refusal {
  return refused(
    413,
    {
      title: 'Too large',
      rule: `At most ${limitBytes} bytes are taken.`,
      mend: 'Send less at once.',
    },
    { connection: 'close' },
  );
}

/** 415: not a form the API reads. */
export function unreadableForm(accepted: readonly string[]): Refusal {
  return refused(415, {
    title: 'Unknown form',
    field: 'Content-Type',
    rule: `The body is one of: ${accepted.join(', ')}.`,
    mend: 'Send another Content-Type.',
  });
}

/** 422: well formed, but it cannot be in force; every problem with its field. */
export function notAcceptable(
  title: string,
  problems: readonly { readonly field: string; readonly rule: string; readonly mend: string }[],
): Refusal {
  return refused(422, { title, ...problems[0], problems: [...problems] });
}

/** 503: it can be tried again soon. */
export function notNow(title: string, detail: string): Refusal {
  const words = { title, detail, mend: 'Try again in a moment.' };
  return refused(503, words, { 'retry-after': '1' });
}

/** 500: our own fault; the log has the rest. */
export const ownFault: Refusal = refused(500, {
  title: 'Something went wrong in Rufwerk',
  mend: 'Try again; when it stays, look into the log.',
});
