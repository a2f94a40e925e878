/**
 * What an administrator has entered in one part and not saved. It outlives the page, another
 * personal tab and a reload, and ends with the Teams window.
 */
import { valueAt } from './differences.ts';

export interface Draft<Content extends object> {
  readonly content: Content;
  /** What was in force when the first change was made. */
  readonly base: Content;
}

/** `inForce` tells which settings a draft has to have: one of an older page may lack some. */
export function readDraft<Content extends object>(
  key: string,
  inForce: Content,
): Draft<Content> | null {
  const stored = jsonOf(sessionStorage.getItem(nameOf(key)));
  return isDraft(stored, inForce) ? stored : null;
}

export function hasDraft(key: string): boolean {
  return sessionStorage.getItem(nameOf(key)) !== null;
}

/** Null: there is nothing left to keep. */
export function keepDraft<Content extends object>(key: string, draft: Draft<Content> | null): void {
  if (draft === null) sessionStorage.removeItem(nameOf(key));
  else sessionStorage.setItem(nameOf(key), JSON.stringify(draft));
}

function nameOf(key: string): string {
  return `rufwerk.configuration-draft.${key}`;
}

function isDraft<Content extends object>(
  stored: unknown,
  inForce: Content,
): stored is Draft<Content> {
  if (typeof stored !== 'object' || stored === null) return false;
  if (!('content' in stored) || !('base' in stored)) return false;
  return hasKeysOf(stored.content, inForce) && hasKeysOf(stored.base, inForce);
}

/** Groups have the same settings; what a list holds is the server's to judge. */
function hasKeysOf(value: unknown, example: unknown): boolean {
  if (typeof example !== 'object' || example === null || Array.isArray(example)) return true;
  if (value === null || 'do' in example) return true;
  if (typeof value !== 'object') return false;
  return Object.entries(example).every(
    ([key, inner]) => Object.hasOwn(value, key) && hasKeysOf(valueAt(value, key), inner),
  );
}

function jsonOf(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not a draft of ours: there is none.
    return null;
  }
}
