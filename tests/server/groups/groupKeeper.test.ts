/** Who belongs to the groups that serve, whether the directory answers or not. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { asId, type GroupId, type PersonId } from '@rufwerk/engine/core';
import type { DirectoryUser, Log } from '@rufwerk/engine/ports';
import { GroupKeeper } from '../../../src/server/groups/groupKeeper.ts';
import { PlayedClock, settled } from '../../engine/graph/playedClock.ts';
import { silentLog } from '../log.ts';
import { CoreRuntime } from '../stage/coreRuntime.ts';

const MINUTE_MS = 60_000;
const CLAIMS = asId<GroupId>('5fd17350-6988-4395-9c56-2a3d48fff02f');
const SALES = asId<GroupId>('10213700-03fe-46b7-98fc-4dae193ead9f');

type Answer = readonly string[] | null | 'no answer' | 'fails';

let clock: PlayedClock;
let runtime: CoreRuntime;
let keeper: GroupKeeper;
let members: Map<GroupId, Answer>;
let asked: string[];
let warnings: string[];
let answer: (() => void)[];

beforeEach(() => {
  clock = new PlayedClock();
  runtime = new CoreRuntime(clock);
  members = new Map();
  asked = [];
  warnings = [];
  answer = [];
});
afterEach(() => keeper.stop());

function userCalled(name: string): DirectoryUser {
  return { entraId: `object-of-${name}`, userPrincipalName: name, displayName: name };
}

/** As Graph would, when nobody answers for a while: the test answers. */
async function listGroupMembers(groupId: string): Promise<readonly DirectoryUser[] | null> {
  asked.push(groupId);
  const found = members.get(asId(groupId)) ?? null;
  if (found === 'fails') throw new Error('Microsoft Graph answered 503');
  if (found !== 'no answer') return found?.map(userCalled) ?? null;
  await new Promise<void>((resolve) => answer.push(resolve));
  return [userCalled('late')];
}

const log: Log = { ...silentLog, warn: (_: object, words: string) => void warnings.push(words) };

async function start(): Promise<void> {
  keeper = new GroupKeeper({
    ...{ runtime, clock, log },
    directory: { listGroupMembers },
    people: { ensureEntraPerson: ({ entraId }) => Promise.resolve(asId<PersonId>(entraId)) },
  });
  await settled();
}

/** A service per team, as the configuration in force. */
function serve(...teams: readonly GroupId[]): void {
  const services = teams.map((team, index) => ({
    ...{ id: `service-${index}`, resourceAccount: `account-${index}` },
    // No two configurations are the same, so that each is a change.
    name: `Service ${runtime.inputs.length}`,
    responsibility: { team },
  }));
  runtime.configure({ services });
}

test('a team counts as looked up once the directory has been asked, whatever it said', async () => {
  members.set(CLAIMS, 'fails').set(SALES, ['anna']);
  await start();
  const areLookedUp = () => [CLAIMS, SALES].map((group) => keeper.wasLookedUp(group));
  expect(areLookedUp()).toEqual([false, false]);
  serve(CLAIMS, SALES);
  await settled();
  expect(areLookedUp()).toEqual([true, true]);
});

/** Whom the engine lines up for the first service. */
function lineup(): readonly string[] {
  return [...runtime.state.agents.values()]
    .filter(({ services }) => services.some(({ settings }) => settings.id === 'service-0'))
    .map(({ id }) => id.replace('object-of-', ''))
    .toSorted();
}

describe('members of a team', () => {
  test('NIMx-03: are known after the start, and who joins or leaves within ten minutes', async () => {
    members.set(CLAIMS, ['hugo', 'greta']);
    serve(CLAIMS);
    await start();
    expect(lineup()).toEqual(['greta', 'hugo']);
    members.set(CLAIMS, ['greta', 'iris']);
    await clock.advance(10 * MINUTE_MS - 1);
    expect(lineup()).toEqual(['greta', 'hugo']);
    await clock.advance(1);
    expect(lineup()).toEqual(['greta', 'iris']);
  });

  test('are known as soon as a configuration names the team', async () => {
    members.set(CLAIMS, ['greta']);
    await start();
    expect(asked).toEqual([]);
    serve(CLAIMS);
    await settled();
    expect(lineup()).toEqual(['greta']);
  });

  test('are told once, whatever order the directory lists them in, and after a restart, too', async () => {
    members.set(CLAIMS, ['greta', 'hugo', 'greta']);
    serve(CLAIMS);
    await start();
    members.set(CLAIMS, ['hugo', 'greta']);
    await clock.advance(30 * MINUTE_MS);
    await keeper.stop();
    await start();
    expect(asked).toHaveLength(5);
    expect(runtime.of('GroupMembersReported')).toHaveLength(1);
  });

  test('of a team that is empty are told as nobody', async () => {
    members.set(CLAIMS, []);
    serve(CLAIMS);
    await start();
    expect(runtime.of('GroupMembersReported')).toMatchObject([{ agentIds: [] }]);
  });

  test('that two services share are asked for once', async () => {
    members.set(CLAIMS, ['greta']);
    serve(CLAIMS, CLAIMS);
    await start();
    expect(asked).toEqual([CLAIMS]);
  });
});

