/** When services open and close and days begin, told to the engine at the played instant. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ConfigurationDraft } from '@rufwerk/engine/core';
import type { Notes } from '@rufwerk/engine/ports';
import { HoursKeeper } from '../../../src/server/hours/hoursKeeper.ts';
import { PlayedClock, settled } from '../../engine/graph/playedClock.ts';
import { silentLog } from '../log.ts';
import { CoreRuntime } from '../stage/coreRuntime.ts';

type Hours = NonNullable<NonNullable<ConfigurationDraft['services']>[number]['hours']>;

const HOUR_MS = 3_600_000;
const MONDAY = '2026-11-23T06:00:00Z';
const everyDay = (from: string, to: string): Hours['week'] => {
  const periods = [{ from, to }];
  return {
    ...{ monday: periods, tuesday: periods, wednesday: periods, thursday: periods },
    ...{ friday: periods, saturday: periods, sunday: periods },
  };
};
const office: Hours = { timeZone: 'Europe/Zurich', week: everyDay('08:00', '17:00') };

let clock: PlayedClock;
let runtime: CoreRuntime;
let keeper: HoursKeeper;
let noted: Map<string, string>;
let notes: Notes;

beforeEach(() => begin(MONDAY));
afterEach(() => keeper.stop());

function begin(now: string): void {
  clock = new PlayedClock(Date.parse(now));
  runtime = new CoreRuntime(clock);
  noted = new Map();
  notes = {
    get: (key) => Promise.resolve(noted.get(key) ?? null),
    put: (key, value) => Promise.resolve(void noted.set(key, value)),
  };
}

async function start(): Promise<void> {
  keeper = new HoursKeeper({ runtime, notes, clock, log: silentLog });
  await settled();
}

function serve(hours: Hours | null, timeZone = 'Europe/Zurich'): void {
  const service = { id: 'desk', name: 'Desk', resourceAccount: 'account', agents: ['a'], hours };
  // No two configurations are the same, so that each is a change.
  const ageingSeconds = 120 + (runtime.inputs.length % 1_000);
  runtime.configure({ timeZone, ageingSeconds, services: [service] });
}

async function until(instant: string): Promise<void> {
  await clock.advance(Date.parse(instant) - clock.now());
}

/** Everything that changed, with the instant in UTC. */
function told(): string[] {
  return runtime.facts.flatMap((fact) => {
    const at = new Date(fact.at).toISOString().slice(0, 16);
    if (fact.type === 'CountersReset') return [`${at} day`];
    if (fact.type !== 'ServiceHoursChanged') return [];
    return [`${at} ${fact.open ? 'open' : fact.cause}`];
  });
}

/** Without the beginnings of days. */
function changes(): string[] {
  return told().filter((each) => !each.endsWith(' day'));
}

describe('a service with hours', () => {
  test('NIMx-09: is closed at the start, opens and closes at the very instant', async () => {
    serve(office);
    await start();
    expect(told()).toEqual(['2026-11-23T06:00 hours']);
    await until('2026-11-23T06:59:59.999Z');
    expect(told()).toHaveLength(1);
    await until('2026-11-23T16:00:00Z');
    expect(told().slice(1)).toEqual(['2026-11-23T07:00 open', '2026-11-23T16:00 hours']);
  });

  test('is looked at as soon as a configuration has changed, and without hours it is open', async () => {
    await start();
    serve(office);
    await settled();
    expect(runtime.state.services.get('desk' as never)?.closedBy).toBe('hours');
    serve(null);
    await settled();
    await clock.advance(48 * HOUR_MS);
    expect(runtime.of('ServiceOpened')).toEqual([]);
    expect(runtime.state.services.get('desk' as never)?.closedBy).toBeNull();
  });

  test('follows its own zone, not that of the tenant', async () => {
    serve({ ...office, timeZone: 'America/New_York' });
    await start();
    await until('2026-11-24T00:00:00Z');
    expect(told().slice(1)).toEqual([
      '2026-11-23T13:00 open',
      '2026-11-23T22:00 hours',
      '2026-11-23T23:00 day',
    ]);
  });

  test('over midnight stays open without a gap, and a week of nights has no other change', async () => {
    const periods = [
      { from: '00:00', to: '06:00' },
      { from: '20:00', to: '24:00' },
    ];
    const days = Object.keys(everyDay('00:00', '24:00'));
    const week = Object.fromEntries(days.map((day) => [day, periods]));
    serve({ timeZone: 'Europe/Zurich', week });
    await start();
    await until('2026-11-26T12:00:00Z');
    expect(changes()).toEqual([
      '2026-11-23T06:00 hours',
      ...['23', '24', '25'].flatMap((day) => [
        `2026-11-${day}T19:00 open`,
        `2026-11-${Number(day) + 1}T05:00 hours`,
      ]),
    ]);
  });

  test('tells holidays and exceptions with their cause, from the first minute of the day', async () => {
    begin('2026-12-23T12:00:00Z');
    const exceptions = [{ day: '2026-12-24', periods: [{ from: '08:00', to: '11:30' }] }];
    serve({ ...office, holidays: 'CH-ZH', exceptions });
    await start();
    await until('2026-12-27T08:00:00Z');
    expect(changes()).toEqual([
      '2026-12-23T16:00 hours',
      '2026-12-23T23:00 exception',
      '2026-12-24T07:00 open',
      '2026-12-24T10:30 exception',
      '2026-12-24T23:00 holiday',
      '2026-12-26T23:00 hours',
      '2026-12-27T07:00 open',
    ]);
  });
});

