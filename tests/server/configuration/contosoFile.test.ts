/** The file that a new Rufwerk starts with: what it says is right, and shows what can be said. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { type Configuration, validateConfiguration } from '@rufwerk/engine/core';
import type { DirectoryUser } from '@rufwerk/engine/ports';
import { parse } from 'yaml';
import { type CheckedFile, checkFile } from '../../../src/server/configuration/import.ts';
import { readWorld } from '../../../src/simulator/world/description.ts';

let checked: CheckedFile;
let configuration: Configuration;

beforeAll(async () => {
  const file = path.resolve(import.meta.dirname, '../../../env/contoso.yaml');
  const document: unknown = parse(await readFile(file, 'utf8'));
  const world = await readWorld('contoso', 1);
  const { people, services, emergencyCallbackAccounts } = world;
  const users = new Map(
    [...people, ...services, ...emergencyCallbackAccounts].map(
      ({ upn }): [string, DirectoryUser] => [
        upn,
        { entraId: `object-of-${upn}`, userPrincipalName: upn, displayName: upn },
      ],
    ),
  );
  checked = await checkFile(document, { findUser: async (name) => users.get(name) ?? null });
  const shaped = validateConfiguration(document);
  if (!shaped.ok) throw new Error(JSON.stringify(shaped.problems));
  configuration = shaped.configuration;
});

test('is right, names only who is in the simulated tenant, and is warned of two things', () => {
  expect(checked).toMatchObject({
    kind: 'good',
    warnings: [
      // Claims, on purpose: what happens when nobody serves can be tried.
      { field: 'services[2].agents' },
      // The security service next door, whom only mails reach.
      { field: 'emergency.contacts[1]' },
    ],
  });
});

test('has a service for every number that can be dialled', async () => {
  const { services } = await readWorld('contoso', 1);
  expect(configuration.services.map(({ resourceAccount }) => resourceAccount)).toEqual(
    services.map(({ upn }) => upn),
  );
});

test('DEC-7: sets the callback to the pool where the tenant’s carrier shows no own number', async () => {
  const { people } = await readWorld('contoso', 1);
  const served = people.filter(({ role }) => role === 'agent');
  const settingsOf = (upn: string) => configuration.agents.find(({ id }) => id === upn)?.emergency;
  expect(served.map(({ upn }) => [upn, settingsOf(upn)?.callback ?? 'own-number'])).toEqual(
    served.map(({ upn, phone, callerIdRewrite = false }) => [
      upn,
      phone === null || callerIdRewrite ? 'pool' : 'own-number',
    ]),
  );
});

test('NIMx-03 NIMx-04: its team is a group of the simulated tenant', async () => {
  const { groups } = await readWorld('contoso', 1);
  const teams = configuration.services.flatMap(({ responsibility }) => responsibility.team ?? []);
  expect(groups.map(({ id }) => id)).toEqual(expect.arrayContaining(teams));
  expect(teams).toHaveLength(1);
});

test('shows every kind of what can be set', () => {
  const { services, profiles, breakReasons } = configuration;
  const kinds = <T>(of: (service: Configuration['services'][number]) => T) =>
    new Set(services.map(of));
  expect(kinds(({ responsibility }) => responsibility.by)).toEqual(new Set(['people', 'skills']));
  expect(kinds(({ afterCallWork }) => afterCallWork.mode)).toEqual(
    new Set(['none', 'fixed', 'extendable', 'until-done']),
  );
  expect(kinds(({ order }) => order)).toEqual(
    new Set(['longest-idle', 'best-skill', 'round-robin', 'broadcast']),
  );
  expect(services.some(({ callBack }) => callBack.offered)).toBe(true);
  expect(services.some(({ responsibility }) => responsibility.levels.length > 1)).toBe(true);
  expect(services.some(({ hours }) => hours !== null && hours.holidays !== null)).toBe(true);
  expect(services.some(({ queue }) => queue.whenFull.do === 'service')).toBe(true);
  expect([profiles.length, breakReasons.length]).toEqual([2, 3]);
});
