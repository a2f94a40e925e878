/**
 * The address at which Entra asks for consent, and what it answers. Only the consent is wanted: the
 * code that comes back is never redeemed, so no token of Microsoft Graph ever reaches the browser.
 */
export interface ConsentQuestion {
  readonly clientId: string;
  readonly scope: string;
  /** Who is asked, so that nobody has to choose an account; null when it is not known. */
  readonly loginHint: string | null;
  /** Address of auth-end.html. */
  readonly redirectUri: string;
  /** Comes back unchanged: proves that the answer belongs to this question. */
  readonly state: string;
  /** SHA-256 of a verifier, base64url (RFC 7636). */
  readonly codeChallenge: string;
}

const AUTHORITY = 'https://login.microsoftonline.com/organizations';

export function consentAddress(question: ConsentQuestion): string {
  const query = new URLSearchParams({
    client_id: question.clientId,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: question.redirectUri,
    scope: `openid ${question.scope}`,
    state: question.state,
    code_challenge: question.codeChallenge,
    code_challenge_method: 'S256',
  });
  if (question.loginHint !== null) query.set('login_hint', question.loginHint);
  return `${AUTHORITY}/oauth2/v2.0/authorize?${query.toString()}`;
}

export type ConsentAnswer =
  { readonly granted: true } | { readonly granted: false; readonly why: string };

/** Reads the query with which Entra comes back. */
export function readConsentAnswer(query: URLSearchParams, state: string | null): ConsentAnswer {
  const error = query.get('error');
  if (error !== null) {
    return { granted: false, why: query.get('error_description') ?? error };
  }
  if (state === null || query.get('state') !== state) {
    return {
      granted: false,
      why: 'The answer does not belong to this question. Please try again.',
    };
  }
  return { granted: true };
}

/** Where the question's state waits for the answer, in the pop-up's own session storage. */
export const STATE_KEY = 'rufwerk.consent.state';
