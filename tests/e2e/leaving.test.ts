/** Calls that leave the queue, and callers who are called back: the whole system on the wire. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { MyWork, ServiceDetail } from '@rufwerk/engine/api';
import { eventually, HELP_DESK, type PlayedCall, SALES, upn } from './control.ts';
import { House } from './house.ts';

const CLAIMS = '+41440000300';
const CALLER = '+41790000001';
const OUTSIDE = '+41435000000';
const TEAM = '62f71da5-6619-421a-ad5f-b6846140abc8';
const ANNA = upn('anna.agent');
const LIVE = '/api/v1/services/it-helpdesk';

/** What the control interface shows beside what the other tests look at. */
interface HeardCall extends PlayedCall {
  readonly to: string;
  readonly direction: 'incoming' | 'outgoing';
  readonly hears: { readonly what: string; readonly names: readonly string[] };
  readonly ringsAt: readonly string[];
}

/** One agent and call-back; a shared voicemail, and a number, where nobody is there. */
const configurationText = `
administrators: [${upn('admin')}]
services:
  - id: it-helpdesk
    name: IT Helpdesk
    resourceAccount: ${upn('it-helpdesk')}
    agents: [${ANNA}]
    callBack: { offered: true, key: '1' }
  - id: sales
    name: Sales
    resourceAccount: ${upn('sales')}
    responsibility: { by: nobody }
    queue: { whenNobody: { do: group-voicemail, group: ${TEAM} } }
  - id: claims
    name: Claims
    resourceAccount: ${upn('claims')}
    queue: { whenNobody: { do: number, number: '${OUTSIDE}' } }
`;

let house: House;
beforeAll(async () => {
  house = await House.open({ configurationText });
}, 60_000);
afterAll(() => house.close());
beforeEach(() => house.control.put(`/telephones/${OUTSIDE}/behaviour`, { answers: 'manual' }));

function until(id: string, isSo: (call: HeardCall) => boolean): Promise<HeardCall> {
  const { control } = house;
  return eventually(() => control.get<HeardCall>(`/calls/${id}`), isSo, 8_000);
}

const hears =
  (name: string) =>
  ({ hears: { names } }: HeardCall): boolean =>
    names.includes(name);

describe('a call that cannot wait', () => {
  test('is sent on to a number, and is not ours any more', async () => {
    const { control } = house;
    const id = await control.dial(CLAIMS);
    await until(id, ({ ringsAt }) => ringsAt.includes(OUTSIDE));
    await control.post(`/calls/${id}/accept`);
    await until(id, ({ state }) => state === 'connected');
    await control.remove(`/calls/${id}`);
  });

  test('is told so and hung up when nobody is there where it was sent', async () => {
    const { control } = house;
    const id = await control.dial(CLAIMS);
    await until(id, ({ ringsAt }) => ringsAt.includes(OUTSIDE));
    await control.post(`/calls/${id}/decline`);
    await until(id, hears('all-busy'));
    await control.advance(10);
    const { endReason } = await until(id, ({ state }) => state === 'ended');
    expect(endReason).toBe('hungUpByProduct');
  });

  test('is told so and hung up when the platform does not transfer', async () => {
    const { control } = house;
    await control.put('/faults', { transfers: { subcode: 7700 } });
    const id = await control.dial(CLAIMS);
    await control.advance(2);
    await until(id, hears('all-busy'));
    await control.remove('/faults');
    await control.remove(`/calls/${id}`);
  });

  test('comes to the shared voicemail of a group, where a message could be left', async () => {
    const { control } = house;
    const id = await control.dial(SALES);
    await control.advance(2);
    await until(id, ({ state }) => state === 'voicemail');
    const voicemails = await control.get<{ callId: string; of: string }[]>('/voicemails');
    expect(voicemails).toContainEqual(expect.objectContaining({ callId: id, of: 'group' }));
    await control.remove(`/calls/${id}`);
  });
});

const annasWork = (): Promise<MyWork> => house.api(ANNA, '/api/v1/my-work');

describe('a caller who presses the key', () => {
  test('is told, keeps the place, is called back, and talks with the agent who is held', async () => {
    const { control } = house;
    await control.presence(ANNA, 'DoNotDisturb', 'DoNotDisturb');
    await control.put(`/telephones/${CALLER}/behaviour`, { answers: 'manual' });
    await control.advance(5);
    const first = await control.dial(HELP_DESK, CALLER);
    await control.advance(4);
    await until(first, hears('waiting-music'));
    await control.post(`/calls/${first}/tones`, { tones: '1' });
    await until(first, hears('call-back-confirmed'));
    await control.advance(10);
    await until(first, ({ state }) => state === 'ended');

    await control.presence(ANNA, 'Available', 'Available');
    await control.advance(10);
    const isCallBack = ({ to, direction }: HeardCall): boolean =>
      direction === 'outgoing' && to === CALLER;
    const world = await eventually(
      () => control.get<{ calls: HeardCall[] }>('/world'),
      ({ calls }) => calls.some(isCallBack),
    );
    const second = world.calls.find(isCallBack)?.id ?? '';
    expect(await annasWork()).toMatchObject({ state: 'held', offer: { phase: 'held' } });
    const { queue, team, notAble } = await house.api<ServiceDetail>(upn('admin'), LIVE);
    expect(queue).toMatchObject([{ phase: 'dialling', offers: [{ phase: 'held' }] }]);
    expect([team[0]?.state, notAble]).toMatchObject(['held', [{ code: 'held', count: 1 }]]);
    expect((await control.call(second)).legs).toEqual([]);

    await control.post(`/calls/${second}/accept`);
    const leg = await control.ringing(second);
    expect(await annasWork()).toMatchObject({ state: 'ringing', offer: { phase: 'ringing' } });
    await control.act(leg, 'accept');
    const talking = await until(second, ({ state }) => state === 'connected');
    expect(talking).toMatchObject({ connectedTo: ANNA });
    await until(second, (call) => call.hears.names.length === 0);
    await control.remove(`/calls/${second}`);
  });
});

test('an announcement that an administrator uploads is what the next caller hears', async () => {
  const { control } = house;
  const sound = await (await fetch(`${house.url}/media/comfort.wav`)).arrayBuffer();
  const uploaded = await fetch(`${house.url}/api/v1/announcements/all-busy`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${await house.signIn(upn('admin'))}`,
      'content-type': 'audio/wav',
    },
    body: sound,
  });
  const { path: address } = (await uploaded.json()) as { path: string };
  const id = await control.dial(CLAIMS);
  await until(id, ({ ringsAt }) => ringsAt.includes(OUTSIDE));
  await control.post(`/calls/${id}/decline`);
  await until(id, hears('all-busy'));
  const heard = await control.get<{ detail: string }[]>(`/calls/${id}/heard`);
  expect(heard.at(-1)?.detail).toBe(house.url + address);
  expect(await (await fetch(house.url + address)).arrayBuffer()).toEqual(sound);
  await control.remove(`/calls/${id}`);
});
