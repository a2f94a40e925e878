/** Script of auth-start.html: sends the pop-up on to Entra's question. */
import { consentAddress, STATE_KEY } from './authorization.ts';

const asked = new URLSearchParams(location.search);
const state = crypto.randomUUID();
sessionStorage.setItem(STATE_KEY, state);

location.replace(
  consentAddress({
    clientId: asked.get('clientId') ?? '',
    scope: asked.get('scope') ?? '',
    loginHint: asked.get('loginHint') || null,
    redirectUri: new URL('auth-end.html', location.href).href.split('?')[0] ?? '',
    state,
    codeChallenge: await challenge(`${crypto.randomUUID()}${crypto.randomUUID()}`),
  }),
);

async function challenge(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const text = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
