/**
 * Repeating a request that Teams refused for the moment (facts of the platform: 412, 429, 502, 504
 * pass; a chat takes 7 messages a second). Bounded in number and in time; a request without any
 * answer is repeated only where a repeat cannot do harm.
 */
import type { Clock } from '@rufwerk/engine/ports';
import type { Sending } from './connector.ts';

const PASSING_STATUSES: readonly number[] = [412, 429, 502, 503, 504];
const ATTEMPTS_MAX = 4;
const FIRST_WAIT_MS = 1_000;
/** Whoever is asked to wait longer gives up: the card would tell of another time. */
const WAIT_MAX_MS = 30_000;

export interface Patience {
  readonly clock: Clock;
  /** In [0, 1): spreads the repeats of many chats. */
  readonly random: () => number;
}

/** Sends until an answer is final; `repeatable` says that sending twice does the same as once. */
export async function patiently<Sent>(
  { clock, random }: Patience,
  repeatable: boolean,
  send: () => Promise<Sending<Sent>>,
): Promise<Sending<Sent>> {
  for (let attempt = 1; ; attempt += 1) {
    const sending = await send();
    const waitMs = waitAfter(sending, attempt, repeatable);
    if (waitMs === null || attempt === ATTEMPTS_MAX) return sending;
    await wait(clock, waitMs * (1 + random() / 4));
  }
}

/** How long to wait before the next attempt; null when there is to be none. */
function waitAfter(sending: Sending<unknown>, attempt: number, repeatable: boolean): number | null {
  const backOffMs = FIRST_WAIT_MS * 2 ** (attempt - 1);
  switch (sending.kind) {
    case 'sent':
    case 'not-sent':
      return null;
    case 'unanswered':
      return repeatable ? backOffMs : null;
    case 'refused': {
      if (!PASSING_STATUSES.includes(sending.status)) return null;
      const waitMs = sending.retryAfterMs ?? backOffMs;
      return waitMs <= WAIT_MAX_MS ? waitMs : null;
    }
  }
}

function wait(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => {
    clock.setTimer(clock.now() + ms, resolve);
  });
}
