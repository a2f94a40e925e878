/** Emergency calls over the API: the agent's way through one, and what others see and may do. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  emergenciesSchema,
  type EmergencyShown,
  emergencySchema,
  myWorkSchema,
} from '@rufwerk/engine/api';
import { adopt, checkFile } from '../../../src/server/configuration/import.ts';
import { EventReader } from '../live/eventReader.ts';
import { contosoFile, type Name, upn } from '../stage/contoso.ts';
import { Stage } from '../stage/stage.ts';

const PLACE = { line: 'Bahnhofstrasse 1, Zürich' };
const OWN = '/api/v1/my-work/emergency';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
  const { directory, tenant, runtime } = stage.parts;
  const file = {
    ...contosoFile,
    emergency: { country: 'CH', contacts: [upn('ursula.user')] },
    agents: [{ id: upn('ben.agent'), emergency: { country: 'DE' } }],
  };
  const checked = await checkFile(file, directory);
  if (checked.kind !== 'good') throw new Error(JSON.stringify(checked));
  const configuration = await adopt(checked, tenant.people);
  await runtime.submit({ type: 'ConfigurationSubmitted', configuration, by: null });
});
afterEach(() => stage.close());

const post = (name: Name, path: string, body?: unknown) =>
  stage.ask(name, path, { method: 'POST', ...(body === undefined ? {} : { body }) });

function start(name: Name, body: unknown = { isDrill: false }) {
  return post(name, OWN, body);
}

async function seenBy(name: Name, language = 'en'): Promise<readonly EmergencyShown[]> {
  const headers = { 'accept-language': language };
  const answer = await stage.ask(name, '/api/v1/emergencies', { headers });
  return emergenciesSchema.parse(answer.body).emergencies;
}

async function workOf(name: Name) {
  return myWorkSchema.parse((await stage.ask(name, '/api/v1/my-work')).body);
}

/** Asks the same in German: the title, the rule and the mend are told in it. */
async function expectGermanRefusal(name: Name, path: string, words: object): Promise<void> {
  const headers = { 'accept-language': 'de-CH' };
  const { status, body } = await stage.ask(name, path, { method: 'POST', headers });
  expect([status, body]).toMatchObject([409, words]);
}

const agentPath = (name: Name): string => `/api/v1/agents/${stage.personId(name)}`;

describe('an agent who calls the emergency service', () => {
  test('EMG-10: is protected from the press on, and reads it in the own work', async () => {
    const started = await start('anna.agent');
    expect(emergencySchema.parse(started.body)).toMatchObject({
      ...{ agent: { name: 'Anna Müller' }, call: 'shown', isDrill: false, location: null },
      callback: { path: 'own-number', number: null, rung: ['Ursula Zürcher'] },
    });
    const work = await workOf('anna.agent');
    expect(work).toMatchObject({ state: 'in-an-emergency', emergency: { call: 'shown' } });
    expect((await post('anna.agent', OWN)).status).toBe(200);
    expect((await workOf('anna.agent')).emergency?.id).toBe(work.emergency?.id);
  });

  test('is told field, rule and mend of what it cannot mean, and nothing has begun', async () => {
    const refused = async (body: unknown, language: string) => {
      const headers = { 'accept-language': language };
      return stage.ask('anna.agent', OWN, { method: 'POST', body, headers });
    };
    const told = await refused({ isDrill: 'yes' }, 'en');
    const [field, rule] = ['body.isDrill', 'This must be true or false.'];
    const words = { field, rule, mend: 'Give true or false.' };
    expect([told.status, told.body]).toMatchObject([400, { ...words, problems: [words] }]);
    const german = await refused({ isDrill: 'yes' }, 'de');
    expect(german.body).toMatchObject({ field, mend: 'Verlangt ist true oder false.' });
    const misspelt = await refused({ drill: true }, 'en');
    expect(misspelt.body).toMatchObject({ field: 'body', mend: 'Remove or correct: drill.' });
    expect((await workOf('anna.agent')).emergency).toBeNull();
  });

  test('EMG-12: says that it goes on, that it is over, and that the window may end', async () => {
    await start('anna.agent');
    expect((await post('anna.agent', `${OWN}/goes-on`)).status).toBe(204);
    const early = await post('anna.agent', `${OWN}/ready`);
    expect([early.status, early.body]).toMatchObject([409, { rule: expect.any(String) }]);
    expect((await post('anna.agent', `${OWN}/call-over`)).status).toBe(204);
    expect((await workOf('anna.agent')).emergency?.call).toBe('over');
    expect((await post('anna.agent', `${OWN}/ready`)).status).toBe(204);
    const { emergency, services } = await workOf('anna.agent');
    expect(emergency).toBeNull();
    expect(services.map(({ reason }) => reason?.code)).not.toContain('in-an-emergency');
    expect((await post('anna.agent', `${OWN}/call-over`)).status).toBe(204);
  });

  test('DEC-6: is told that it is too late to go on once the call is over, or never was', async () => {
    const tooLate = async () => {
      const { status, body } = await post('anna.agent', `${OWN}/goes-on`);
      expect([status, body]).toMatchObject([
        409,
        { rule: expect.stringContaining('ended already'), mend: expect.stringContaining('again') },
      ]);
    };
    await tooLate();
    await start('anna.agent');
    await post('anna.agent', `${OWN}/call-over`);
    await tooLate();
    await expectGermanRefusal('anna.agent', `${OWN}/goes-on`, {
      title: 'Zu spät zum Weiterführen',
      rule: 'Der Anruf ist schon zu Ende, und «Nicht stören» wird nicht mehr für ihn gezeigt.',
      mend: 'Rufen Sie bei Bedarf noch einmal an: neu gewählt ist neu geschützt.',
    });
  });

  test('everything else of the own work stays possible over the API', async () => {
    await start('anna.agent');
    const body = { onDuty: false };
    const switched = await stage.ask('anna.agent', '/api/v1/my-work/duty', { method: 'PUT', body });
    expect(switched.status).toBe(204);
  });

  test('DEC-10: is told what to dial where they are', async () => {
    const numbers = async (name: Name) =>
      (await stage.ask(name, '/api/v1/my-work/emergency-numbers')).body;
    expect(await numbers('anna.agent')).toEqual({
      country: 'CH',
      numbers: ['112', '117', '118', '144'],
    });
    expect(await numbers('ben.agent')).toEqual({ country: 'DE', numbers: ['112', '110'] });
  });

  test('only agents have the button, and it takes nothing that it does not know', async () => {
    expect((await start('sam.supervisor')).status).toBe(403);
    const wrong = await start('anna.agent', { number: '112' });
    expect([wrong.status, wrong.body]).toMatchObject([400, { mend: expect.any(String) }]);
  });
});

