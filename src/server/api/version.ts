/** ETags: the version that a change was made from (design.md, "Conventions"). */
import { createHash } from 'node:crypto';
import type { Texts } from '@rufwerk/engine/core';
import { changedMeanwhile, versionNeeded, type Refusal } from '../http/problem.ts';

/** A tag of what is in force: the same content, the same tag. */
export function etagOf(content: unknown): string {
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('base64url');
  return `"${digest.slice(0, 20)}"`;
}

/** Null when the change was made from what is in force. */
export function refuseOldVersion(
  ifMatch: string | null,
  etag: string,
  what: Texts,
): Refusal | null {
  if (ifMatch === null) return versionNeeded;
  const tags = ifMatch.split(',').map((tag) => tag.trim());
  return tags.includes('*') || tags.includes(etag) ? null : changedMeanwhile(what, etag);
}