describe('daylight saving', () => {
  test('an hour that is skipped shifts a beginning inside it, and nothing else', async () => {
    begin('2026-03-28T23:30:00Z');
    serve({ timeZone: 'Europe/Zurich', week: everyDay('02:30', '08:00') });
    await start();
    await until('2026-03-30T12:00:00Z');
    expect(changes()).toEqual([
      '2026-03-28T23:30 hours',
      '2026-03-29T01:30 open',
      '2026-03-29T06:00 hours',
      '2026-03-30T00:30 open',
      '2026-03-30T06:00 hours',
    ]);
  });

  test('an hour that comes twice counts as its first, once', async () => {
    begin('2026-10-24T22:30:00Z');
    serve({ timeZone: 'Europe/Zurich', week: everyDay('02:30', '02:45') });
    await start();
    await until('2026-10-26T12:00:00Z');
    expect(changes()).toEqual([
      '2026-10-24T22:30 hours',
      '2026-10-25T00:30 open',
      '2026-10-25T00:45 hours',
      '2026-10-26T01:30 open',
      '2026-10-26T01:45 hours',
    ]);
  });

  test('a day without midnight begins an hour later, and every day begins once', async () => {
    begin('2026-09-05T12:00:00Z');
    serve(null, 'America/Santiago');
    await start();
    await until('2026-09-08T12:00:00Z');
    expect(told()).toEqual([
      '2026-09-06T04:00 day',
      '2026-09-07T03:00 day',
      '2026-09-08T03:00 day',
    ]);
  });
});

describe('the day of the counters', () => {
  test('begins at midnight of the tenant, and is not begun again by a restart', async () => {
    serve(null);
    await start();
    await until('2026-11-24T10:00:00Z');
    await keeper.stop();
    await start();
    expect(told()).toEqual(['2026-11-23T23:00 day']);
  });

  test('that began while Rufwerk was away begins at the start, with the hours as they are', async () => {
    serve(office);
    await start();
    await until('2026-11-23T12:00:00Z');
    await keeper.stop();
    const before = told().length;
    await until('2026-11-26T20:00:00Z');
    await start();
    expect(told().slice(before)).toEqual(['2026-11-26T20:00 hours', '2026-11-26T20:00 day']);
  });

  test('goes on under another time zone until a midnight of that one', async () => {
    begin('2026-11-23T03:00:00Z');
    serve(null);
    await start();
    serve(null, 'America/New_York');
    await until('2026-11-23T04:59:00Z');
    expect(told()).toEqual([]);
    await until('2026-11-23T05:00:00Z');
    expect(told()).toEqual(['2026-11-23T05:00 day']);
    serve(null, 'Asia/Tokyo');
    await until('2026-11-24T12:00:00Z');
    expect(told().slice(1)).toEqual(['2026-11-23T15:00 day']);
  });
});

describe('an engine that takes nothing', () => {
  test('is told again in half a minute, and nothing twice', async () => {
    serve(office);
    await start();
    runtime.isRefusing = true;
    await until('2026-11-23T07:00:20Z');
    expect(told()).toHaveLength(1);
    runtime.isRefusing = false;
    await until('2026-11-23T12:00:00Z');
    expect(told().slice(1)).toEqual(['2026-11-23T07:00 open']);
    expect(runtime.of('ServiceOpened')).toHaveLength(1);
  });

  test('a day that was told but could not be noted begins once', async () => {
    serve(null);
    await start();
    notes = { ...notes, put: () => Promise.reject(new Error('the disk is full')) };
    await keeper.stop();
    await start();
    await until('2026-11-24T12:00:00Z');
    expect(told()).toEqual(['2026-11-23T23:00 day']);
  });
});

test('many services that open together are all told at once', async () => {
  const services = Array.from({ length: 1_200 }, (_, index) => ({
    ...{ id: `desk-${index}`, name: 'Desk', resourceAccount: `account-${index}`, hours: office },
  }));
  runtime.configure({ services });
  await start();
  await until('2026-11-23T07:00:00Z');
  expect(runtime.of('ServiceOpened')).toHaveLength(1_200);
});

test('after many changes of the configuration it is looked at once more, not once each', async () => {
  serve(office);
  await start();
  let reads = 0;
  const read = runtime.read.bind(runtime);
  runtime.read = (look) => {
    reads += 1;
    return read(look);
  };
  for (let change = 0; change < 50; change += 1) serve(office);
  await settled();
  expect(reads).toBeLessThanOrEqual(2);
});

test('once stopped it leaves no timer and no listener, and tells nothing more', async () => {
  serve(office);
  keeper = new HoursKeeper({ runtime, notes, clock, log: silentLog });
  await keeper.stop();
  const before = told().length;
  serve({ ...office, week: {} });
  await clock.advance(48 * HOUR_MS);
  expect([clock.timers, runtime.listeners, told().length]).toEqual([0, 0, before]);
});
