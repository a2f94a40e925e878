/**
 * Repeating a request that Teams refused for the moment (facts of the platform: 412, 429, 502, 504
 * pass; a chat takes 7 messages a second). Bounded in number and in time; a request without any
 * answer is repeated only where a repeat cannot do harm.
 */
import type { Clock } from '@rufwerk/engine/ports';
import type { Sending } from './connector.ts';
import type { Precedence } from './precedence.ts';

const PASSING_STATUSES: readonly number[] = [412, 429, 502, 503, 504];
const FIRST_WAIT_MS = 1_000;

/** Cards of emergencies go before others, and are asked for again by the engine when they fail. */
export type Urgency = 'ordinary' | 'emergency';

interface Bounds {
  readonly attemptsMax: number;
  /** Whoever is asked to wait longer gives up: the card would tell of another time. */
  readonly waitMaxMs: number;
}

const BOUNDS: Readonly<Record<Urgency, Bounds>> = {
  ordinary: { attemptsMax: 4, waitMaxMs: 30_000 },
  emergency: { attemptsMax: 3, waitMaxMs: 4_000 },
};

export interface Patience {
  readonly clock: Clock;
  /** In [0, 1): spreads the repeats of many chats. */
  readonly random: () => number;
  readonly urgency: Urgency;
  /** The one of the whole bot: who goes first. */
  readonly precedence: Precedence;
}

/** Sends until an answer is final; `repeatable` says that sending twice does the same as once. */
export function patiently<Sent>(
  patience: Patience,
  repeatable: boolean,
  send: () => Promise<Sending<Sent>>,
): Promise<Sending<Sent>> {
  const { urgency, precedence } = patience;
  if (urgency === 'emergency') {
    return precedence.first(() => repeatedly(patience, repeatable, send));
  }
  return repeatedly(patience, repeatable, async () => {
    await precedence.turn();
    return send();
  });
}

async function repeatedly<Sent>(
  { clock, random, urgency }: Patience,
  repeatable: boolean,
  send: () => Promise<Sending<Sent>>,
): Promise<Sending<Sent>> {
  const { attemptsMax, waitMaxMs } = BOUNDS[urgency];
  for (let attempt = 1; ; attempt += 1) {
    const sending = await send();
    const waitMs = waitAfter(sending, attempt, repeatable);
    if (waitMs === null || waitMs > waitMaxMs || attempt === attemptsMax) return sending;
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
    case 'refused':
      if (!PASSING_STATUSES.includes(sending.status)) return null;
      return sending.retryAfterMs ?? backOffMs;
  }
}

function wait(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => {
    clock.setTimer(clock.now() + ms, resolve);
  });
}
