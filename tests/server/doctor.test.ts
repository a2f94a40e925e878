/** The doctor's way in: a pass made from DATA_KEY, and nothing else. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makePass } from '../../src/server/doctor/pass.ts';
import { environmentSchema } from '../../src/server/environment/schema.ts';
import { simulatedVariables } from './environment/variables.ts';
import { Stage } from './stage/stage.ts';

const { DATA_KEY } = environmentSchema.parse(simulatedVariables);

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

function ask(pass: string) {
  return stage.send('/doctor', { headers: { authorization: `Bearer ${pass}` } });
}

describe('the doctor', () => {
  test('is told what readiness shows, with effect, cause and mend', async () => {
    const answer = await ask(await makePass(DATA_KEY));
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      checks: expect.arrayContaining([
        expect.objectContaining({ id: 'sign-in', state: 'good' }),
        expect.objectContaining({ id: 'calls.native-queue', state: 'advice' }),
      ]),
    });
  });

  test('is let in by no other key, no person’s token and no pass at all', async () => {
    expect((await ask(await makePass(Buffer.alloc(32, 9)))).status).toBe(401);
    expect((await ask(await stage.token('admin'))).status).toBe(401);
    expect((await stage.send('/doctor')).status).toBe(401);
  });
});
