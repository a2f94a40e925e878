/**
 * Whole emergencies, and afterwards a search of everything that is left of them (DEC-9, EMG-17,
 * EMG-33): the number dialled and the responder's number are nowhere, the place is nowhere once
 * the emergency has closed.
 *
 * What cannot be searched: what Teams itself keeps of a card. While the emergency is open its card
 * tells supervisors the place; at the close the card is updated in place, and whether Microsoft
 * keeps what stood there before is Microsoft's. The played chats keep it, and so prove that what is
 * searched for was there. What clients have in their memory or somebody has written down is out of
 * reach, too, and so are blocks that the file system has freed.
 */
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { myWorkSchema } from '@rufwerk/engine/api';
import { asId, type PersonId, type TenantId } from '@rufwerk/engine/core';
import { openStore } from '@rufwerk/engine/store';
import { openFile } from '../../src/engine/store/sqlite.ts';
import { silentLog } from '../server/log.ts';
import { eventually, upn } from './control.ts';
import {
  ANNA,
  BEN,
  callsBack,
  DAVID,
  emergencyOf,
  isProtected,
  openEmergencyHouse,
  OUTSIDE,
  type PlayedEmergency,
  pressesButton,
  SAM,
  says,
  seenBy,
  shownInTeams,
  SOFIA,
  until,
} from './emergencyHouse.ts';
import type { House } from './house.ts';

/**
 * Rescue by air in Switzerland: the played client knows it, and Rufwerk's configuration does not,
 * so that nothing but a dialled number can bring it into Rufwerk.
 */
const DIALLED = '1414';
const RESPONDER = '+41449997531';
const ADMIN = upn('admin');

/** As a word of its own, also in `"1414"` and `tel:1414`; ids have such digits between hyphens. */
const dialled = new RegExp(`(?<![\\w-])${DIALLED}(?![\\w-])`);
const responder = new RegExp(RESPONDER.slice(1));
const place = /Beispielstrasse|3rd floor|47\.3769|8\.5417/;

let house: House;
/** Everything that is searched, by what it is. */
const left = new Map<string, string>();
const log: string[] = [];
let sealedPlaces: readonly string[] = [];
let shownWhileOpen: string | null = null;
let chatsAtTheEnd: readonly Chat[] = [];

interface Content {
  readonly text: string;
  readonly cards: readonly unknown[];
}
interface Chat {
  readonly messages: readonly (Content & { readonly updates: readonly Content[] })[];
}

beforeAll(async () => {
  house = await openEmergencyHouse({ environment: { LOG_LEVEL: 'debug' } });
  await liveThrough();
  await drill();
  await lookAtAllThatIsTold();
  await house.kill();
  log.push(house.output());
  await lookIntoTheFiles();
  left.set('the log', log.join('\n'));
}, 120_000);
afterAll(() => house.close());

/** Anna by button and event on her own number, David by event on one of the pool. */
async function liveThrough(): Promise<void> {
  const { control } = house;
  await control.put(`/people/${DAVID}/settings`, { callerIdRewrite: true });
  await pressesButton(house, ANNA);
  const calls = [await dials(ANNA), await dials(DAVID)];
  const seen = await eventually(
    () => seenBy(house, SAM),
    (all) => all.length === 2 && all.every(({ location }) => location !== null),
  );
  shownWhileOpen = seen[0]?.location ?? null;
  await eventually(chats, (all) => place.test(JSON.stringify(all)), 15_000);
  await says(house, ANNA, 'goes-on');
  sealedPlaces = await sealedNow();
  for (const call of calls) await control.post(`/emergencies/${call.id}/drop`);
  for (const call of calls) await until(() => shownInTeams(control, call.upn), 'Available');
  for (const call of calls) {
    const answer = await control.post(`/emergencies/${call.id}/callback`, { from: RESPONDER });
    const { id } = (await answer.json()) as { readonly id: string };
    await talk(id);
  }
  const again = calls.at(-1);
  if (again !== undefined) await talk(await callsBack(control, again));
  await says(house, ANNA, 'ready');
  await control.advance(3_605);
  await until(() => isProtected(house, DAVID), false);
  await eventually(currentCards, (now) => !place.test(now), 15_000);
}

