/** Names in the emergency part of an administrator's file: colleagues, people outside, numbers. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Configuration, ConfigurationDraft } from '@rufwerk/engine/core';
import { exportFile } from '../../../src/server/configuration/export.ts';
import { adopt, checkFile } from '../../../src/server/configuration/import.ts';
import { contosoFile, objectId, upn } from '../stage/contoso.ts';
import { Stage } from '../stage/stage.ts';

const GUARD = 'guard@fabrikam.example';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.openEmpty();
});
afterAll(() => stage.close());

function fileWith(emergency: ConfigurationDraft['emergency']): ConfigurationDraft {
  return { ...contosoFile, emergency };
}

const check = (file: ConfigurationDraft, language: 'en' | 'de' = 'en') =>
  checkFile(file, stage.parts.directory, language);

async function adopted(file: ConfigurationDraft): Promise<Configuration> {
  const checked = await check(file);
  if (checked.kind !== 'good') throw new Error(JSON.stringify(checked));
  return adopt(checked, stage.parts.tenant.people);
}

describe('EMG-22: emergency contacts in an administrator’s file', () => {
  test('are colleagues and mail addresses, also several in one text, and come back', async () => {
    const file: ConfigurationDraft = {
      ...fileWith({
        contacts: [`${upn('sofia.supervisor')}; ${GUARD};`],
        mailFrom: upn('ursula.user'),
      }),
      agents: [{ id: upn('anna.agent'), emergency: { contacts: [upn('ben.agent')] } }],
    };
    const configuration = await adopted(file);
    const { people } = stage.parts.tenant;
    const contacts = configuration.emergency.contacts.map((id) => people.find(id));
    expect(contacts).toMatchObject([
      { userPrincipalName: upn('sofia.supervisor'), mail: null },
      { userPrincipalName: null, mail: GUARD, displayName: GUARD },
    ]);
    expect(await exportFile(configuration, people, stage.parts.directory)).toMatchObject({
      emergency: {
        contacts: [upn('sofia.supervisor'), GUARD],
        mailFrom: upn('ursula.user'),
      },
      agents: [{ id: upn('anna.agent'), emergency: { contacts: [upn('ben.agent')] } }],
    });
  });

  test('somebody outside is warned of: it may be a colleague whose name is misspelt', async () => {
    const contacts = [`${upn('sofia.supervisor')};sofia@contoso.example`];
    expect(await check(fileWith({ contacts }), 'de')).toMatchObject({
      kind: 'good',
      warnings: [
        {
          field: 'emergency.contacts[0]',
          rule: expect.stringContaining('«sofia@contoso.example» ist niemand im Verzeichnis'),
          mend: expect.stringContaining('Benutzerprinzipalnamen'),
        },
      ],
    });
  });

  test('neither a name nor a mail address is refused, with the field', async () => {
    const service = { ...contosoFile.services[0], emergencyContacts: ['the guard'] };
    const file = { ...contosoFile, services: [service] } as ConfigurationDraft;
    expect(await check(file)).toMatchObject({
      kind: 'wrong',
      problems: [{ field: 'services[0].emergencyContacts[0]', mend: expect.any(String) }],
    });
  });

  test('a shared mailbox that sends must be in the directory', async () => {
    expect(await check(fileWith({ mailFrom: GUARD }))).toMatchObject({
      kind: 'wrong',
      problems: [{ field: 'emergency.mailFrom' }],
    });
  });
});

describe('DEC-7: the pool of callback numbers in an administrator’s file', () => {
  const pool = (
    ...entries: readonly (readonly ['sales' | 'ursula.user' | 'ben.agent', string])[]
  ) =>
    fileWith({
      callbackNumbers: entries.map(([name, number]) => ({ resourceAccount: upn(name), number })),
    });

  /** The played directory has few accounts: an agent's is free for the pool without agents. */
  const withoutAgents = (file: ConfigurationDraft): ConfigurationDraft => ({
    ...file,
    services: (file.services ?? []).map((service) => ({ ...service, agents: [] })),
  });

  test('its resource accounts are looked up, and come back by name', async () => {
    const configuration = await adopted(pool(['ursula.user', '+41435000191']));
    const { people } = stage.parts.tenant;
    expect(configuration.emergency.callbackNumbers).toEqual([
      { resourceAccount: objectId('ursula.user'), number: '+41435000191' },
    ]);
    const file = await exportFile(configuration, people, stage.parts.directory);
    expect(file.emergency?.callbackNumbers?.[0]?.resourceAccount).toBe(upn('ursula.user'));
  });

  test.each([
    ['an account of a service', pool(['sales', '+41435000191']), '[0].resourceAccount'],
    [
      'a number that stands twice',
      withoutAgents(pool(['ursula.user', '+41435000191'], ['ben.agent', '+41435000191'])),
      '[1].number',
    ],
    [
      'an account that stands twice',
      pool(['ursula.user', '+41435000191'], ['ursula.user', '+41435000192']),
      '[1].resourceAccount',
    ],
  ])('%s is refused with field, rule and mend', async (_, file, field) => {
    expect(await check(file)).toMatchObject({
      kind: 'wrong',
      problems: [
        {
          field: `emergency.callbackNumbers${field}`,
          rule: expect.any(String),
          mend: expect.any(String),
        },
      ],
    });
  });
});
