/** The built-in mail suits its occasion: an emergency or a drill, somebody here or outside. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { asId, type EmergencyId, type Language, type PersonId } from '@rufwerk/engine/core';
import { createMailOfOccasion } from '../../src/server/builtInMails.ts';
import { adopt, checkFile } from '../../src/server/configuration/import.ts';
import { watchConfiguration } from '../../src/server/configuration/inForce.ts';
import { contosoFile } from './stage/contoso.ts';
import { Stage } from './stage/stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

const LINK = 'https://rufwerk.example/tab/live';

async function mail(contactId: PersonId, isDrill: boolean, language: Language = 'en') {
  const { tenant, runtime } = stage.parts;
  const watched = await watchConfiguration(runtime);
  watched.stop();
  const write = createMailOfOccasion({
    people: tenant.people,
    inForce: () => watched.current(),
    languageOf: () => Promise.resolve(language),
    linkTo: () => LINK,
  });
  const emergencyId = asId<EmergencyId>('emergency-1');
  const about = { emergencyId, agentId: stage.personId('anna.agent'), startedAt: 0 };
  return write({ ...about, contactId, isDrill });
}

const outside = () => stage.parts.tenant.people.ensureMailContact('reception@fabrikam.example');

describe('the built-in emergency mail', () => {
  test.each([
    ['en', 'DRILL: Nobody has called the emergency number, and nothing is to be done.'],
    ['de', 'ÜBUNG: Niemand hat den Notruf gewählt, und es ist nichts zu tun.'],
  ] as const)(
    'says in a drill that nobody called, and asks for nothing (%s)',
    async (lang, first) => {
      const sent = await mail(stage.personId('sam.supervisor'), true, lang);
      expect(sent?.subject).toMatch(/^(DRILL|ÜBUNG): Test .*Anna Müller$/);
      expect(sent?.text.split('\n')[0]).toBe(first);
      expect(sent?.text).toContain(LINK);
      expect(sent?.text).not.toMatch(/has called the emergency number\.|get in|Zutritt|gewählt\./);
    },
  );

  test.each(['en', 'de'] as const)(
    'EMG-22: sends nobody outside to a place in Teams that they cannot open (%s)',
    async (language) => {
      const here = await mail(stage.personId('sam.supervisor'), false, language);
      expect(here?.text).toContain(LINK);
      const sent = await mail(await outside(), false, language);
      expect(sent?.subject).toBe(here?.subject);
      expect(sent?.text).toMatch(/does not hold the location|Ort steht nicht in dieser Mail/);
      for (const isDrill of [true, false]) {
        expect((await mail(await outside(), isDrill, language))?.text).not.toMatch(/https?:/);
      }
    },
  );

  test('EMG-21: gives way to the administrator’s own words of that language only', async () => {
    const { directory, tenant, runtime } = stage.parts;
    const own = { language: 'de', subject: 'Hilfe für {{agent}}', body: '{{link}}' };
    const file = { ...contosoFile, emergency: { mailTemplates: [own] } };
    const checked = await checkFile(file, directory);
    if (checked.kind !== 'good') throw new Error(JSON.stringify(checked));
    const configuration = await adopt(checked, tenant.people);
    await runtime.submit({ type: 'ConfigurationSubmitted', configuration, by: null });
    expect((await mail(await outside(), false, 'de'))?.text).toBe(LINK);
    expect((await mail(await outside(), false, 'en'))?.text).not.toContain(LINK);
  });
});
