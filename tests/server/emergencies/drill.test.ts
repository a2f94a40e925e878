/** A drill walks the whole way, and its report can be shown to anybody. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { DrillReport } from '@rufwerk/engine/api';
import { drillShown } from '../../../src/server/emergencies/drill/operations.ts';
import type { DrillRecord } from '../../../src/server/emergencies/drill/record.ts';
import {
  DrillKey,
  signReport,
  verifyReport,
} from '../../../src/server/emergencies/drill/report.ts';
import { DrillHouse, POOL_NUMBER, START_MS } from './drillHouse.ts';

const HOUR_MS = 60 * 60_000;

let house: DrillHouse;
beforeEach(async () => {
  house = await DrillHouse.open();
});
afterEach(() => house.close());

async function newest(): Promise<DrillRecord> {
  const [record] = await house.recorder.list(1);
  if (record === undefined) throw new Error('There is no drill.');
  return record;
}

function kinds({ steps }: DrillRecord): string[] {
  return steps.map(({ what }) => what);
}

async function report(): Promise<DrillReport> {
  const key = new DrillKey(house.tenant.secrets);
  const shown = drillShown(house.tenant.people, await newest());
  return signReport('tenant-1', shown, await key.privateKey());
}

describe('a drill', () => {
  test('EMG-11 EMG-12 EMG-18 EMG-19: on the own number every step stands with its instant', async () => {
    await house.drill('emma.agent');
    await house.pass(30_000);
    await house.callOver('emma.agent');
    await house.pass(120_000);
    await house.passUntilFinished(HOUR_MS - 150_000);
    const record = await newest();
    expect(record).toMatchObject({ path: 'own-number', finishedAt: START_MS + HOUR_MS });
    expect(kinds(record)).toEqual(
      expect.arrayContaining(['asked', 'blocked', 'lease-taken', 'card-shown', 'contact-told']),
    );
    expect(kinds(record).slice(0, 3)).toEqual(['asked', 'blocked', 'lease-taken']);
    expect(kinds(record).slice(-1)).toEqual(['window-ended']);
    const over = record.steps.find(({ what }) => what === 'call-over');
    expect(over).toMatchObject({ at: START_MS + 30_000, detail: 'pressed' });
    const mail = record.steps.find(({ detail }) => detail === 'mail');
    expect(mail).toMatchObject({
      ...{ what: 'contact-told', at: START_MS },
      personId: house.personId('sofia.supervisor'),
    });
    expect(drillShown(house.tenant.people, record).callbackReachedAgent).toBeNull();
  });

  test('EMG-13: through the pool it says whether a callback reached the agent', async () => {
    await house.drill('anna.agent');
    expect(await newest()).toMatchObject({ path: 'pool', callbackReachedAgent: false });
    await house.callBack('anna.agent');
    const record = await newest();
    expect(record).toMatchObject({ path: 'pool', callbackReachedAgent: true });
    expect(kinds(record)).toEqual(
      expect.arrayContaining(['number-taken', 'callback-arrived', 'callback-joined']),
    );
  });

  test('a callback that only a contact takes did not reach the agent', async () => {
    await house.drill('anna.agent');
    await house.callBack('sofia.supervisor');
    expect(await newest()).toMatchObject({ path: 'pool', callbackReachedAgent: false });
  });

  test('a contact who cannot be told is a step too', async () => {
    house.failing.add('send-emergency-mail');
    await house.drill('emma.agent');
    const failed = (await newest()).steps.find(({ what }) => what === 'contact-not-told');
    expect(failed).toMatchObject({ detail: 'mail, failed' });
  });

  test('a card stands with the person who has it, and one that was refused as a failure', async () => {
    house.failing.add('show-emergency-card');
    await house.drill('emma.agent');
    const refused = await newest();
    expect(kinds(refused)).not.toContain('card-shown');
    const sofia = house.personId('sofia.supervisor');
    expect(refused.steps).toContainEqual(
      expect.objectContaining({ what: 'card-failed', personId: sofia, detail: 'failed' }),
    );
    house.failing.clear();
    await house.pass(60_000);
    const shown = (await newest()).steps.filter(({ what }) => what === 'card-shown');
    expect(shown.map(({ personId }) => personId)).toContain(sofia);
  });

  test('EMG-11: Do not disturb that Teams refused is no step that was done', async () => {
    house.failing.add('write-presence');
    await house.drill('emma.agent');
    expect(kinds(await newest())).not.toContain('lease-taken');
    expect(kinds(await newest())).toContain('lease-refused');
    house.failing.clear();
    await house.pass(30_000);
    house.failing.add('clear-presence');
    await house.callOver('emma.agent');
    expect(kinds(await newest())).toEqual(expect.arrayContaining(['lease-taken', 'call-over']));
    expect(kinds(await newest())).toContain('lease-not-released');
    expect(kinds(await newest())).not.toContain('lease-released');
    house.failing.clear();
    await house.pass(60_000);
    expect(kinds(await newest())).toContain('lease-released');
  });

  test('DEC-9: a real emergency is recorded nowhere, and ends the drill that it overtakes', async () => {
    await house.drill('emma.agent', false);
    expect(await house.recorder.list(10)).toEqual([]);
    await house.drill('anna.agent');
    await house.drill('anna.agent', false);
    const overtaken = await newest();
    expect(overtaken).toMatchObject({ isOvertaken: true, finishedAt: START_MS });
    await house.callOver('anna.agent');
    expect((await newest()).steps).toEqual(overtaken.steps);
    expect(house.recorder.lastDrills().size).toBe(0);
  });

  test('stands over a restart; what the recorder missed is read from the journal, once', async () => {
    await house.drill('emma.agent');
    await house.recorder.stop();
    await house.callOver('emma.agent');
    await house.restart();
    await house.passUntilFinished(HOUR_MS);
    await house.restart();
    const record = await newest();
    const told = kinds(record).filter((what) => what === 'call-over' || what === 'window-ended');
    expect(told).toEqual(['call-over', 'window-ended']);
    const lastDrills = house.recorder.lastDrills();
    expect(lastDrills.get(house.personId('emma.agent'))).toBeGreaterThanOrEqual(START_MS + HOUR_MS);
  });
});

describe('the report of a drill', () => {
  test('EMG-17: holds no number, and is genuine as long as nobody changes it', async () => {
    await house.drill('anna.agent');
    await house.callBack('anna.agent');
    const genuine = await report();
    expect(JSON.stringify(genuine)).not.toContain(POOL_NUMBER);
    expect(JSON.stringify(genuine)).not.toContain(POOL_NUMBER.slice(1));
    expect(verifyReport(genuine)).toMatchObject({ kind: 'genuine' });
    const { drill } = genuine.report;
    const changed = {
      ...genuine,
      report: { ...genuine.report, drill: { ...drill, path: 'pool2' } },
    };
    expect(verifyReport(changed)).toMatchObject({ kind: 'wrong' });
    const reached = { ...drill, callbackReachedAgent: false };
    const whitewashed = { ...genuine, report: { ...genuine.report, drill: reached } };
    expect(verifyReport(whitewashed)).toEqual({
      kind: 'wrong',
      because: 'The signature does not fit: the report was changed.',
    });
    const grown = { ...genuine, report: { ...genuine.report, approvedBy: 'nobody' } };
    expect(verifyReport(grown)).toMatchObject({ kind: 'wrong' });
  });

  test('is signed with one key, which a restart keeps', async () => {
    await house.drill('emma.agent');
    const before = await report();
    await house.restart();
    const after = await report();
    expect(after.publicKey).toBe(before.publicKey);
  });

  test('is checked without Rufwerk by npm run drill:verify', async () => {
    await house.drill('emma.agent');
    const folder = await mkdtemp(path.join(os.tmpdir(), 'rufwerk-report-'));
    try {
      const genuine = await report();
      const file = path.join(folder, 'report.json');
      await writeFile(file, JSON.stringify(genuine, null, 2));
      const good = await verifyByScript(file);
      expect(good).toMatchObject({ code: 0 });
      expect(good.said).toContain('Genuine: drill of Emma Wilson');
      expect((await verifyByScript(file, '--key', 'ab12')).code).toBe(1);
      await writeFile(file, JSON.stringify({ ...genuine, signature: 'AAAA' }));
      expect((await verifyByScript(file)).code).toBe(1);
      expect((await verifyByScript(path.join(folder, 'none.json'))).code).toBe(2);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 60_000);
});

const root = path.join(import.meta.dirname, '../../..');

function verifyByScript(
  ...given: readonly string[]
): Promise<{ readonly code: number; readonly said: string }> {
  const script = ['--import', './scripts/typescript/register.mjs', 'scripts/drill-verify.ts'];
  return new Promise((resolve) => {
    execFile(process.execPath, [...script, ...given], { cwd: root }, (error, stdout) => {
      resolve({ code: error === null ? 0 : Number(error.code), said: stdout });
    });
  });
}