async function dials(person: string): Promise<PlayedEmergency> {
  await house.control.post(`/people/${person}/calls`, { to: DIALLED });
  const all = await eventually(
    () => house.control.get<PlayedEmergency[]>('/emergencies'),
    (emergencies) => emergencies.some((one) => one.upn === person && one.state === 'connected'),
  );
  const found = all.find((one) => one.upn === person);
  if (found === undefined) throw new Error('The emergency that was seen is gone.');
  return found;
}

async function talk(callId: string): Promise<void> {
  const { control } = house;
  const leg = await control.ringing(callId, [], 10_000);
  await control.act(leg, 'accept');
  await control.until(callId, ({ state }) => state === 'connected');
  await control.advance(5);
  await control.remove(`/calls/${callId}`);
  await control.advance(5);
}

async function drill(): Promise<void> {
  const { agent } = myWorkSchema.parse(await house.api(BEN, '/api/v1/my-work'));
  await house.send(SAM, 'POST', `/api/v1/agents/${agent.id}/emergency-drill`);
  await until(async () => (await emergencyOf(house, BEN))?.isDrill, true);
  await says(house, BEN, 'call-over');
  await says(house, BEN, 'ready');
  await house.control.advance(5);
}

async function lookAtAllThatIsTold(): Promise<void> {
  for (const about of ['/metrics', '/healthz', '/readyz', '/api/openapi.json']) {
    left.set(about, await (await fetch(house.url + about)).text());
  }
  for (const about of [
    ...['/api/v1/configuration', '/api/v1/emergency-drills', '/api/v1/agents', '/api/readiness'],
    ...['/api/v1/emergencies', '/api/v1/decisions', '/api/v1/services'],
  ]) {
    left.set(about, JSON.stringify(await house.api(ADMIN, about)));
  }
  for (const person of [ANNA, DAVID]) {
    left.set(`work of ${person}`, JSON.stringify(await house.api(person, '/api/v1/my-work')));
  }
  const { drills } = await house.api<{ drills: { id: string }[] }>(SAM, '/api/v1/emergency-drills');
  expect(drills).toHaveLength(1);
  const report = `/api/v1/emergency-drills/${drills[0]?.id}/report`;
  left.set('drill report', JSON.stringify(await house.api(SAM, report)));
  for (const told of ['mail', 'activity-notifications']) {
    left.set(told, JSON.stringify(await house.control.get(`/${told}`)));
  }
  chatsAtTheEnd = await chats();
  left.set('cards', await currentCards());
}

function chats(): Promise<Chat[]> {
  return house.control.get('/chats');
}

/** What everybody reads in their chats now. */
async function currentCards(): Promise<string> {
  const messages = (await chats()).flatMap((chat) => chat.messages);
  return JSON.stringify(messages.map(({ text, cards }) => ({ text, cards })));
}

const DATABASE = /^rufwerk\.db/;

