/** The emergency mail: its words, its languages, and what a template may not say. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mailPreviewSchema } from '@rufwerk/engine/api';
import {
  asId,
  type EmergencyId,
  type EmergencySettings,
  type Language,
  type PersonId,
} from '@rufwerk/engine/core';
import { adopt, checkFile } from '../../../src/server/configuration/import.ts';
import { type InForce, watchConfiguration } from '../../../src/server/configuration/inForce.ts';
import {
  createEmergencyMail,
  type EmergencyMail,
} from '../../../src/server/emergencies/mail/emergencyMail.ts';
import { contosoFile, objectId, upn } from '../stage/contoso.ts';
import { Stage } from '../stage/stage.ts';

const emergencyId = asId<EmergencyId>('emergency-1');
const DIALLED_AT = Date.UTC(2026, 10, 20, 23, 30);

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

async function configure(emergency: object): Promise<void> {
  const { directory, tenant, runtime } = stage.parts;
  const file = { ...contosoFile, timeZone: 'Europe/Zurich', emergency };
  const checked = await checkFile(file, directory);
  if (checked.kind !== 'good') throw new Error(JSON.stringify(checked));
  const configuration = await adopt(checked, tenant.people);
  await runtime.submit({ type: 'ConfigurationSubmitted', configuration, by: null });
}

interface Asked {
  readonly contactId?: PersonId;
  readonly isDrill?: boolean;
  readonly languages?: ReadonlyMap<PersonId, Language>;
  readonly change?: (now: InForce) => InForce;
}

/** As it could stand in force since before the check. */
function inForceWith(change: Partial<EmergencySettings>): (now: InForce) => InForce {
  return (now) => {
    if (now.configuration === null) throw new Error('Nothing is in force.');
    const emergency = { ...now.configuration.emergency, ...change };
    return { ...now, configuration: { ...now.configuration, emergency } };
  };
}

/** Anna's emergency, told to Sam unless somebody else is named. */
async function mail(asked: Asked = {}): Promise<EmergencyMail | null> {
  const { isDrill = false, languages = new Map(), change = (now) => now } = asked;
  const contactId = asked.contactId ?? stage.personId('sam.supervisor');
  const { tenant, runtime } = stage.parts;
  const watched = await watchConfiguration(runtime);
  watched.stop();
  const write = createEmergencyMail({
    people: tenant.people,
    inForce: () => change(watched.current()),
    languageOf: (id) => Promise.resolve(languages.get(id) ?? null),
    linkTo: (id) => `https://rufwerk.example/tab/live/emergencies/${id}`,
  });
  const agentId = stage.personId('anna.agent');
  return write({ emergencyId, agentId, contactId, isDrill, startedAt: DIALLED_AT });
}

