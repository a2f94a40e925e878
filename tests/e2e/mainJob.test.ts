/**
 * The main job through the control interface: a caller dials, the right agent rings, the two talk.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually, HELP_DESK, HELP_DESK_AGENTS, type PlayedCall, upn } from './control.ts';
import { House } from './house.ts';

let house: House;

beforeAll(async () => {
  house = await House.open();
}, 60_000);

afterAll(async () => {
  await house.close();
});

afterEach(async () => {
  await house.control.remove('/faults');
  await endAllCalls();
  for (const agent of HELP_DESK_AGENTS) await house.control.remove(`/people/${agent}/presence`);
  await house.control.advance(120);
});

async function endAllCalls(): Promise<void> {
  const { calls } = await house.control.get<{ calls: PlayedCall[] }>('/world');
  for (const call of calls) {
    if (call.state !== 'ended') await house.control.remove(`/calls/${call.id}`);
  }
}

/** Only these help desk agents are shown as Available; the poll has seen it. */
async function onlyAvailable(...names: string[]): Promise<void> {
  const available = new Set(names.map((name) => upn(`${name}.agent`)));
  for (const agent of HELP_DESK_AGENTS) {
    if (available.has(agent)) await house.control.remove(`/people/${agent}/presence`);
    else await house.control.presence(agent, 'DoNotDisturb', 'DoNotDisturb');
  }
  await house.control.advance(5);
}

/** What the caller heard so far. */
async function heard(id: string): Promise<string> {
  return JSON.stringify(await house.control.get(`/calls/${id}/heard`));
}

describe('a call to the IT Helpdesk', () => {
  test('NIM-01: rings one agent of the service, and nobody else', async () => {
    const id = await house.control.dial(HELP_DESK);
    const leg = await house.control.ringing(id);
    expect(HELP_DESK_AGENTS).toContain(leg.upn);
    const { legs } = await house.control.call(id);
    expect(legs).toHaveLength(1);
  });

  test('accepting connects the two within a second', async () => {
    const id = await house.control.dial(HELP_DESK);
    const leg = await house.control.ringing(id);
    await house.control.act(leg, 'accept');
    const call = await house.control.until(id, ({ state }) => state === 'connected', 1_000);
    expect(call.connectedTo).toBe(leg.upn);
  });

  test('NIM-01: agents are rung in the order of their idle time', async () => {
    await onlyAvailable('anna', 'ben');
    const served: string[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      const id = await house.control.dial(HELP_DESK);
      const leg = await house.control.ringing(id);
      served.push(leg.upn);
      await house.control.act(leg, 'accept');
      await house.control.until(id, ({ state }) => state === 'connected');
      await house.control.act(leg, 'hangup');
      await house.control.until(id, ({ state }) => state === 'ended');
      await house.control.advance(15);
    }
    expect(served.slice(2)).toEqual(served.slice(0, 2));
    expect(new Set(served).size).toBe(2);
  });

  test('a declined offer rings the next agent; the caller stays and hears music', async () => {
    const id = await house.control.dial(HELP_DESK);
    const first = await house.control.ringing(id);
    await house.control.act(first, 'decline');
    const second = await house.control.ringing(id, [first.id]);
    expect(second.upn).not.toBe(first.upn);
    expect((await house.control.call(id)).state).toBe('answered');
    await house.control.advance(10);
    expect(await heard(id)).toMatch(/waiting-music/);
  });

  test('NIMx-02: an offer nobody answers goes to the next agent after the ring time', async () => {
    const id = await house.control.dial(HELP_DESK);
    const first = await house.control.ringing(id);
    await house.control.advance(16);
    const second = await house.control.ringing(id, [first.id]);
    expect(second.upn).not.toBe(first.upn);
    const { legs } = await house.control.call(id);
    expect(legs.find((leg) => leg.id === first.id)?.state).not.toBe('ringing');
  });

  test('with nobody eligible the caller waits, and the reason can be read', async () => {
    await onlyAvailable();
    const id = await house.control.dial(HELP_DESK);
    await house.control.until(id, ({ state }) => state === 'answered');
    await house.control.advance(30);
    const call = await house.control.call(id);
    expect(call).toMatchObject({ state: 'answered', legs: [] });
    const chats = await eventually(
      async () => JSON.stringify(await house.control.get('/chats')),
      (text) => /4 do not disturb/.test(text),
    );
    expect(chats).toContain('IT Helpdesk');
  });

  test('the caller hanging up while it rings stops the ringing', async () => {
    const id = await house.control.dial(HELP_DESK);
    const leg = await house.control.ringing(id);
    await house.control.remove(`/calls/${id}`);
    const call = await house.control.until(id, ({ legs }) =>
      legs.every(({ state }) => state !== 'ringing'),
    );
    expect(call.legs.find(({ id: legId }) => legId === leg.id)?.state).toBe('cancelled');
  });

  test('NIM-28: an agent whom Teams shows in a call is never rung', async () => {
    await onlyAvailable('carla');
    await house.control.presence(upn('david.agent'), 'Busy', 'InACall');
    await house.control.advance(5);
    const id = await house.control.dial(HELP_DESK);
    const leg = await house.control.ringing(id);
    expect(leg.upn).toBe(upn('carla.agent'));
    await house.control.act(leg, 'decline');
    await house.control.advance(20);
    const { legs } = await house.control.call(id);
    expect(legs.map((other) => other.upn)).not.toContain(upn('david.agent'));
  });

  test('NIM-42: an agent with a call of ours is never rung again, whatever presence says', async () => {
    await onlyAvailable('anna');
    const first = await house.control.dial(HELP_DESK);
    const leg = await house.control.ringing(first);
    await house.control.act(leg, 'accept');
    await house.control.until(first, ({ state }) => state === 'connected');
    await house.control.presence(upn('anna.agent'), 'Available', 'Available');
    const second = await house.control.dial(HELP_DESK, '+41790000002');
    await house.control.until(second, ({ state }) => state === 'answered');
    await house.control.advance(30);
    expect((await house.control.call(second)).legs).toEqual([]);
    expect((await house.control.call(first)).state).toBe('connected');
  });

  test('NIM-42: the poll lets a change of presence decide offers at most five seconds later', async () => {
    await onlyAvailable();
    const id = await house.control.dial(HELP_DESK);
    await house.control.until(id, ({ state }) => state === 'answered');
    await house.control.presence(upn('ben.agent'), 'Available', 'Available');
    await house.control.advance(5);
    const leg = await house.control.ringing(id, [], 1_000);
    expect(leg.upn).toBe(upn('ben.agent'));
  });

  test('the end of a call is seen in the roster: the agent hanging up ends it', async () => {
    const id = await house.control.dial(HELP_DESK);
    const leg = await house.control.ringing(id);
    await house.control.act(leg, 'accept');
    await house.control.until(id, ({ state }) => state === 'connected');
    await house.control.act(leg, 'hangup');
    await house.control.until(id, ({ state }) => state === 'ended', 2_000);
  });
});

describe('the wire', () => {
  test('Rufwerk never calls the control interface', async () => {
    const requests = await house.control.get<{ path: string }[]>('/requests');
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.filter(({ path }) => path.includes('/_simulator'))).toEqual([]);
  });

  test('with every notification dropped no call is ever answered or rung', async () => {
    await house.control.put('/faults', { notifications: { dropShare: 1 } });
    const id = await house.control.dial(HELP_DESK);
    await house.control.advance(20);
    const call = await house.control.call(id);
    expect(call).toMatchObject({ state: 'ended', legs: [] });
  });
});