/** While Rufwerk runs: its files are copied, so that nobody reads along. */
async function sealedNow(): Promise<string[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rufwerk-copy-'));
  try {
    for (const file of await readdir(house.dataDirectory)) {
      if (!DATABASE.test(file) || file.endsWith('-shm')) continue;
      await copyFile(path.join(house.dataDirectory, file), path.join(folder, file));
    }
    const { readNow } = openFile(path.join(folder, 'rufwerk.db'));
    const rows = readNow('select sealed_place from emergency_place', []);
    return (rows as { readonly sealed_place: string }[]).map((row) => row.sealed_place);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** First as bytes, before anything opens and tidies them; then as what they mean. */
async function lookIntoTheFiles(): Promise<void> {
  const folder = house.dataDirectory;
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    left.set(`bytes of ${path.relative(folder, file)}`, await readFile(file, 'latin1'));
  }
  const { readNow } = openFile(path.join(folder, 'rufwerk.db'));
  const rowsOf = (table: string) =>
    readNow(`select * from "${table}"`, []) as Record<string, string>[];
  const tables = readNow("select name from sqlite_master where type = 'table'", []);
  for (const { name } of tables as { readonly name: string }[]) {
    left.set(`table ${name}`, JSON.stringify(rowsOf(name)));
  }
  const snapshots = rowsOf('snapshot').map(({ state = '' }) => Buffer.from(state, 'base64'));
  left.set('snapshots', snapshots.map((state) => gunzipSync(state).toString()).join('\n'));
  await unseal(rowsOf('person'), rowsOf('note'));
}

/** What is sealed in the tables, opened with the house's own key. */
async function unseal(
  people: readonly Record<string, string>[],
  notes: readonly Record<string, string>[],
): Promise<void> {
  const { DATA_KEY = '', MICROSOFT_TENANT_ID = '' } = house.environment;
  const dataKey = Buffer.from(DATA_KEY, 'base64');
  const store = await openStore({ dataDirectory: house.dataDirectory, dataKey, log: silentLog });
  try {
    const tenant = await store.openTenant(asId<TenantId>(MICROSOFT_TENANT_ID));
    const details = people.map(({ id = '' }) => tenant.people.find(asId<PersonId>(id)));
    left.set('people', JSON.stringify(details));
    const secrets = notes.flatMap(({ key = '' }) => /^secret\/(.*)$/.exec(key)?.[1] ?? []);
    const opened = await Promise.all(secrets.map((key) => tenant.secrets.get(key)));
    left.set('secrets', JSON.stringify(opened));
  } finally {
    await store.close();
  }
}

/** Where it is found, with what stands around it: for reading when the test fails. */
function whereFound(needle: RegExp): string[] {
  return [...left].flatMap(([what, text]) => {
    const at = text.search(needle);
    return at < 0 ? [] : [`${what}: ${text.slice(Math.max(0, at - 80), at + 80)}`];
  });
}

describe('after whole emergencies', () => {
  test('what is searched for was there, and the search finds what is there', () => {
    expect(shownWhileOpen).toMatch(place);
    expect(JSON.stringify(chatsAtTheEnd)).toMatch(place);
    expect(sealedPlaces).toHaveLength(2);
    for (const what of ['table journal', 'bytes of rufwerk.db', 'bytes of rufwerk.db-wal']) {
      expect([what, left.get(what)?.length]).not.toEqual([what, undefined]);
    }
    expect(left.get('table journal')).toContain('EmergencyStarted');
    expect(left.get('people')).toContain('Anna Müller');
    expect(left.get('mail')).toContain(OUTSIDE);
    expect(left.get('cards')).toContain('Anna Müller');
    expect(left.get('activity-notifications')).toContain(SOFIA);
    expect(left.get('the log')).toContain('Rufwerk listens');
    for (const told of [`{"to":"${DIALLED}"}`, `tel:${DIALLED}`, `has dialled ${DIALLED}.`]) {
      expect(told).toMatch(dialled);
    }
  });

  test('DEC-9: the number dialled is nowhere', () => {
    expect(whereFound(dialled)).toEqual([]);
  });

  test('DEC-9: the number that called back is nowhere, and its caller is nobody we know', () => {
    expect(whereFound(responder)).toEqual([]);
    expect(whereFound(/449990112/)).toEqual([]);
  });

  test('DEC-9: the place is nowhere once the emergencies have closed', () => {
    expect(whereFound(place)).toEqual([]);
    expect(left.get('table emergency_place')).toBe('[]');
  });

  test('DEC-9: not even its sealed form is left in the bytes of the files', () => {
    for (const sealed of sealedPlaces) {
      expect(whereFound(new RegExp(sealed.slice(0, 60).replaceAll('+', '\\+')))).toEqual([]);
    }
  });

  test('EMG-17: callbacks are in no list of calls', () => {
    expect(left.get('table call')).toBe('[]');
  });
});