describe('the emergency mail', () => {
  test('EMG-18 EMG-20: tells who, when in the organisation’s time zone, and where to look', async () => {
    await configure({});
    const sent = await mail();
    expect(sent).toMatchObject({
      to: upn('sam.supervisor'),
      from: objectId('anna.agent'),
      otherwiseFrom: null,
      subject: 'Emergency call of Anna Müller',
    });
    expect(sent?.text).toMatch(/^When: Saturday,? 21 November 2026 at 00:30 CET$/m);
    expect(sent?.text).toContain('Services: IT Helpdesk\n');
    expect(sent?.text).toContain('https://rufwerk.example/tab/live/emergencies/emergency-1');
    expect(sent?.text).not.toMatch(/[{}]/);
  });

  test('is in the recipient’s language, else the agent’s, else English', async () => {
    await configure({});
    const sam = stage.personId('sam.supervisor');
    const anna = stage.personId('anna.agent');
    const german = await mail({ languages: new Map([[sam, 'de']]) });
    expect(german?.subject).toBe('Notruf von Anna Müller');
    expect(german?.text).toContain('Samstag, 21. November 2026');
    expect((await mail({ languages: new Map([[anna, 'de']]) }))?.subject).toMatch(/^Notruf/);
    expect((await mail())?.subject).toMatch(/^Emergency/);
  });

  test('EMG-21: the administrator’s words win for their language, and no others', async () => {
    const template = { language: 'de', subject: 'Hilfe für {{agent}}', body: '{{service}}' };
    await configure({ mailTemplates: [template] });
    const sam = stage.personId('sam.supervisor');
    expect(await mail()).toMatchObject({ subject: 'Hilfe für Anna Müller', text: 'IT Helpdesk' });
    const english = await mail({ languages: new Map([[sam, 'en']]) });
    expect(english?.subject).toBe('Emergency call of Anna Müller');
  });

  test('a drill says that it is one, once, even where the template forgets to', async () => {
    const template = { language: 'en', subject: 'Go to {{agent}}', body: '{{ drill }}Now.' };
    await configure({ mailTemplates: [template] });
    expect(await mail({ isDrill: true })).toMatchObject({
      subject: 'DRILL: Go to Anna Müller',
      text: 'DRILL: Now.',
    });
    expect(await mail()).toMatchObject({ subject: 'Go to Anna Müller', text: 'Now.' });
  });

  test('EMG-22: goes to the address of a contact outside, and from the shared mailbox', async () => {
    await configure({});
    const change = inForceWith({ mailFrom: stage.personId('admin') });
    const { people } = stage.parts.tenant;
    const contactId = await people.ensureMailContact('reception@fabrikam.example');
    expect(await mail({ contactId, change })).toMatchObject({
      to: 'reception@fabrikam.example',
      from: objectId('admin'),
      otherwiseFrom: objectId('anna.agent'),
    });
  });

  test('is none where nobody can be written to', async () => {
    await configure({});
    const contactId = await stage.parts.tenant.people.ensureCaller('+41790000001');
    expect(await mail({ contactId })).toBeNull();
    const two = await stage.parts.tenant.people.ensureMailContact('a@b.example;c@d.example');
    expect(await mail({ contactId: two })).toBeNull();
  });

  test('a name with line breaks or braces in it makes no header and no other variable', async () => {
    await configure({});
    await stage.parts.tenant.people.ensureEntraPerson({
      entraId: objectId('anna.agent'),
      userPrincipalName: upn('anna.agent'),
      displayName: 'Anna\r\nBcc: all@contoso.example\u2028{{link}}',
    });
    const sent = await mail();
    expect(sent?.subject).toBe('Emergency call of Anna Bcc: all@contoso.example {{link}}');
    expect(sent?.text).toMatch(/^Anna Bcc: /);
    expect(sent?.text).not.toMatch(/\r|^Bcc/m);
  });

  test('variables that nobody knows are left out of a template that is in force already', async () => {
    await configure({});
    const template = { language: 'en', subject: 'A {{number}}B }}', body: '{{ {{agent}}' } as const;
    const sent = await mail({ change: inForceWith({ mailTemplates: [template] }) });
    expect(sent).toMatchObject({ subject: 'A B', text: 'Anna Müller' });
  });
});

describe('a mail template', () => {
  test('with a variable that nobody knows does not come into force, and says which', async () => {
    const template = { language: 'en', subject: 'Help', body: 'At {{location}}' };
    const emergency = { mailTemplates: [template] };
    const checked = await checkFile({ ...contosoFile, emergency }, stage.parts.directory);
    expect(checked).toEqual({
      kind: 'wrong',
      problems: [
        {
          field: 'emergency.mailTemplates[0].body',
          rule: 'There is no variable {{location}}.',
          mend: 'Use one of {{agent}}, {{started}}, {{service}}, {{link}}, {{drill}}.',
        },
      ],
    });
  });

  test('EMG-21: is previewed to administrators with all that is wrong with it', async () => {
    const template = { language: 'de', subject: 'Notruf\nBcc: x', body: '{{agent}}: {{started' };
    const sent = { method: 'POST', body: { template, isDrill: true } };
    const headers = { 'accept-language': 'de' };
    const address = '/api/v1/emergency-mail-preview';
    const { body } = await stage.ask('admin', address, { ...sent, headers });
    const preview = mailPreviewSchema.parse(body);
    expect(preview).toMatchObject({
      subject: 'ÜBUNG: Notruf Bcc: x',
      body: 'ÜBUNG: Anna Müller: started',
    });
    expect(preview.problems.map(({ field }) => field)).toEqual(['subject', 'body']);
    expect(preview.problems[0]?.rule).toBe('Der Betreff ist eine einzige Zeile.');
    expect((await stage.ask('sam.supervisor', address, sent)).status).toBe(403);
  });
});
