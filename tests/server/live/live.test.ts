import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Stage, START_MS } from '../stage/stage.ts';
import { EventReader } from './eventReader.ts';

let stage: Stage;
const readers: EventReader[] = [];

beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(async () => {
  for (const reader of readers.splice(0)) reader.close();
  await stage.close();
});

async function listen(
  ...asked: Parameters<typeof EventReader.open> extends [Stage, ...infer Rest] ? Rest : never
) {
  const reader = await EventReader.open(stage, ...asked);
  readers.push(reader);
  return reader;
}

async function switchDuty(name: 'anna.agent' | 'ben.agent', onDuty: boolean): Promise<number> {
  const agentId = stage.personId(name);
  const { seq } = await stage.parts.runtime.submit({
    type: 'DutySwitched',
    agentId,
    onDuty,
    by: agentId,
  });
  return seq;
}

describe('the live stream', () => {
  test('begins with the time and with what is true now for the reader', async () => {
    const anna = await listen('anna.agent');
    await anna.until('emergencies');
    expect(anna.heard.map(({ event }) => event)).toEqual([
      ...['clock', 'configuration', 'my-work', 'emergencies'],
    ]);
    expect(anna.heard[0]).toMatchObject({ data: { nowMs: START_MS, rate: 0 } });
    const sam = await listen('sam.supervisor', { query: '?service=it-helpdesk' });
    await sam.until('service', ({ name }) => name === 'IT Helpdesk');
    expect((await sam.until('services')).data.items.map(({ id }) => id)).toEqual(['it-helpdesk']);
  });

  test('tells a change within 200 ms of its commit, with the journal row as its id', async () => {
    const anna = await listen('anna.agent');
    await anna.until('my-work');
    const seq = await switchDuty('anna.agent', false);
    const committedMs = performance.now();
    const told = await anna.until('my-work', ({ onDuty }) => !onDuty);
    expect(performance.now() - committedMs).toBeLessThan(200);
    expect(told.id).toBe(seq);
  });

  test('tells nothing that has not changed', async () => {
    const emma = await listen('emma.agent');
    await emma.until('my-work');
    await switchDuty('anna.agent', false);
    const anna = await listen('anna.agent');
    await anna.until('my-work', ({ onDuty }) => !onDuty);
    await switchDuty('anna.agent', true);
    await anna.until('my-work', ({ onDuty }) => onDuty);
    expect(emma.heard.filter(({ event }) => event === 'my-work')).toHaveLength(1);
  });

  test('tells each new decision and what becomes of it, to those who may see it', async () => {
    const [sam, sofia] = [await listen('sam.supervisor'), await listen('sofia.supervisor')];
    await switchDuty('ben.agent', false);
    const call = await stage.dial('it-helpdesk');
    const told = await sam.until('decision', ({ winner }) => winner?.name === 'Anna Müller');
    expect(told.data.callEnd).toBeNull();
    await stage.report(call, 'terminated');
    const ended = await sam.until('decision', ({ callEnd }) => callEnd !== null);
    expect(ended.data).toMatchObject({ id: told.data.id, outcome: 'call-ended' });
    await stage.dial('sales');
    await sofia.until('decision', ({ serviceName }) => serviceName === 'Sales');
    const seenBySofia = sofia.heard.filter(({ event }) => event === 'decision');
    expect(JSON.stringify(seenBySofia)).not.toContain('IT Helpdesk');
  });

  test('a client that comes back is told the decisions it missed', async () => {
    const first = await listen('sam.supervisor');
    const { id } = await first.until('services');
    first.close();
    await stage.dial('it-helpdesk');
    const again = await listen('sam.supervisor', { lastEventId: String(id) });
    await again.until('decision', ({ serviceName }) => serviceName === 'IT Helpdesk');
  });

  test('a new configuration is told, and with it the reader’s new role', async () => {
    const ursula = await listen('ursula.user');
    await ursula.until('configuration', ({ version }) => version === 1);
    const configuration = await stage.parts.runtime.read((state) => state.configuration);
    if (configuration === null) throw new Error('No configuration is in force.');
    const services = configuration.services.map((service) => ({
      ...service,
      supervisors: [...service.supervisors, stage.personId('ursula.user')],
    }));
    await stage.parts.runtime.submit({
      type: 'ConfigurationSubmitted',
      configuration: { ...configuration, services },
      by: null,
    });
    await ursula.until('configuration', ({ version }) => version === 2);
    await ursula.until('services', ({ items }) => items.length === 2);
  });

  test('a jump of the played time is told at once', async () => {
    const anna = await listen('anna.agent');
    await anna.until('my-work');
    stage.parts.clock.follow({ nowMs: START_MS + 600_000, rate: 0 });
    await anna.until('clock', ({ nowMs }) => nowMs === START_MS + 600_000);
  });

  test('time alone changes what is true: presence grows too old without any commit', async () => {
    const anna = await listen('anna.agent');
    await anna.until('my-work', ({ services }) => services[0]?.reason === null);
    stage.parts.clock.follow({ nowMs: START_MS + 121_000, rate: 0 });
    await anna.until('my-work', ({ services }) => services[0]?.reason?.code === 'presence-too-old');
  });

  test('ends with the token that opened it', async () => {
    const token = await stage.token('anna.agent', { exp: START_MS / 1000 + 60 });
    const anna = await listen('anna.agent', { token });
    await anna.until('my-work');
    stage.parts.clock.follow({ nowMs: START_MS + 61_000, rate: 0 });
    await anna.ended;
  });

  test('a person may keep ten open, and is told so at the eleventh', async () => {
    for (let open = 0; open < 10; open += 1) await listen('anna.agent');
    const refused = await stage.ask('anna.agent', '/api/v1/live');
    expect(refused.status).toBe(503);
    expect((await stage.ask('ben.agent', '/api/v1/me')).status).toBe(200);
  });

  test('is refused without a token, and for a query that nobody knows', async () => {
    expect((await stage.send('/api/v1/live')).status).toBe(401);
    expect((await stage.ask('anna.agent', '/api/v1/live?agent=ben')).status).toBe(400);
  });
});
