/** Who reads which drills, and what their signed reports say. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { drillReportSchema, drillsSchema } from '@rufwerk/engine/api';
import { verifyReport } from '../../../src/server/emergencies/drill/report.ts';
import type { Name } from '../stage/contoso.ts';
import { type Answer, Stage } from '../stage/stage.ts';

const DRILLS = '/api/v1/emergency-drills';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
  for (const name of ['anna.agent', 'emma.agent'] as const) {
    const begin = `/api/v1/agents/${stage.personId(name)}/emergency-drill`;
    expect((await stage.ask('admin', begin, { method: 'POST' })).status).toBe(200);
  }
});
afterEach(() => stage.close());

async function listed(name: Name) {
  return drillsSchema.parse((await stage.ask(name, DRILLS)).body);
}

async function agentsSeenBy(name: Name): Promise<readonly string[]> {
  return (await listed(name)).drills.map(({ agent }) => agent.name);
}

async function drillOf(agent: string): Promise<string> {
  const drill = (await listed('admin')).drills.find((each) => each.agent.name === agent);
  if (drill === undefined) throw new Error(`There is no drill of ${agent}.`);
  return drill.id;
}

function report(name: Name, id: string): Promise<Answer> {
  return stage.ask(name, `${DRILLS}/${encodeURIComponent(id)}/report`);
}

describe('the list of drills', () => {
  test('shows supervisors those of their own agents, administrators all, agents none', async () => {
    expect(await agentsSeenBy('sam.supervisor')).toEqual(['Anna Müller']);
    expect(await agentsSeenBy('sofia.supervisor')).toEqual(['Emma Wilson']);
    expect(await agentsSeenBy('admin')).toEqual(['Emma Wilson', 'Anna Müller']);
    expect((await stage.ask('anna.agent', DRILLS)).status).toBe(403);
  });

  test('names the key that signs the reports', async () => {
    const { keyFingerprint } = await listed('sam.supervisor');
    expect(keyFingerprint).toBe((await listed('admin')).keyFingerprint);
    expect(keyFingerprint).not.toBe('');
  });
});

describe('the report of a drill', () => {
  test('is signed, and comes as a file', async () => {
    const answer = await report('sam.supervisor', await drillOf('Anna Müller'));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="drill-.*json/,
    );
    const signed = drillReportSchema.parse(answer.body);
    expect(verifyReport(answer.body)).toMatchObject({ kind: 'genuine' });
    expect(JSON.stringify(signed)).toContain('Anna Müller');
  });

  test('of another service’s agent is as unknown as one that never was', async () => {
    const annas = await drillOf('Anna Müller');
    const refused = await report('sofia.supervisor', annas);
    expect(refused.status).toBe(404);
    expect(refused.text).toBe((await report('sofia.supervisor', 'nothing')).text);
    expect((await report('admin', annas)).status).toBe(200);
    expect((await report('anna.agent', annas)).status).toBe(403);
  });
});
