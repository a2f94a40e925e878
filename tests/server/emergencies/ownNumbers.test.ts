/** Whose own number is whose, for a carrier that knows nothing else of who calls. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { asId, type PersonId } from '@rufwerk/engine/core';
import type { PersonDetails } from '@rufwerk/engine/ports';
import { e164, OwnNumbers } from '../../../src/server/emergencies/ownNumbers.ts';
import { PlayedClock, settled } from '../../engine/graph/playedClock.ts';
import { RecordedLog } from '../../engine/graph/recordedLog.ts';
import { CoreRuntime } from '../stage/coreRuntime.ts';

const HOUR_MS = 60 * 60_000;
const [anna, ben] = ['anna', 'ben'].map((name) => asId<PersonId>(name));

let clock: PlayedClock;
let runtime: CoreRuntime;
let log: RecordedLog;
let numbers: Map<string, readonly string[]>;
let isDown: boolean;
let asked: string[][];
let own: OwnNumbers;

beforeEach(async () => {
  clock = new PlayedClock(Date.parse('2026-11-23T08:00:00Z'));
  runtime = new CoreRuntime(clock);
  log = new RecordedLog();
  numbers = new Map([['entra-anna', ['+41 44 000 01 01', '0041 79 000 01 01']]]);
  isDown = false;
  asked = [];
  configure('anna');
  own = new OwnNumbers({ runtime, clock, log, people, directory: { listReach } });
  await own.settled();
});
afterEach(() => own.stop());

const people = {
  find: (id: PersonId) => details(id),
  findByEntraId: (entraId: string) => details(asId<PersonId>(entraId.replace('entra-', ''))),
};

function details(id: PersonId): PersonDetails {
  const unlisted = { userPrincipalName: null, phone: null, mail: null };
  return { id, entraId: `entra-${id}`, displayName: id, ...unlisted };
}

function listReach(entraIds: readonly string[]) {
  asked.push([...entraIds]);
  if (isDown) return Promise.reject(new Error('Graph answers 503'));
  const reach = entraIds.map((entraId) => ({
    ...{ entraId, hasMailbox: true, numbers: numbers.get(entraId) ?? [] },
  }));
  return Promise.resolve(reach);
}

function configure(...agents: readonly string[]): void {
  const service = { id: 'desk', name: 'Desk', resourceAccount: 'account', agents: [...agents] };
  runtime.configure({ services: [service] });
}

describe('DEC-7: the own number of somebody who calls the emergency service', () => {
  test('is the business or the mobile one of the directory, however it is written', () => {
    expect(own.personOf('+41440000101')).toBe(anna);
    expect(own.personOf('tel:+41 79 000 01 01')).toBe(anna);
    expect(own.personOf('+41440000102')).toBeNull();
    expect(own.personOf('0440000101')).toBeNull();
  });

  test('is read every hour, and at once with another configuration', async () => {
    numbers.set('entra-anna', ['+41440000109']).set('entra-ben', ['+41440000102']);
    await clock.advance(HOUR_MS - 1);
    expect(own.personOf('+41440000101')).toBe(anna);
    await clock.advance(1);
    expect([own.personOf('+41440000101'), own.personOf('+41440000109')]).toEqual([null, anna]);
    expect(own.personOf('+41440000102')).toBeNull();
    configure('anna', 'ben');
    await settled();
    expect(own.personOf('+41440000102')).toBe(ben);
    expect(asked.at(-1)).toEqual(['entra-anna', 'entra-ben']);
  });

  test('is nobody’s where several agents share it', async () => {
    numbers.set('entra-ben', ['+41440000101', '+41440000102']);
    configure('anna', 'ben');
    await settled();
    expect([own.personOf('+41440000101'), own.personOf('+41440000102')]).toEqual([null, ben]);
  });

  test('stays known while the directory is down, is read again soon, and never logged', async () => {
    isDown = true;
    await clock.advance(HOUR_MS);
    expect(own.personOf('+41440000101')).toBe(anna);
    expect(log.lines).toHaveLength(1);
    expect(JSON.stringify(log.lines)).not.toContain('000');
    isDown = false;
    numbers.set('entra-anna', ['+41440000109']);
    await clock.advance(30_000);
    expect(own.personOf('+41440000109')).toBe(anna);
  });
});

test.each([
  ['+41 (0)44 000 01 01', '+41440000101'],
  ['+41-44.000/01 01', '+41440000101'],
  ['tel:+41440000101;ext=12', '+41440000101'],
  ['0041440000101 ext 12', '+41440000101'],
  ['+41440000101x12', '+41440000101'],
  ['044 000 01 01', null],
  ['+0441234567', null],
  ['+4144000010112345678', null],
  ['anna.agent@contoso.example', null],
  ['', null],
])('“%s” is %s in E.164', (written, number) => {
  expect(e164(written)).toBe(number);
});