describe('a directory that does not answer', () => {
  beforeEach(() => {
    members.set(CLAIMS, ['greta']).set(SALES, ['emma']);
    serve(CLAIMS, SALES);
  });

  test('takes nobody away, and other teams are read all the same', async () => {
    await start();
    members.set(CLAIMS, 'fails').set(SALES, ['felix']);
    await clock.advance(10 * MINUTE_MS);
    expect(lineup()).toEqual(['greta']);
    expect(runtime.state.groups.get(SALES)).toEqual(['object-of-felix']);
    expect(warnings).toEqual(['A team’s members could not be read']);
  });

  test('at the start is asked again in half a minute, not in ten', async () => {
    members.set(CLAIMS, 'fails');
    await start();
    expect(lineup()).toEqual([]);
    members.set(CLAIMS, ['greta']);
    await clock.advance(MINUTE_MS / 2);
    expect(lineup()).toEqual(['greta']);
    asked = [];
    await clock.advance(10 * MINUTE_MS - 1);
    expect(asked).toEqual([]);
  });

  test('is asked later and later, at most every ten minutes, however long it lasts', async () => {
    members.set(CLAIMS, 'fails').set(SALES, 'fails');
    await start();
    await clock.advance(24 * 60 * MINUTE_MS);
    const looks = asked.length / 2;
    expect(looks).toBeGreaterThan(144);
    expect(looks).toBeLessThan(144 + 6);
  });

  test('does not keep the process from ending, and is heard no more afterwards', async () => {
    members.set(CLAIMS, 'no answer');
    await start();
    await keeper.stop();
    answer.forEach((each) => each());
    await settled();
    expect(runtime.of('GroupMembersReported')).toEqual([]);
    expect(asked).toEqual([CLAIMS]);
    expect([runtime.listeners, clock.timers, warnings]).toEqual([0, 0, []]);
  });

  test('is asked once more after it, however often the configuration changed meanwhile', async () => {
    members.set(CLAIMS, 'no answer');
    await start();
    for (let change = 0; change < 50; change += 1) serve(CLAIMS, SALES);
    members.set(CLAIMS, ['greta']);
    answer.forEach((each) => each());
    await settled();
    expect(asked).toEqual([CLAIMS, SALES, CLAIMS, SALES]);
    expect(lineup()).toEqual(['greta']);
  });
});

describe('a team that the directory has no more', () => {
  beforeEach(async () => {
    members.set(CLAIMS, ['greta']);
    serve(CLAIMS);
    await start();
    members.set(CLAIMS, null);
    await clock.advance(10 * MINUTE_MS);
  });

  test('serves ten minutes longer, for Graph may be behind; then nobody serves for it', async () => {
    await clock.advance(10 * MINUTE_MS - 1);
    serve(CLAIMS);
    await settled();
    expect(lineup()).toEqual(['greta']);
    await clock.advance(10 * MINUTE_MS);
    expect(lineup()).toEqual([]);
  });

  test('and has again has its people again; the next loss counts from its own beginning', async () => {
    members.set(CLAIMS, ['greta', 'hugo']);
    await clock.advance(10 * MINUTE_MS);
    expect(lineup()).toEqual(['greta', 'hugo']);
    members.set(CLAIMS, null);
    await clock.advance(10 * MINUTE_MS);
    expect(lineup()).toEqual(['greta', 'hugo']);
  });
});

test('an engine that takes nothing is told again later', async () => {
  members.set(CLAIMS, ['greta']);
  serve(CLAIMS);
  runtime.isRefusing = true;
  await start();
  runtime.isRefusing = false;
  await clock.advance(MINUTE_MS / 2);
  expect(lineup()).toEqual(['greta']);
});

describe('groups that the directory does not have', () => {
  const whenNobody = { do: 'group-voicemail', group: SALES } as const;
  const service = { id: 'desk', name: 'Desk', resourceAccount: 'account-desk' };

  test('are told with what they are for, and no more once they are there', async () => {
    const responsibility = { team: CLAIMS };
    runtime.configure({ services: [{ ...service, responsibility, queue: { whenNobody } }] });
    await start();
    expect(await keeper.missing()).toEqual([
      { groupId: CLAIMS, serves: ['Desk'], voicemailOf: [] },
      { groupId: SALES, serves: [], voicemailOf: ['Desk'] },
    ]);
    members.set(CLAIMS, ['greta']).set(SALES, []);
    await keeper.lookAgain();
    expect(await keeper.missing()).toEqual([]);
    // Of a group that only has a voicemail, nobody begins to serve.
    expect(runtime.of('GroupMembersReported')).toMatchObject([{ groupId: CLAIMS }]);
  });

  test('stay told while the directory does not answer, and not once nobody names them', async () => {
    runtime.configure({ services: [{ ...service, queue: { whenNobody } }] });
    await start();
    members.set(SALES, 'fails');
    await keeper.lookAgain();
    expect(await keeper.missing()).toHaveLength(1);
    runtime.configure({ services: [service] });
    expect(await keeper.missing()).toEqual([]);
  });
});
