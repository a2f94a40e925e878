/** What a carrier is told that asks which number an emergency call shall show. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { adopt, checkFile } from '../../../src/server/configuration/import.ts';
import { RateBound } from '../../../src/server/emergencies/rateBound.ts';
import { contosoFile, objectId, upn } from '../stage/contoso.ts';
import { type Answer, CALLER_ID_KEY, Stage } from '../stage/stage.ts';

const NUMBER = '+41440000901';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
  const { directory, tenant, runtime } = stage.parts;
  const callbackNumbers = [{ resourceAccount: upn('ursula.user'), number: NUMBER }];
  const checked = await checkFile({ ...contosoFile, emergency: { callbackNumbers } }, directory);
  if (checked.kind !== 'good') throw new Error(JSON.stringify(checked));
  const configuration = await adopt(checked, tenant.people);
  await runtime.submit({ type: 'ConfigurationSubmitted', configuration, by: null });
});
afterEach(() => stage.close());

function ask(body: unknown, key = CALLER_ID_KEY): Promise<Answer> {
  const headers = { authorization: `Bearer ${key}` };
  return stage.send('/api/emergency/caller-id', { method: 'POST', body, headers });
}

describe('DEC-7: the number that an emergency call shows', () => {
  test('is one of the pool, the same for every question, and the question protects', async () => {
    const first = await ask({ person: upn('anna.agent') });
    expect([first.status, first.body]).toEqual([200, { number: NUMBER }]);
    expect((await ask({ person: objectId('anna.agent') })).body).toEqual({ number: NUMBER });
    const work = await stage.ask('anna.agent', '/api/v1/my-work');
    expect(work.body).toMatchObject({ state: 'in-an-emergency' });
  });

  test('is shown as asked for from the first question on', async () => {
    const drill = { method: 'POST', body: { isDrill: true } };
    await ask({ person: upn('anna.agent') });
    const { body } = await stage.ask('anna.agent', '/api/v1/my-work/emergency', drill);
    expect(body).toMatchObject({ callback: { path: 'pool', wasAskedFor: true } });
  });

  test('may be asked for by the own number, as far as the directory shows it', async () => {
    stage.parts.numbers.set('+41440000101', stage.personId('anna.agent'));
    expect((await ask({ person: '+41440000102' })).status).toBe(404);
    expect((await ask({ person: '+41440000101' })).body).toEqual({ number: NUMBER });
    const work = await stage.ask('anna.agent', '/api/v1/my-work');
    expect(work.body).toMatchObject({ state: 'in-an-emergency' });
  });

  test('stands in the API’s description, with the key that it takes', async () => {
    const { body } = await stage.send('/api/openapi.json');
    const { paths, components } = body as {
      paths: Record<string, { post?: object }>;
      components: { securitySchemes: object };
    };
    expect(paths['/api/emergency/caller-id']?.post).toMatchObject({
      security: [{ callerIdKey: [] }],
      requestBody: { content: { 'application/json': { schema: { required: ['person'] } } } },
    });
    expect(components.securitySchemes).toHaveProperty('callerIdKey');
  });

  test('is nobody else’s: without one left the answer says so, and the protection stands', async () => {
    await ask({ person: upn('anna.agent') });
    const second = await ask({ person: upn('ben.agent') });
    expect([second.status, second.body]).toMatchObject([
      404,
      { field: 'emergency.callbackNumbers', mend: expect.any(String) },
    ]);
    const work = await stage.ask('ben.agent', '/api/v1/my-work');
    expect(work.body).toMatchObject({ state: 'in-an-emergency' });
  });

  test('is told only to whoever has the key, of agents, and in a small body', async () => {
    expect((await ask({ person: upn('anna.agent') }, 'another-key-of-some-length')).status).toBe(
      401,
    );
    expect((await ask({ person: 'nobody@contoso.example' })).status).toBe(404);
    expect((await ask({ person: upn('ursula.user') })).status).toBe(404);
    expect((await ask({ person: '' })).status).toBe(400);
    expect((await ask('not JSON')).status).toBe(400);
    expect((await ask({ person: 'x'.repeat(5_000) })).status).toBe(413);
    const work = await stage.ask('anna.agent', '/api/v1/my-work');
    expect(work.body).toMatchObject({ state: 'ready' });
  });
});

test('so many questions are taken in a minute, and in the next one again', () => {
  const bound = new RateBound(2);
  expect([0, 10, 20].map((at) => bound.admits(at))).toEqual([true, true, false]);
  expect([59_999, 60_000].map((at) => bound.admits(at))).toEqual([false, true]);
});