describe('those who help', () => {
  beforeEach(async () => {
    await stage.parts.tenant.emergencyPlaces.put(stage.personId('anna.agent'), PLACE);
    await start('anna.agent');
  });

  test('EMG-20: supervisors of the agent and contacts see the emergency, and where', async () => {
    for (const name of ['sam.supervisor', 'ursula.user'] as const) {
      expect(await seenBy(name)).toMatchObject([
        { agent: { name: 'Anna Müller' }, location: PLACE.line },
      ]);
    }
  });

  test('DEC-9: an administrator who is not told sees it without the location', async () => {
    expect(await seenBy('admin')).toMatchObject([{ location: null }]);
  });

  test('neither the agent nor colleagues nor other supervisors see it in the list', async () => {
    for (const name of ['anna.agent', 'ben.agent', 'sofia.supervisor'] as const) {
      expect(await seenBy(name)).toEqual([]);
    }
    expect((await stage.ask('anna.agent', '/api/v1/my-work')).text).not.toContain('Bahnhof');
  });

  test('DEC-6: supervisors say that the call goes on or is over; others may not', async () => {
    const path = `${agentPath('anna.agent')}/emergency`;
    expect((await post('sofia.supervisor', `${path}/call-over`)).status).toBe(403);
    expect((await post('sam.supervisor', `${path}/goes-on`)).status).toBe(204);
    expect((await post('admin', `${path}/call-over`)).status).toBe(204);
    expect(await seenBy('sam.supervisor')).toMatchObject([{ call: 'over' }]);
  });

  test('the live stream tells it, and its end', async () => {
    const reader = await EventReader.open(stage, 'ursula.user');
    const told = await reader.until('emergencies', ({ emergencies }) => emergencies.length === 1);
    expect(told.data.emergencies[0]?.location).toBe(PLACE.line);
    await post('anna.agent', `${OWN}/call-over`);
    await post('anna.agent', `${OWN}/ready`);
    await reader.until('emergencies', ({ emergencies }) => emergencies.length === 0);
    reader.close();
  });
});

describe('a drill', () => {
  test('is begun by those who steer the agent, and marked as a drill', async () => {
    const path = `${agentPath('anna.agent')}/emergency-drill`;
    expect((await post('sofia.supervisor', path)).status).toBe(403);
    expect((await post('sam.supervisor', path)).body).toMatchObject({ isDrill: true });
    expect((await workOf('anna.agent')).emergency?.isDrill).toBe(true);
  });

  test('is refused while a real emergency stands', async () => {
    await start('anna.agent');
    const path = `${agentPath('anna.agent')}/emergency-drill`;
    const refused = await post('admin', path);
    expect([refused.status, refused.body]).toMatchObject([409, { rule: expect.any(String) }]);
    await expectGermanRefusal('admin', path, {
      title: 'Keine Übung während eines Notfalls',
      rule: 'Die Person hat den Notruf gewählt, oder sie wartet auf den Rückruf.',
      mend: 'Beginnen Sie die Übung, wenn der Notfall vorbei ist.',
    });
    expect((await workOf('anna.agent')).emergency?.isDrill).toBe(false);
  });
});
