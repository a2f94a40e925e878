/** The same matter to many chats, and what that comes to as one outcome. */
import type { EffectOutcome, PersonId } from '@rufwerk/engine/core';
import type { Trouble } from './post.ts';

type Troubled = Exclude<Trouble, null>['kind'];

/** Teams takes about 30 requests a second from one bot, and other matters have cards too. */
const CHATS_AT_ONCE = 10;

/** Causes reach the journal, so they name nobody. */
export async function toAll(
  personIds: readonly PersonId[],
  send: (personId: PersonId) => Promise<Trouble>,
): Promise<Extract<EffectOutcome, { kind: 'done' | Troubled }>> {
  const troubles: Exclude<Trouble, null>[] = [];
  for (let first = 0; first < personIds.length; first += CHATS_AT_ONCE) {
    const some = personIds.slice(first, first + CHATS_AT_ONCE);
    const sent = await Promise.all(some.map(send));
    troubles.push(...sent.filter((trouble) => trouble !== null));
  }
  const worst = troubles.find(({ kind }) => kind === 'unknown') ?? troubles[0];
  if (worst === undefined) return { kind: 'done' };
  const cause = `${troubles.length} of ${personIds.length} chats: ${worst.cause}`;
  return { kind: worst.kind, cause };
}
