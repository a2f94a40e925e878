import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Fidelity } from '@rufwerk/engine/core';
import type { TokenSource } from '@rufwerk/engine/ports';
import { PresenceStage } from './presenceStage.ts';

describe('DEC-17: reading through a presence account', () => {
  let stage: PresenceStage;
  let isConsented = true;

  beforeEach(async () => {
    stage = await PresenceStage.open();
    stage.tokens.accessToken = (_scope, refused) =>
      Promise.resolve(refused === undefined ? 'application' : 'application-renewed');
    isConsented = true;
    stage.double.react = (request) => {
      const isApplication = String(request.headers['authorization']).includes('application');
      return isApplication && !isConsented ? { status: 403 } : stage.showing(request);
    };
    stage.add('anna', { availability: 'Busy', activity: 'InAMeeting' });
  });
  afterEach(() => stage.close());

  const account: TokenSource = { accessToken: () => Promise.resolve('account') };
  const use = (fidelity: Fidelity, tokens = account) =>
    stage.presence.useDelegated(() => ({ tokens, fidelity }));
  const askedAs = () => stage.double.received.map(({ headers }) => headers['authorization']);

  test('AHB-34: is not needed while the application may read by itself, activities included', async () => {
    await stage.start();
    await stage.pass(4_000);
    expect(new Set(askedAs())).toEqual(new Set(['Bearer application']));
    expect(stage.health()).toMatchObject({ readsAs: 'application', isFailing: false });
    expect(stage.told('anna')).toMatchObject([{ activity: 'InAMeeting', fidelity: 'activity' }]);
  });

  test('begins when the application’s permission is withdrawn, without a reading lost', async () => {
    use('activity');
    await stage.start();
    expect(stage.health().readsAs).toBe('application');
    isConsented = false;
    await stage.pass(4_000);
    expect(askedAs()).toEqual(
      ['application', 'application', 'account', 'account'].map((who) => `Bearer ${who}`),
    );
    expect(stage.polls()).toHaveLength(3);
    expect(stage.health()).toMatchObject({ readsAs: 'presence-account', isFailing: false });
    expect(stage.health().applicationTrouble?.mend).toMatch(/Presence\.Read\.All/);
    expect(stage.told('anna')).toHaveLength(1);
  });

  test('NIM-24: an account of another tenant sees the availability only', async () => {
    use('availability');
    await stage.start();
    isConsented = false;
    await stage.pass(2_000);
    expect(stage.told('anna').at(-1)).toMatchObject({
      ...{ availability: 'Busy', activity: 'Busy', fidelity: 'availability' },
    });
  });

  test('ends by itself when the consent returns: another token is tried once a minute', async () => {
    use('activity');
    isConsented = false;
    await stage.start();
    await stage.pass(3 * 60_000);
    const tries = askedAs().filter((who) => who?.includes('application'));
    expect(tries.length).toBeGreaterThanOrEqual(3);
    expect(tries.length).toBeLessThanOrEqual(4);
    expect(tries.at(-1)).toBe('Bearer application-renewed');
    isConsented = true;
    await stage.pass(62_000);
    expect(stage.health()).toMatchObject({ readsAs: 'application', applicationTrouble: null });
    const messages = stage.log.lines.map(({ message }) => message);
    expect(messages).toContain('the application may read presence again');
  });

  test('serves direct reads, too', async () => {
    use('activity');
    isConsented = false;
    await stage.start();
    const effect = {
      kind: 'read-presence',
      agentIds: [...stage.engine.state.agents.keys()],
      because: 'offer',
    } as const;
    const effectId = 'effect-1' as never;
    const outcome = stage.presence.effects.perform({ effectId, effect, mayHaveHappened: false });
    expect(await stage.clock.advanceUntil(outcome)).toMatchObject({ kind: 'presence-read' });
  });

  test('that cannot read either: both causes are told', async () => {
    use('activity');
    isConsented = false;
    stage.double.react = () => ({ status: 403 });
    await stage.start();
    expect(stage.health().lastError?.cause).toBe('Microsoft Graph answered 403');
    await stage.pass(16_000);
    expect(stage.health().isFailing).toBe(true);
  });
});
