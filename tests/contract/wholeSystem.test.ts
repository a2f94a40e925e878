/**
 * Every request of a whole day to Microsoft Graph, and every answer of the simulated tenant, is
 * valid under Graph's published description.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { HELP_DESK, HELP_DESK_AGENTS, upn } from '../e2e/control.ts';
import { House } from '../e2e/house.ts';
import { type GraphSchema, loadGraphContract } from './graphSchema.ts';

const PREFIX = '/graph/v1.0';

const contract = loadGraphContract();
if (contract.kind === 'absent') {
  test.skip(`Graph's contract is not checked: ${contract.reason}`, () => undefined);
} else {
  describe('a day of calls under the contract of Microsoft Graph', () => aDay(contract.schema));
}

function aDay(schema: GraphSchema): void {
  let house: House;

  beforeAll(async () => {
    house = await House.open();
  }, 60_000);
  afterAll(() => house.close());

  test('every request is known to it, and so is every answer', async () => {
    await talkForAWhile(house);
    await declineAndMiss(house);
    await hangUpWhileRinging(house);
    await waitInVain(house);
    const exchanges = house.tenant
      .recordedRequests()
      .filter(({ path }) => path.startsWith(PREFIX))
      .map(({ method, path, query, body, status, answer }) => {
        const search = new URLSearchParams(query).toString();
        const relative = path.slice(PREFIX.length) + (search === '' ? '' : `?${search}`);
        return { method, path: relative, body, status, answer };
      });
    const seen = new Set(exchanges.map(({ path }) => path.split(/[/?]/).at(-1)));
    for (const operation of [
      'answer',
      'invite',
      'playPrompt',
      'keepAlive',
      'getPresencesByUserId',
    ]) {
      expect(seen).toContain(operation);
    }
    for (const exchange of exchanges) {
      const { answer, ...request } = exchange;
      const problems = [
        ...schema.requestProblems(request),
        ...schema.answerProblems({ ...request, body: answer }),
      ];
      expect({ ...exchange, problems }).toEqual({ ...exchange, problems: [] });
    }
  }, 60_000);
}

async function talkForAWhile({ control }: House): Promise<void> {
  const id = await control.dial(HELP_DESK);
  const leg = await control.ringing(id);
  await control.act(leg, 'accept');
  await control.until(id, ({ state }) => state === 'connected');
  await control.advance(11 * 60);
  await control.act(leg, 'hangup');
  await control.until(id, ({ state }) => state === 'ended');
}

async function declineAndMiss({ control }: House): Promise<void> {
  const id = await control.dial(HELP_DESK);
  const first = await control.ringing(id);
  await control.act(first, 'decline');
  const second = await control.ringing(id, [first.id]);
  await control.advance(16);
  await control.ringing(id, [first.id, second.id]);
  await control.remove(`/calls/${id}`);
}

async function hangUpWhileRinging({ control }: House): Promise<void> {
  const id = await control.dial(HELP_DESK);
  await control.ringing(id);
  await control.remove(`/calls/${id}`);
  await control.advance(5);
}

async function waitInVain({ control }: House): Promise<void> {
  for (const agent of HELP_DESK_AGENTS) await control.presence(agent, 'Busy', 'InACall');
  await control.presence(upn('emma.agent'), 'Away', 'Away');
  await control.advance(5);
  const id = await control.dial(HELP_DESK);
  await control.until(id, ({ state }) => state === 'answered');
  await control.advance(60);
  await control.remove(`/calls/${id}`);
}
