/** Delivery by redirect: what can be seen, what is inferred, and that the two are told apart. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DecisionsPage } from '@rufwerk/engine/api';
import { eventually, SALES, upn } from './control.ts';
import { House } from './house.ts';

let house: House;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rufwerk-redirect-'));
  const contoso = path.resolve(import.meta.dirname, '../../env/contoso.yaml');
  const configuration = path.join(folder, 'redirect.yaml');
  const text = await readFile(contoso, 'utf8');
  await writeFile(
    configuration,
    text.replace('name: Sales\n', 'name: Sales\n    delivery: redirect\n'),
  );
  house = await House.open({ configuration });
}, 60_000);

afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

async function latestDecision(): Promise<DecisionsPage['items'][number] | undefined> {
  const page = await house.api<DecisionsPage>(
    upn('sofia.supervisor'),
    '/api/v1/decisions?service=sales',
  );
  return page.items[0];
}

describe('a service that redirects', () => {
  test('hands the caller over unanswered, and hears nothing more of the call', async () => {
    const { control } = house;
    const id = await control.dial(SALES);
    const leg = await control.ringing(id);
    expect((await control.call(id)).state).toBe('ringing');
    await control.act(leg, 'accept');
    await control.until(id, ({ state }) => state === 'connected');
    const before = house.tenant.recordedRequests().length;
    await control.advance(120);
    const asked = house.tenant.recordedRequests().slice(before);
    expect(asked.filter(({ path: asking }) => asking.includes(`/calls/${id}`))).toEqual([]);
    expect((await latestDecision())?.callEnd).toBeNull();
  });

  test('infers the end from presence, and says that it is inferred', async () => {
    const { control } = house;
    const { calls } = await control.get<{ calls: { id: string; state: string }[] }>('/world');
    const talking = calls.find(({ state }) => state === 'connected');
    expect(talking).toBeDefined();
    await control.remove(`/calls/${talking?.id}`);
    await control.advance(10);
    const decision = await eventually(latestDecision, (seen) => seen?.callEnd != null);
    expect(decision?.callEnd?.seen).toBe('inferred');
  });
});
