import { describe, expect, test } from '@jest/globals';
import type { Clock, Timer } from '@rufwerk/engine/ports';
import type { Sending } from '../../../src/bot/chat/connector.ts';
import { patiently, type Patience } from '../../../src/bot/chat/patience.ts';
import { Precedence } from '../../../src/bot/chat/precedence.ts';

/** A clock that a test moves by hand. */
class HandClock implements Clock {
  #now = 0;
  readonly #timers = new Map<() => void, number>();

  now(): number {
    return this.#now;
  }

  setTimer(at: number, callback: () => void): Timer {
    this.#timers.set(callback, at);
    return { cancel: () => void this.#timers.delete(callback) };
  }

  async moveTo(at: number): Promise<void> {
    this.#now = at;
    for (const [callback, dueAt] of [...this.#timers]) {
      if (dueAt > at || !this.#timers.delete(callback)) continue;
      callback();
    }
    await settled();
  }
}

/** Everything that waits for nothing but promises has run. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const sent: Sending<null> = { kind: 'sent', sent: null };
const throttled: Sending<null> = {
  ...{ kind: 'refused', status: 429, code: null, retryAfterMs: 1_000 },
};

function stage(): { clock: HandClock; ordinary: Patience; emergency: Patience } {
  const clock = new HandClock();
  const shared = { clock, random: () => 0, precedence: new Precedence(clock) };
  return {
    clock,
    ordinary: { ...shared, urgency: 'ordinary' },
    emergency: { ...shared, urgency: 'emergency' },
  };
}

describe('cards of emergencies go first', () => {
  test('a throttled one is sent again before any other card is', async () => {
    const { clock, ordinary, emergency } = stage();
    const order: string[] = [];
    const answers = [throttled, sent];
    const urgent = patiently(emergency, true, () => {
      order.push('emergency');
      return Promise.resolve(answers.shift() ?? sent);
    });
    const other = patiently(ordinary, true, () => {
      order.push('ordinary');
      return Promise.resolve(sent);
    });
    await settled();
    expect(order).toEqual(['emergency']);
    await clock.moveTo(1_000);
    expect(await Promise.all([urgent, other])).toEqual([sent, sent]);
    expect(order).toEqual(['emergency', 'emergency', 'ordinary']);
  });

  test('other cards stand back for ten seconds and no longer', async () => {
    const { clock, ordinary, emergency } = stage();
    let isSent = false;
    void patiently(emergency, true, () => new Promise<Sending<null>>(() => undefined));
    void patiently(ordinary, true, () => {
      isSent = true;
      return Promise.resolve(sent);
    });
    await clock.moveTo(9_999);
    expect(isSent).toBe(false);
    await clock.moveTo(10_000);
    expect(isSent).toBe(true);
  });

  test('an emergency never stands back for another', async () => {
    const { emergency } = stage();
    void patiently(emergency, true, () => new Promise<Sending<null>>(() => undefined));
    expect(await patiently(emergency, true, () => Promise.resolve(sent))).toEqual(sent);
  });

  test('one that throws lets the others go', async () => {
    const { ordinary, emergency } = stage();
    const urgent = patiently(emergency, true, () => Promise.reject(new Error('no such door')));
    const other = patiently(ordinary, true, () => Promise.resolve(sent));
    await expect(urgent).rejects.toThrow('no such door');
    expect(await other).toEqual(sent);
  });
});
