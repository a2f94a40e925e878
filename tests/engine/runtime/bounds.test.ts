import { describe, expect, test } from '@jest/globals';
import { NotAccepted } from '@rufwerk/engine/ports';
import { callWaits, dials, openHelpDesk, settled, Stage } from './stage.ts';

describe('the bounds of the writer', () => {
  test('a full queue refuses what comes, and loses nothing of what it took', async () => {
    const stage = new Stage();
    const runtime = await stage.start(null, { mostWaiting: 10 });
    const results = await Promise.allSettled(
      Array.from({ length: 15 }, () => runtime.submit({ type: 'TimeReached' })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    for (const result of results.slice(10)) {
      expect(result).toMatchObject({ reason: expect.any(NotAccepted) });
    }
    expect(stage.inputs().filter((type) => type === 'TimeReached')).toHaveLength(10);
  });

  test('inputs that take long to decide are committed one by one, not all at the end', async () => {
    const stage = new Stage();
    const runtime = await stage.start();
    await settled(runtime);
    const rows = stage.store.rows.length;
    const slow = {
      type: 'PresenceBlocksFormed',
      get blocks(): readonly never[] {
        const untilMs = performance.now() + 25;
        while (performance.now() < untilMs);
        return [];
      },
    } as const;
    await Promise.all([runtime.submit(slow), runtime.submit(slow), runtime.submit(slow)]);
    expect(stage.store.rows.length).toBe(rows + 3);
  });

  test('while a row is being written readers wait, effects wait, and inputs gather', async () => {
    const stage = new Stage();
    const runtime = await stage.start();
    await openHelpDesk(runtime);
    await settled(runtime);
    let open = (): void => undefined;
    stage.store.gate = new Promise((resolve) => (open = resolve));
    const seen: string[] = [];
    const dialled = dials(runtime, 'call-1').then(() => seen.push('acknowledged'));
    await new Promise((resolve) => setImmediate(resolve));
    const read = runtime
      .read((state) => state.tasks.size)
      .then((tasks) => seen.push(`read ${tasks}`));
    const gathered = [runtime.submit({ type: 'TimeReached' }), dials(runtime, 'call-2')];
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(seen).toEqual([]);
    expect(stage.kinds()).not.toContain('answer-call');
    const rows = stage.store.rows.length;
    open();
    await Promise.all([dialled, read, ...gathered]);
    expect(seen).toEqual(['acknowledged', 'read 1']);
    expect(stage.store.rows[rows + 1]?.entries.map(({ input }) => input.type)).toEqual(
      expect.arrayContaining(['TimeReached', 'CallArrived']),
    );
  });

  test('stopping takes outcomes that come in time, and leaves what hangs open', async () => {
    const stage = new Stage();
    const runtime = await stage.start();
    await openHelpDesk(runtime);
    let tell = (): void => undefined;
    stage.outcomes.set('invite-agent', () => {
      return new Promise((resolve) => {
        tell = () => resolve({ kind: 'invited', participantId: 'late' });
      });
    });
    await callWaits(runtime, 'call-1');
    await settled(runtime);
    const stopping = runtime.stop();
    await expect(dials(runtime, 'call-2')).rejects.toThrow('stopping');
    tell();
    await stopping;
    expect(stage.facts('OfferPlaced')).toEqual([
      expect.objectContaining({ participantId: 'late' }),
    ]);
    expect(stage.store.snapshot?.seq).toBe(stage.store.rows.length);
  });

  test('a journal of another tenant is not gone on with', async () => {
    const stage = new Stage();
    await stage.start();
    const [first] = stage.store.rows[0]?.entries[0]?.facts ?? [];
    Object.assign(first ?? {}, { tenantId: 'other' });
    await expect(stage.start()).rejects.toThrow('The journal is of tenant other');
  });
});
