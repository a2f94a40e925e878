/** Who holds a number of the pool, and what is said when it shall leave the pool meanwhile. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ConfigurationOutcome, heldNumbersSchema } from '@rufwerk/engine/api';
import { contosoFile, upn } from '../stage/contoso.ts';
import { Stage, START_MS } from '../stage/stage.ts';

const NUMBER = '+41440000901';
const HOUR_MS = 3_600_000;
const withPool = (...callbackNumbers: object[]) => ({
  ...contosoFile,
  agents: [{ id: upn('anna.agent'), emergency: { callback: 'pool' } }],
  emergency: { callbackNumbers },
});
const entry = { resourceAccount: upn('ursula.user'), number: NUMBER };

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
  await put(withPool(entry), '', '"1"');
});
afterEach(() => stage.close());

async function put(body: object, query: string, ifMatch = '"2"'): Promise<ConfigurationOutcome> {
  const headers = { 'if-match': ifMatch, 'accept-language': 'en' };
  const path = `/api/v1/configuration${query}`;
  const answer = await stage.ask('admin', path, { method: 'PUT', body, headers });
  expect(answer.status).toBe(200);
  return answer.body as ConfigurationOutcome;
}

async function held(): Promise<unknown> {
  const answer = await stage.ask('admin', '/api/v1/emergency-callback-numbers');
  return heldNumbersSchema.parse(answer.body).held;
}

async function annaSays(path: string): Promise<void> {
  const answer = await stage.ask('anna.agent', `/api/v1/my-work/emergency${path}`, {
    method: 'POST',
    ...(path === '' && { body: { isDrill: false } }),
  });
  expect(answer.status).toBeLessThan(300);
}

const annas = {
  number: NUMBER,
  agent: { name: 'Anna Müller' },
  isDrill: false,
  until: new Date(START_MS + HOUR_MS).toISOString(),
};

describe('DEC-7: a number of the pool', () => {
  test('is its holder’s until the hour is over, ready before that or not', async () => {
    expect(await held()).toEqual([]);
    await annaSays('');
    expect(await held()).toMatchObject([annas]);
    await annaSays('/call-over');
    await annaSays('/ready');
    expect(await held()).toMatchObject([annas]);
    stage.parts.clock.follow({ nowMs: START_MS + HOUR_MS - 1, rate: 0 });
    expect(await held()).toMatchObject([annas]);
    stage.parts.clock.follow({ nowMs: START_MS + HOUR_MS, rate: 0 });
    expect(await held()).toEqual([]);
  });

  test('that somebody holds leaves the pool only with a warning', async () => {
    const preview = '?preview=true';
    expect((await put(withPool(), preview)).warnings).toEqual([]);
    await annaSays('');
    expect((await put(withPool(entry), preview)).warnings).toEqual([]);
    expect((await put(withPool(), preview)).warnings).toMatchObject([
      {
        field: 'emergency.callbackNumbers',
        rule: `Anna Müller holds ${NUMBER} until 09:00:00, and it is left out here.`,
      },
    ]);
  });

  test('is shown with its holder to administrators alone', async () => {
    for (const name of ['anna.agent', 'sam.supervisor'] as const) {
      expect((await stage.ask(name, '/api/v1/emergency-callback-numbers')).status).toBe(403);
    }
  });
});
