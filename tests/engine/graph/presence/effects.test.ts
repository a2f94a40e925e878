import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { asId } from '@rufwerk/engine/core';
import type { EffectId, EffectOutcome, PersonId, PresenceEffect } from '@rufwerk/engine/core';
import { isoDuration } from '../../../../src/engine/graph/presence/presenceWrites.ts';
import { PresenceStage } from './presenceStage.ts';

describe('effects on presence', () => {
  let stage: PresenceStage;
  let anna: PersonId;
  let ben: PersonId;

  beforeEach(async () => {
    stage = await PresenceStage.open();
    anna = stage.add('anna', { availability: 'Busy', activity: 'InACall', sequenceNumber: '7' });
    ben = stage.add('ben');
  });
  afterEach(() => stage.close());

  const begin = (effect: PresenceEffect): Promise<EffectOutcome> => {
    const effectId = asId<EffectId>('effect-1');
    return stage.presence.effects.perform({ effectId, effect, mayHaveHappened: false });
  };
  const perform = (effect: PresenceEffect) => stage.clock.advanceUntil(begin(effect));
  const read = (...agentIds: PersonId[]): PresenceEffect => {
    return { kind: 'read-presence', agentIds, because: 'offer' };
  };
  const write = (forSeconds = 300): PresenceEffect => {
    const presence = { availability: 'Busy', activity: 'InACall' } as const;
    return { kind: 'write-presence', agentId: anna, presence, forSeconds };
  };

  describe('a direct read', () => {
    test('tells what Graph shows, as old as its question', async () => {
      const askedAt = stage.clock.now();
      const outcome = await perform(read(anna));
      expect(outcome).toEqual({
        kind: 'presence-read',
        askedAt: askedAt + 5,
        readings: [
          {
            ...{ agentId: anna, availability: 'Busy', activity: 'InACall', fidelity: 'activity' },
            ...{ outOfOffice: false, sequenceNumber: '7' },
          },
        ],
      });
    });

    test('that comes within a moment of others shares their request', async () => {
      const outcomes = [begin(read(anna)), begin(read(ben)), begin(read(anna, ben))];
      const told = await stage.clock.advanceUntil(Promise.all(outcomes));
      expect(stage.double.received).toHaveLength(1);
      const people = told.map((outcome) =>
        outcome.kind === 'presence-read' ? outcome.readings.map(({ agentId }) => agentId) : [],
      );
      expect(people).toEqual([[anna], [ben], [anna, ben]]);
    });

    test('EMG-14: also tells of people who are no agents, and nothing of those outside', async () => {
      const contact = stage.add('contact');
      stage.remove(contact);
      const outside = stage.addOutside('mail-only');
      const outcome = await perform({
        ...{ kind: 'read-presence', agentIds: [outside, contact], because: 'callback' },
      });
      expect(outcome).toMatchObject({
        kind: 'presence-read',
        readings: [
          { agentId: outside, availability: 'PresenceUnknown' },
          { agentId: contact, availability: 'Available' },
        ],
      });
    });

    test('a moment later is a request of its own: it must not be older than its question', async () => {
      await perform(read(anna));
      await perform(read(anna));
      expect(stage.double.received).toHaveLength(2);
    });

    test('that fails is not repeated: the call does not wait', async () => {
      stage.double.react = () => ({ status: 500 });
      const outcome = await perform(read(anna));
      expect(outcome).toEqual({ kind: 'failed', cause: 'Microsoft Graph answered 500' });
      expect(stage.double.received).toHaveLength(1);
      expect(stage.health().sources.read).toMatchObject({ isFailing: true });
    });

    test('while Graph asks to wait says so at once', async () => {
      stage.double.script({ status: 429, headers: { 'retry-after': '60' } });
      await perform(read(anna));
      const outcome = await perform(read(anna));
      expect(outcome).toMatchObject({ kind: 'failed' });
      expect(stage.double.received).toHaveLength(1);
      await stage.clock.advance(60_000);
      expect(await perform(read(anna))).toMatchObject({ kind: 'presence-read' });
    });

    test('more than 650 people together are two requests', async () => {
      const many = stage.addMany(700, () => undefined);
      const both = [begin(read(...many.slice(0, 400))), begin(read(...many.slice(400)))];
      await stage.clock.advanceUntil(Promise.all(both));
      const sizes = stage.double.received.map(({ body }) => (body as { ids: string[] }).ids.length);
      expect(sizes.sort()).toEqual([300, 400]);
    });
  });

  describe('a write', () => {
    test('DEC-5: is our one session of the person, and ends by itself', async () => {
      expect(await perform(write(3_900))).toEqual({ kind: 'done' });
      const [request] = stage.double.received;
      expect(request?.path).toBe('/v1.0/users/Entra-anna/presence/setPresence');
      expect(request?.body).toEqual({
        ...{ sessionId: 'application', availability: 'Busy', activity: 'InACall' },
        expirationDuration: 'PT1H5M',
      });
    });

    test('is taken back by its session alone', async () => {
      expect(await perform({ kind: 'clear-presence', agentId: anna })).toEqual({ kind: 'done' });
      const [request] = stage.double.received;
      expect(request?.path).toBe('/v1.0/users/Entra-anna/presence/clearPresence');
      expect(request?.body).toEqual({ sessionId: 'application' });
    });

    test('of a preference is the person’s own, for as long as wished, and taken back', async () => {
      const presence = { availability: 'BeRightBack', activity: 'BeRightBack' } as const;
      const prefer = { kind: 'prefer-presence', agentId: anna } as const;
      await perform({ ...prefer, presence, forMinutes: 30 });
      await perform({ ...prefer, presence, forMinutes: null });
      await perform({ ...prefer, presence: null, forMinutes: null });
      expect(stage.double.received.map(({ path, body }) => [path.split('/').at(-1), body])).toEqual(
        [
          ['setUserPreferredPresence', { ...presence, expirationDuration: 'PT30M' }],
          ['setUserPreferredPresence', presence],
          ['clearUserPreferredPresence', {}],
        ],
      );
    });

    test('waits as long as Graph asks, and is done then', async () => {
      stage.double.script({ status: 429, headers: { 'retry-after': '7' } });
      const startedAt = stage.clock.now();
      expect(await perform(write())).toEqual({ kind: 'done' });
      expect(stage.clock.now() - startedAt).toBeGreaterThanOrEqual(7_000);
      expect(stage.double.received).toHaveLength(2);
    });

    test('that would have to wait too long fails in time', async () => {
      stage.double.react = () => ({ status: 429, headers: { 'retry-after': '60' } });
      const outcome = await perform(write());
      expect(outcome).toEqual({ kind: 'failed', cause: 'Microsoft Graph answered 429' });
      expect(stage.double.received).toHaveLength(1);
    });

    test('in doubt is simply done again, and unknown when the doubt remains', async () => {
      stage.double.script({ status: 500 }, 'cut');
      expect(await perform(write())).toEqual({ kind: 'done' });
      stage.double.react = () => ({ status: 500 });
      expect(await perform(write())).toMatchObject({ kind: 'unknown' });
      expect(stage.double.received).toHaveLength(6);
    });

    test('without consent says which permission is missing, and how to give it', async () => {
      stage.double.react = () => ({ status: 403, body: { error: { code: 'Forbidden' } } });
      const outcome = await perform(write());
      expect(outcome.kind).toBe('failed');
      expect('cause' in outcome ? outcome.cause : '').toMatch(
        /Presence\.ReadWrite\.All .* admin consent/,
      );
      expect(stage.health().sources.write).toMatchObject({ isFailing: true });
    });

    test('about somebody who is gone: a write fails, a clearance is done', async () => {
      stage.double.react = () => ({ status: 404 });
      expect(await perform(write())).toMatchObject({ kind: 'failed' });
      expect(await perform({ kind: 'clear-presence', agentId: anna })).toEqual({ kind: 'done' });
      expect(stage.health().sources.write.isFailing).toBe(false);
    });

    test('about somebody who was erased asks nobody', async () => {
      const agentId = asId<PersonId>('stranger');
      const outcome = await perform({ kind: 'clear-presence', agentId });
      expect(outcome).toMatchObject({
        kind: 'failed',
        cause: expect.stringContaining('directory'),
      });
      expect(stage.double.received).toHaveLength(0);
    });
  });

  test('polls, reads and writes wait together when Graph asks for it', async () => {
    await stage.start();
    stage.double.script({ status: 429, headers: { 'retry-after': '10' } });
    const written = begin(write());
    await stage.pass(6_000);
    expect(stage.double.received).toHaveLength(2);
    await stage.pass(5_000);
    expect(await written).toEqual({ kind: 'done' });
  });
});

describe('durations', () => {
  test.each([
    [300, 'PT5M'],
    [14_400, 'PT4H'],
    [3_665, 'PT1H1M5S'],
    [36_000, 'PT10H'],
    [0, 'PT1S'],
  ])('%i seconds are %s', (seconds, text) => {
    expect(isoDuration(seconds)).toBe(text);
  });
});
