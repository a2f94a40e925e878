/**
 * Digests of plain data: equal data, equal digest. Not cryptographic: they show that two
 * computations agree, not that nobody meddled.
 */

import type { PersonId } from '../ids.ts';

/** Whatever the order of keys: for small data that comes from several places. */
export function digestOf(value: unknown): string {
  return digestOfText(canonical(value));
}

/** The digest of a text; for data that one piece of code always writes in the same order. */
export function digestOfText(text: string): string {
  return hex(hash32(text, 0x811c9dc5)) + hex(hash32(text, 0x01234567));
}

function hex(hash: number): string {
  return hash.toString(16).padStart(8, '0');
}

/** FNV-1a over UTF-16 code units, from a start value; 32 bits, unsigned. */
export function hash32(text: string, start: number): number {
  let hash = start >>> 0;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  // FNV's low bits move little between texts that differ in their last letter: mix once more.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** JSON with sorted keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
    return `{${entries.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** A person's id as a number: lots, tie-breaks and digests are drawn from it. */
export function personHash(id: PersonId): number {
  return hash32(id, 0x5bd1e995);
}
