/**
 * Where Entra sends the administrator's browser back to after a sign-in by redirect. Nobody is
 * signed in to Rufwerk in that browser: the secret that it brings back, once, is what counts.
 */
import type { Language } from '@rufwerk/engine/core';
import { SIGN_IN_REDIRECT_PATH, type PresencePush, type SignIn } from '@rufwerk/engine/graph';
import type { Log } from '@rufwerk/engine/ports';
import type { Request, Response, Server } from 'restify';
import { languageOf } from '../http/language.ts';

const WORDS: Readonly<
  Record<Language, Readonly<Record<'signedIn' | 'unknown' | 'fault', string>>>
> = {
  en: {
    signedIn: 'The presence account is signed in. You can close this window.',
    unknown: 'Nobody waits for this sign-in any more. Start it again in Rufwerk.',
    fault: 'The sign-in could not be finished. Start it again in Rufwerk.',
  },
  de: {
    signedIn: 'Das Präsenzkonto ist angemeldet. Sie können dieses Fenster schliessen.',
    unknown: 'Auf diese Anmeldung wartet niemand mehr. Bitte in Rufwerk neu beginnen.',
    fault: 'Die Anmeldung konnte nicht beendet werden. Bitte in Rufwerk neu beginnen.',
  },
};

export function serveSignInRedirect(
  server: Server,
  { push, log }: { readonly push: Pick<PresencePush, 'accounts'>; readonly log: Log },
): void {
  server.get(SIGN_IN_REDIRECT_PATH, async (request: Request, response: Response) => {
    const language = languageOf(request.headers['accept-language']);
    try {
      const query = new URLSearchParams(request.getQuery());
      const signIn = await push.accounts.signIns.finishRedirect({
        state: query.get('state') ?? '',
        code: query.get('code'),
        error: query.get('error'),
        errorDescription: query.get('error_description'),
      });
      write(response, language, ...outcomeOf(signIn, language));
    } catch (err) {
      log.error({ err }, 'A presence account could not be signed in');
      write(response, language, 500, WORDS[language].fault);
    }
  });
}

function outcomeOf(signIn: SignIn | null, language: Language): [status: number, words: string] {
  if (signIn === null || signIn.state.kind === 'waiting') return [400, WORDS[language].unknown];
  if (signIn.state.kind === 'signed-in') return [200, WORDS[language].signedIn];
  const { rule, mend } = signIn.state.problem;
  return [403, `${rule[language]} ${mend[language]}`];
}

/** The address holds a code, which no other page may learn. Nothing on the page may run. */
function write(response: Response, language: Language, status: number, words: string): void {
  const text =
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Rufwerk</title>` +
    `<meta name="viewport" content="width=device-width"><p>${escaped(words)}</p></html>`;
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': String(Buffer.byteLength(text)),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  });
  response.end(text);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
