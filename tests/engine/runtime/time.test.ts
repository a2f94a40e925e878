import { describe, expect, test } from '@jest/globals';
import type { EffectOutcome } from '@rufwerk/engine/core';
import { callWaits, openHelpDesk, settled, Stage } from './stage.ts';

describe('the time of a tenant', () => {
  test('a machine that slept while no deadline was near notices it', async () => {
    const stage = new Stage();
    const runtime = await stage.start(30_000);
    await openHelpDesk(runtime);
    await settled(runtime);
    const heardAt = stage.clock.now();
    stage.clock.jump(20_000);
    await settled(runtime);
    expect(stage.inputs()).not.toContain('GapObserved');
    stage.clock.jump(120_000);
    await settled(runtime);
    expect(stage.facts('GapRecorded')).toEqual([
      expect.objectContaining({ fromAt: heardAt + 20_000, at: heardAt + 140_000 }),
    ]);
  });

  test('an input that comes before the timer of a sleeper is decided after the gap', async () => {
    const stage = new Stage();
    const runtime = await stage.start(30_000);
    await openHelpDesk(runtime);
    stage.clock.jump(120_000, { withTimers: false });
    await runtime.submit({ type: 'PresenceBlocksFormed', blocks: [] });
    const inputs = ['GapObserved', 'TimeReached', 'PresenceBlocksFormed'];
    expect(stage.inputs().slice(-3)).toEqual(inputs);
  });

  test('a clock put back an hour holds up no deadline', async () => {
    const stage = new Stage();
    const runtime = await stage.start();
    await openHelpDesk(runtime);
    await callWaits(runtime, 'call-1');
    await settled(runtime);
    const offeredAt = runtime.now();
    stage.clock.jump(-3_600_000);
    await runtime.submit({ type: 'PresenceBlocksFormed', blocks: [] });
    expect(runtime.now()).toBe(offeredAt);
    await settled(runtime);
    stage.clock.jump(15_000);
    await settled(runtime);
    expect(stage.facts('OfferChecked')).toEqual([
      expect.objectContaining({ at: offeredAt + 15_000 }),
    ]);
  });

  test('after a leap what a deadline asks of the world precedes the next deadline', async () => {
    const stage = new Stage();
    const runtime = await stage.start();
    await openHelpDesk(runtime);
    await callWaits(runtime, 'call-1');
    await settled(runtime);
    const ringing = await runtime.read((state) => [...state.offers.values()][0]?.agentId);
    // The agent accepted, but nobody told us: only the reading shows it.
    let tell: (outcome: EffectOutcome) => void = () => undefined;
    stage.outcomes.set('read-call', () => new Promise((resolve) => (tell = resolve)));
    stage.clock.jump(60_000);
    await settled(runtime);
    expect(stage.facts('OfferChecked')).toHaveLength(1);
    expect(stage.facts('OfferRecalled')).toEqual([]);
    const inCall = { participantId: 'p', isApplication: false };
    tell({
      kind: 'call-read',
      state: 'established',
      roster: [{ ...inCall, personId: ringing ?? null }],
    });
    await settled(runtime);
    expect(stage.facts('CallConnected')).toHaveLength(1);
    expect(stage.facts('OfferRecalled')).toEqual([]);
  });
});
