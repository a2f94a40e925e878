import { describe, expect, test } from '@jest/globals';
import { asId, writeSnapshot } from '@rufwerk/engine/core';
import { JournalConflict, NotAccepted, type TenantStore } from '@rufwerk/engine/ports';
import { verifyJournal } from '@rufwerk/engine/runtime';
import { callWaits, openHelpDesk, settled, Stage } from './stage.ts';

describe('the one writer of a tenant', () => {
  test('acknowledges an input only after its row is written', async () => {
    const stage = new Stage();
    const runtime = await stage.start();
    const before = stage.store.rows.length;
    const { seq } = await runtime.submit({ type: 'TimeReached' });
    expect(stage.store.rows.length).toBe(before + 1);
    expect(stage.store.rows.at(-1)?.seq).toBe(seq);
  });

  test('inputs that arrive together share one row', async () => {
    const stage = new Stage();
    const runtime = await stage.start();
    const before = stage.store.rows.length;
    await Promise.all(Array.from({ length: 50 }, () => runtime.submit({ type: 'TimeReached' })));
    expect(stage.store.rows.length).toBe(before + 1);
    expect(stage.store.rows.at(-1)?.entries).toHaveLength(50);
  });

  test('effects are driven after the commit, and their outcomes come back', async () => {
    const stage = new Stage();
    const runtime = await stage.start();
    await openHelpDesk(runtime);
    await callWaits(runtime, 'call-1');
    await settled(runtime);
    expect(stage.kinds()).toEqual(
      expect.arrayContaining(['answer-call', 'play-prompt', 'invite-agent', 'show-decision-card']),
    );
    expect(runtime.health().openEffects).toBe(0);
  });

  test('a commit that fails refuses its inputs, performs nothing, goes on from the store', async () => {
    const stage = new Stage();
    const runtime = await stage.start();
    await openHelpDesk(runtime);
    stage.store.failures.push(new Error('disk full'));
    const call = {
      resourceAccountId: asId<never>('account-help-desk'),
      callerId: asId<never>('x'),
    };
    const arrived = {
      type: 'CallArrived',
      platformCallId: asId<never>('call-1'),
      ...call,
    } as const;
    await expect(runtime.submit(arrived)).rejects.toThrow(NotAccepted);
    expect(stage.kinds()).not.toContain('answer-call');
    await runtime.submit(arrived);
    await settled(runtime);
    expect(stage.kinds().filter((kind) => kind === 'answer-call')).toHaveLength(1);
  });

  test('a second writer makes this one stop for good, and say so', async () => {
    const stage = new Stage();
    const runtime = await stage.start();
    stage.store.failures.push(new JournalConflict('row 2 is taken'));
    await expect(runtime.submit({ type: 'TimeReached' })).rejects.toThrow(NotAccepted);
    expect(stage.brokenBecause).toBe('row 2 is taken');
    await expect(runtime.submit({ type: 'TimeReached' })).rejects.toThrow('row 2 is taken');
  });

  test('an input that makes the core throw is refused alone, nothing else is lost', async () => {
    const stage = new Stage();
    const runtime = await stage.start();
    await openHelpDesk(runtime);
    const broken = {
      type: 'ConfigurationSubmitted',
      configuration: null as never,
      by: null,
    } as const;
    const [first, bad, last] = await Promise.allSettled([
      runtime.submit({ type: 'TimeReached' }),
      runtime.submit(broken),
      runtime.submit({ type: 'TimeReached' }),
    ]);
    expect([first.status, bad.status, last.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await runtime.read((state) => state.services.size)).toBe(1);
  });

  test('a deadline is decided at its own instant, however late its timer comes', async () => {
    const stage = new Stage();
    const runtime = await stage.start();
    await openHelpDesk(runtime);
    await callWaits(runtime, 'call-1');
    await settled(runtime);
    const ringUntilAt = await runtime.read((state) => [...state.offers.values()][0]?.dueAt);
    stage.clock.jump(16_000);
    await settled(runtime);
    const checked = stage.store.rows
      .flatMap((row) => row.entries.flatMap((entry) => entry.facts))
      .find((fact) => fact.type === 'OfferChecked');
    expect(checked?.at).toBe(ringUntilAt);
  });

  test('a deadline that was slept through is a gap first, and nobody is charged', async () => {
    const stage = new Stage();
    const runtime = await stage.start(30_000);
    await openHelpDesk(runtime);
    await callWaits(runtime, 'call-1');
    await settled(runtime);
    stage.clock.jump(3_600_000);
    await settled(runtime);
    const types = stage.store.rows.flatMap((row) => row.entries.map((entry) => entry.input.type));
    expect(types.indexOf('GapObserved')).toBeLessThan(types.lastIndexOf('TimeReached'));
    const facts = stage.store.rows.flatMap((row) => row.entries.flatMap((entry) => entry.facts));
    expect(facts.some((fact) => fact.type === 'OfferExcused')).toBe(true);
  });

  test('after a restart open effects are driven again, and calls are read', async () => {
    const stage = new Stage();
    stage.silent.add('invite-agent');
    const runtime = await stage.start();
    await openHelpDesk(runtime);
    await callWaits(runtime, 'call-1');
    await settled(runtime);
    const before = await runtime.read((state) => writeSnapshot(state));

    const again = new Stage(stage.store);
    again.clock.jump(1_000);
    const restarted = await again.start();
    const invited = again.performed.find(({ effect }) => effect.kind === 'invite-agent');
    expect(invited?.mayHaveHappened).toBe(true);
    expect(again.kinds()).toContain('read-call');
    expect(before).toContain('"tenantId":"tenant"');
    expect(await restarted.read((state) => state.tasks.size)).toBe(1);
  });

  test('a clock that stands before the journal does not stop the tenant', async () => {
    const stage = new Stage();
    const runtime = await stage.start();
    stage.clock.jump(3_600_000);
    await openHelpDesk(runtime);
    const again = new Stage(stage.store);
    const restarted = await again.start();
    const before = restarted.now();
    again.clock.jump(1_000);
    expect(restarted.now()).toBe(before + 1_000);
  });

  test('the journal is decided again to the same bytes', async () => {
    const stage = new Stage();
    const runtime = await stage.start();
    await openHelpDesk(runtime);
    await callWaits(runtime, 'call-1');
    stage.clock.jump(60_000);
    await settled(runtime);
    const store = stage.store as unknown as TenantStore;
    expect(await verifyJournal(store)).toMatchObject({ ok: true });
    const [row] = stage.store.rows.slice(-1);
    Object.assign(row?.entries[0]?.facts[0] ?? {}, { at: 1 });
    expect(await verifyJournal(store)).toMatchObject({ ok: false, seq: row?.seq });
  });

  test('stopping writes a snapshot and takes nothing more', async () => {
    const stage = new Stage();
    const runtime = await stage.start();
    await openHelpDesk(runtime);
    await runtime.stop();
    expect(stage.store.snapshot?.seq).toBe(stage.store.rows.length);
    await expect(runtime.submit({ type: 'TimeReached' })).rejects.toThrow('stopping');
  });
});
