import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { decisionSchema, decisionsPageSchema, whyNotSchema } from '@rufwerk/engine/api';
import { type Name } from '../stage/contoso.ts';
import { Stage, START_MS } from '../stage/stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

const german = { headers: { 'accept-language': 'fr-CH, de-CH;q=0.9, en;q=0.8' } };

async function whyNot(reader: Name, agent: Name, query = '', sent = {}) {
  const address = `/api/v1/agents/${stage.personId(agent)}/why-not${query}`;
  const { status, body } = await stage.ask(reader, address, sent);
  return { status, body, services: status === 200 ? whyNotSchema.parse(body).services : [] };
}

async function switchDuty(name: Name, onDuty: boolean): Promise<void> {
  await stage.ask(name, '/api/v1/my-work/duty', { method: 'PUT', body: { onDuty } });
}

describe('why not me?', () => {
  test('everything that speaks against a call now, in the language of the reader', async () => {
    await switchDuty('ben.agent', false);
    await stage.showPresence('Away');
    const { services } = await whyNot('ben.agent', 'ben.agent');
    expect(services).toMatchObject([
      {
        name: 'IT Helpdesk',
        reasons: [
          {
            reason: { code: 'off-duty' },
            text: expect.stringMatching(/^off duty, since \d\d\/\d\d\/\d{4}, \d\d:\d\d:\d\d$/),
          },
          {
            reason: { code: 'not-distributed' },
            text: expect.stringMatching(/Away.*, seen \d+ s ago$/),
          },
        ],
        lastDecision: null,
      },
    ]);
    const inGerman = await whyNot('ben.agent', 'ben.agent', '', german);
    expect(inGerman.services[0]?.reasons[0]?.text).toMatch(/^abgemeldet, seit \d\d\.\d\d\.\d\d/);
  });

  test('who stood further behind reads the place, the value, and what would have won', async () => {
    await stage.dial('it-helpdesk');
    const { body } = await stage.ask('admin', '/api/v1/decisions');
    const [decision] = decisionsPageSchema.parse(body).items;
    const loser = decision?.winner?.name === 'Anna Müller' ? 'ben.agent' : 'anna.agent';
    const { services } = await whyNot('sam.supervisor', loser);
    expect(services[0]?.reasons).toEqual([]);
    const { id } = decision ?? {};
    expect(services[0]?.lastDecision).toMatchObject({
      ...{ id, was: 'behind', place: 2, unit: 'instant' },
      value: expect.any(Number),
      neededValue: expect.any(Number),
    });
  });

  test('a call that rings at another is named with place and values, in both languages', async () => {
    await stage.dial('it-helpdesk');
    const { body } = await stage.ask('admin', '/api/v1/decisions');
    const winner = decisionsPageSchema.parse(body).items[0]?.winner?.name ?? '';
    const loser = winner === 'Anna Müller' ? 'ben.agent' : 'anna.agent';
    const [service] = (await whyNot('sam.supervisor', loser)).services;
    expect(service).toMatchObject({
      waiting: 1,
      text: '1 call waits, and none is offered here now',
      calls: [{ is: 'rings-others', place: 1, priority: 3, ringing: [{ name: winner }] }],
    });
    expect(service?.calls[0]?.text).toMatch(
      new RegExp(`^rings at ${winner}; place 2 in the order "Longest idle": `),
    );
    const [inGerman] = (await whyNot('sam.supervisor', loser, '', german)).services;
    expect(inGerman?.text).toMatch(/^1 Anruf wartet, und keiner/);
    expect(inGerman?.calls[0]?.text).toMatch(/^klingelt bei .*«Am längsten frei»/);
  });

  test('NIMx-04: a level that has not opened is the reason of the call, also at a past moment', async () => {
    const { runtime, clock } = stage.parts;
    const current = await runtime.read((state) => state.configuration);
    if (current === null) throw new Error('No configuration.');
    const [first, ...others] = current.services;
    if (first === undefined) throw new Error('No service.');
    const ben = stage.personId('ben.agent');
    const levels = [{ afterSeconds: 60, agents: [ben], skills: [] }];
    const responsibility = { ...first.responsibility, levels };
    const agents = first.agents.filter((id) => id !== ben);
    const services = [{ ...first, agents, responsibility }, ...others];
    const configuration = { ...current, services };
    await runtime.submit({ type: 'ConfigurationSubmitted', configuration, by: null });
    expect((await whyNot('ben.agent', 'ben.agent')).services[0]?.text).toMatch(
      /^No call waits; of a new one: is rung from level 1 on/,
    );
    await switchDuty('anna.agent', false);
    await stage.dial('it-helpdesk');
    clock.follow({ nowMs: START_MS + 30_000, rate: 0 });
    const then = new Date(START_MS + 20_000).toISOString();
    const [service] = (await whyNot('ben.agent', 'ben.agent', `?at=${then}`)).services;
    expect(service).toMatchObject({
      reasons: [],
      calls: [{ is: 'against', reasons: [{ code: 'level-not-reached' }] }],
    });
    expect(service?.calls[0]?.text).toMatch(
      /^is rung from level 1 on, .*, from \d\d:\d\d:\d\d on$/,
    );
  });

  test('a past moment is told as it was then', async () => {
    await stage.dial('it-helpdesk');
    const { clock } = stage.parts;
    clock.follow({ nowMs: START_MS + 60_000, rate: 0 });
    await switchDuty('anna.agent', false);
    const then = new Date(START_MS + 30_000).toISOString();
    const codes = async (query: string) => {
      const { services } = await whyNot('admin', 'anna.agent', query);
      return services[0]?.reasons.map(({ reason }) => reason.code);
    };
    expect(await codes('?service=it-helpdesk')).toContain('off-duty');
    expect(await codes(`?at=${then}`)).not.toContain('off-duty');
    const late = new Date(START_MS + 3_600_000).toISOString();
    expect((await whyNot('admin', 'anna.agent', `?at=${late}`)).status).toBe(400);
  });

  test('of a moment before the first day it is said that nothing was there yet', async () => {
    const early = `?at=${new Date(START_MS - 1).toISOString()}`;
    expect(await whyNot('admin', 'anna.agent', early)).toMatchObject({
      status: 400,
      body: { field: 'query.at', rule: 'Nothing had been recorded yet at that moment.' },
    });
    expect((await whyNot('admin', 'anna.agent', early, german)).body).toMatchObject({
      rule: 'Zu jenem Zeitpunkt war noch nichts aufgezeichnet.',
      mend: 'Fragen Sie nach einem späteren Zeitpunkt.',
    });
  });

  test('is told to the agent, the supervisors of common services and administrators', async () => {
    expect((await whyNot('sofia.supervisor', 'anna.agent')).status).toBe(403);
    expect((await whyNot('ben.agent', 'anna.agent')).status).toBe(403);
    expect((await whyNot('sam.supervisor', 'anna.agent', '?service=sales')).status).toBe(403);
    expect((await whyNot('sam.supervisor', 'anna.agent')).status).toBe(200);
    expect((await stage.ask('admin', '/api/v1/agents/person-0/why-not')).status).toBe(404);
  });
});

test('a decision tells order, unit and the smallest change in words of either language', async () => {
  await stage.dial('it-helpdesk');
  const { body } = await stage.ask('admin', '/api/v1/decisions');
  const address = `/api/v1/decisions/${decisionsPageSchema.parse(body).items[0]?.id}`;
  const english = decisionSchema.parse((await stage.ask('admin', address)).body);
  expect(english).toMatchObject({
    unit: 'instant',
    digest: expect.stringMatching(/^[\da-f]{16}$/),
  });
  expect(english.words.order).toContain('idle longest');
  expect(english.words.change).toMatch(/^(Anna Müller|Ben Carter) would have been rung/);
  const inGerman = decisionSchema.parse((await stage.ask('admin', address, german)).body);
  expect(inGerman.words.order).toContain('am längsten frei');
  expect(inGerman.words.change).toMatch(/wäre .*gerufen worden/);
});
