/** Refused notifications, posted as anybody could: told, with the mend, until it is over. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pushChecks } from '../../../src/server/notifications/checks.ts';
import { inLanguage } from '../../../src/server/readiness/check.ts';
import {
  refusedEmergencyCheck,
  refusedPresenceCheck,
} from '../../../src/server/notifications/refusedChecks.ts';
import { NotificationCounts } from '../../../src/engine/graph/notifications/figures.ts';
import { PlayedClock } from '../../engine/graph/playedClock.ts';
import { ONE, PushStage } from './pushStage.ts';

describe('through the server', () => {
  let stage: PushStage;
  let subscription: { readonly id: string; readonly clientState: string };
  beforeEach(async () => {
    stage = await PushStage.open();
    const account = await stage.signIn(ONE);
    await stage.live(account);
    const records = JSON.parse(stage.secrets.values.get('presence-subscriptions') ?? '') as Record<
      string,
      { held: typeof subscription }
    >;
    const held = records[account]?.held;
    if (held === undefined) throw new Error('There is no subscription.');
    subscription = held;
  });
  afterEach(() => stage.close());

  function told(id: string, checkedAgainAt = 0) {
    const checks = pushChecks(stage.push, stage.clock.now(), checkedAgainAt);
    const found = checks.find((check) => check.id === id);
    if (found === undefined) throw new Error(`There is no check ${id}.`);
    return { en: inLanguage(found, 'en'), de: inLanguage(found, 'de') };
  }

  async function post(times: number, body: string): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      expect((await stage.post('/api/notifications', body)).status).toBe(202);
    }
  }

  function item(more: object = {}): string {
    const { id: subscriptionId, clientState } = subscription;
    const value = [{ subscriptionId, clientState, resource: 'presences', ...more }];
    return JSON.stringify({ value, validationTokens: [] });
  }

  describe('notifications that are refused', () => {
    test.each([
      ['a wrong clientState', () => item({ clientState: 'forged' }), 'clientState', 'clientState'],
      [
        'an unknown subscription',
        () => item({ subscriptionId: 'x' }),
        'clientState',
        'clientState',
      ],
      ['no validation token', () => item(), 'not authentic', 'nicht echt'],
      ['no form at all', () => 'nothing', 'do not have the form', 'nicht die Form'],
    ])('DEC-15: %s is told from five on, and no more after half an hour', async (...given) => {
      const [, body, causeInEnglish, causeInGerman] = given;
      await post(4, body());
      expect(told('push.refused').en).toMatchObject({ state: 'good', cause: null });
      await post(1, body());
      const { en, de } = told('push.refused');
      expect(en).toMatchObject({
        state: 'warning',
        effect: expect.stringContaining(
          'Of 5 notifications in the last 30 minutes 5 were refused.',
        ),
        cause: expect.stringContaining(causeInEnglish),
        mend: expect.stringMatching(/\w{4}/),
      });
      expect(de.effect).toContain('Von 5 Meldungen der letzten 30 Minuten wurden 5 abgelehnt.');
      expect(de.cause).toContain(causeInGerman);
      stage.clock.forward(31 * 60_000);
      expect(told('push.refused').en).toMatchObject({ state: 'good' });
    });

    test('DEC-15: what was refused before somebody mended it counts no more', async () => {
      await post(5, item({ clientState: 'forged' }));
      const mendedAt = stage.clock.now() + 1;
      expect(told('push.refused', mendedAt).en).toMatchObject({ state: 'good' });
      stage.clock.forward(61_000);
      await post(5, item({ clientState: 'forged' }));
      expect(told('push.refused', mendedAt).en).toMatchObject({ state: 'warning' });
    });
  });
});

describe('by what was counted', () => {
  test('DEC-15: one of ten is a large share; fewer may be anybody’s attempts', () => {
    const counts = new NotificationCounts(new PlayedClock());
    for (let time = 0; time < 45; time += 1) counts.of('presence').took('accepted');
    counts.of('presence').refuse('key', 5);
    expect(refusedPresenceCheck(counts.figures(), 0)).toMatchObject({
      state: 'warning',
      words: { cause: { en: expect.stringContaining('cannot be decrypted') } },
    });
    counts.of('presence').took('duplicate');
    expect(refusedPresenceCheck(counts.figures(), 0)).toMatchObject({ state: 'good' });
    counts.of('unknown').refuse('malformed', 6);
    expect(refusedPresenceCheck(counts.figures(), 0)).toMatchObject({
      state: 'warning',
      words: { cause: { de: expect.stringContaining('nicht die Form') } },
    });
  });

  test('DEC-8: a single one about emergency calls is a fault, for half an hour', async () => {
    const clock = new PlayedClock();
    const counts = new NotificationCounts(clock);
    counts.of('presence').refuse('tenant', 9);
    expect(refusedEmergencyCheck(counts.figures(), 0)).toMatchObject({ state: 'good' });
    counts.of('emergency-calls').refuse('certificate');
    expect(refusedEmergencyCheck(counts.figures(), 0)).toMatchObject({
      state: 'fault',
      words: { effect: { en: expect.stringContaining('is not protected') } },
    });
    await clock.advance(31 * 60_000);
    expect(refusedEmergencyCheck(counts.figures(), 0)).toMatchObject({ state: 'good' });
  });
});
