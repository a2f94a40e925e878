/** Graph asks whether an address is ours by a token that it wants to have back as it is. */

/** Graph's tokens have about 120 characters. */
const TOKEN_CHARACTERS_MAX = 1_024;

export type Handshake =
  | { readonly kind: 'none' }
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'refused' };

/** `url` is the request's target, with its query. The token comes URL-encoded. */
export function readHandshake(url: string): Handshake {
  const query = url.indexOf('?');
  if (query < 0) return { kind: 'none' };
  const token = new URLSearchParams(url.slice(query)).get('validationToken');
  if (token === null) return { kind: 'none' };
  const isToken = token !== '' && token.length <= TOKEN_CHARACTERS_MAX && isPlain(token);
  return isToken ? { kind: 'answer', text: escaped(token) } : { kind: 'refused' };
}

/** Without characters that steer a terminal or a header. */
function isPlain(text: string): boolean {
  return [...text].every((character) => character >= ' ' && character !== '\u007f');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Anybody may ask: whatever a browser made of the answer, it must not run. Graph's own tokens hold
 * none of these characters.
 */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
