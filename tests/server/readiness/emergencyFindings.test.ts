/** Each precondition of emergency calls: its finding appears with its words, and vanishes. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  asId,
  type ConfigurationDraft,
  emergencyViewOf,
  type Language,
  type PersonId,
} from '@rufwerk/engine/core';
import type { PersonDetails, PersonReach } from '@rufwerk/engine/ports';
import { watchConfiguration } from '../../../src/server/configuration/inForce.ts';
import { type Check, inLanguage } from '../../../src/server/readiness/check.ts';
import type { PolicyNow } from '../../../src/server/readiness/emergencyNow.ts';
import { emergencyAgents } from '../../../src/server/readiness/emergencyPeople.ts';
import { EmergencyWatch } from '../../../src/server/readiness/emergencyWatch.ts';
import { PlayedClock } from '../../engine/graph/playedClock.ts';
import { silentLog } from '../log.ts';
import { CoreRuntime } from '../stage/coreRuntime.ts';

const DAY_MS = 24 * 60 * 60_000;
const person = (name: string): PersonId => asId<PersonId>(name);

/** Anna and Ben serve; Sam supervises; whatever else is named exists too. */
function draft(
  emergency: ConfigurationDraft['emergency'] = {},
  agents: ConfigurationDraft['agents'] = [],
): ConfigurationDraft {
  const service = { id: 'help', name: 'Help', resourceAccount: 'help-account' };
  return {
    administrators: ['adam'],
    agents,
    emergency,
    services: [{ ...service, agents: ['anna', 'ben'], supervisors: ['sam'] }],
  };
}

const throughPool = (id: string) => ({ id, emergency: { callback: 'pool' as const } });

let clock: PlayedClock;
let runtime: CoreRuntime;
let watch: EmergencyWatch;
let inForce: Awaited<ReturnType<typeof watchConfiguration>>;
let reach: Map<string, PersonReach>;
let directoryProblem: Error | null;
let outside: Set<string>;
let subscriptions: PolicyNow[];
let lastDrills: Map<PersonId, number>;
let withoutChat: Set<string>;
let askedFor: Set<string>;
let isSet: { teamsAppId: boolean; callerIdKey: boolean };

beforeEach(async () => {
  clock = new PlayedClock(1_000 * DAY_MS);
  runtime = new CoreRuntime(clock);
  runtime.configure(draft());
  inForce = await watchConfiguration(runtime);
  reach = new Map();
  directoryProblem = null;
  outside = new Set();
  subscriptions = [];
  lastDrills = new Map();
  withoutChat = new Set();
  askedFor = new Set();
  isSet = { teamsAppId: true, callerIdKey: true };
  watch = new EmergencyWatch({
    runtime,
    inForce: () => inForce.current(),
    people: { find: details },
    directory: {
      listReach: (ids) =>
        directoryProblem === null
          ? Promise.resolve(ids.flatMap((id) => reach.get(id) ?? []))
          : Promise.reject(directoryProblem),
    },
    ...{ clock, log: silentLog, subscriptions: () => subscriptions, lastDrills: () => lastDrills },
    hasChat: async (id) => !withoutChat.has(id),
    callerIds: {
      wasAskedFor: (id) => askedFor.has(id),
      wasEverAsked: () => askedFor.size > 0,
    },
    isSet,
  });
});

function details(id: PersonId): PersonDetails {
  const entraId = outside.has(id) ? null : `entra-${id}`;
  return { id, entraId, displayName: id, userPrincipalName: null, phone: null, mail: null };
}

function inDirectory(
  name: string,
  { hasNumber, hasMailbox }: { hasNumber: boolean; hasMailbox: boolean },
): void {
  const numbers = hasNumber ? ['+41440000101'] : [];
  reach.set(`entra-${name}`, { entraId: `entra-${name}`, numbers, hasMailbox });
}

async function check(id: string, language: Language = 'en'): Promise<Check | undefined> {
  const found = (await watch.told()).find((each) => each.id === id);
  return found && inLanguage(found, language);
}

/** A finding that stands has its three sentences in both languages. */
async function expectFinding(id: string, state: Check['state'], about: RegExp): Promise<void> {
  for (const language of ['en', 'de'] as const) {
    const found = await check(id, language);
    expect(found).toMatchObject({ state, area: 'emergencies' });
    for (const text of [found?.effect, found?.cause, found?.mend]) expect(text).toMatch(/\w{4}/);
    expect(`${found?.effect} ${found?.cause}`).toMatch(about);
  }
}

describe('readiness of emergencies', () => {
  test('EMG-18: an agent without any contact is named until one is set for everybody', async () => {
    await expectFinding('emergency.contacts', 'warning', /anna, ben/);
    runtime.configure(draft({}, [{ id: 'anna', emergency: { contacts: ['olga'] } }]));
    await expectFinding('emergency.contacts', 'warning', /: ben\.$|: ben\. /);
    runtime.configure(draft({ contacts: ['olga'] }));
    expect(await check('emergency.contacts')).toMatchObject({ state: 'good', effect: null });
  });

  test('DEC-7: contacts without Teams are a fault on the pool path only', async () => {
    outside.add('olga');
    runtime.configure(draft({ contacts: ['olga'] }));
    expect(await check('emergency.reachable-contacts')).toBeUndefined();
    runtime.configure(draft({ contacts: ['olga'] }, [throughPool('anna')]));
    await expectFinding('emergency.reachable-contacts', 'fault', /anna/);
    runtime.configure(draft({ contacts: ['olga', 'otto'] }, [throughPool('anna')]));
    expect(await check('emergency.reachable-contacts')).toMatchObject({ state: 'good' });
  });

  test('DEC-7: an empty pool is a fault, and one for more than ten agents each a warning', async () => {
    const many = Array.from({ length: 11 }, (_, index) => `agent-${index}`);
    const numbers = ['+41440000901', '+41440000902'].map((number, index) => ({
      ...{ number, resourceAccount: `pool-${index}` },
    }));
    const withPool = (count: number): ConfigurationDraft => {
      const base = draft({ callbackNumbers: numbers.slice(0, count) }, many.map(throughPool));
      const [service] = base.services ?? [];
      if (service === undefined) throw new Error('There is no service.');
      return { ...base, services: [{ ...service, agents: many }] };
    };
    runtime.configure(withPool(0));
    await expectFinding('emergency.pool', 'fault', /11/);
    runtime.configure(withPool(1));
    await expectFinding('emergency.pool', 'warning', /11/);
    runtime.configure(withPool(2));
    expect(await check('emergency.pool')).toMatchObject({ state: 'good' });
  });

  test('EMG-09: an own number that the directory does not show is a warning', async () => {
    inDirectory('anna', { hasNumber: false, hasMailbox: true });
    inDirectory('ben', { hasNumber: true, hasMailbox: true });
    expect(await check('emergency.own-number')).toBeUndefined();
    await watch.lookAgain();
    await expectFinding('emergency.own-number', 'warning', /anna/);
    inDirectory('anna', { hasNumber: true, hasMailbox: true });
    await watch.lookAgain();
    expect(await check('emergency.own-number')).toMatchObject({ state: 'good' });
  });

  test('EMG-08: an agent without a mailbox, and a shared sender without one, are faults', async () => {
    inDirectory('ben', { hasNumber: true, hasMailbox: false });
    await watch.lookAgain();
    await expectFinding('emergency.mail-sender', 'fault', /ben/);
    runtime.configure(draft({ mailFrom: 'desk' }));
    await watch.lookAgain();
    await expectFinding('emergency.mail-sender', 'fault', /desk/);
    inDirectory('desk', { hasNumber: false, hasMailbox: true });
    await watch.lookAgain();
    expect(await check('emergency.mail-sender')).toMatchObject({ state: 'good' });
  });

  test('a directory that cannot be read is told with its own words, until it can', async () => {
    directoryProblem = new Error('Microsoft Graph answered 403');
    await watch.lookAgain();
    await expectFinding('emergency.directory', 'warning', /403/);
    directoryProblem = null;
    await watch.lookAgain();
    expect(await check('emergency.directory')).toBeUndefined();
  });

  test('DEC-8: no policy, no subscription, an old one and a refused one each say so', async () => {
    await expectFinding('emergency.policies', 'warning', /Teams/);
    runtime.configure(draft({ policies: ['Swiss'] }));
    expect(await check('emergency.policies')).toBeUndefined();
    await expectFinding('emergency.policy.Swiss', 'fault', /subscription|Abonnement/);
    const mend = { en: 'Grant the permission.', de: 'Die Berechtigung erteilen.' };
    const lastError = { cause: { en: 'Forbidden', de: 'Forbidden' }, mend };
    const about = { policyName: 'Swiss', expiresAt: null };
    subscriptions = [{ ...about, state: 'barred', lastError }];
    await expectFinding('emergency.policy.Swiss', 'fault', /Forbidden/);
    const live = { ...about, state: 'live', lastError } as const;
    subscriptions = [{ ...live, expiresAt: clock.now() }];
    await expectFinding('emergency.policy.Swiss', 'fault', /run out|abgelaufen/);
    subscriptions = [{ ...live, expiresAt: clock.now() + 1 }];
    expect(await check('emergency.policy.Swiss')).toMatchObject({ state: 'good' });
  });

  test('a drill that was never, or 180 days ago, is one advice for all', async () => {
    lastDrills.set(person('anna'), clock.now() - 181 * DAY_MS);
    await expectFinding('emergency.drills', 'advice', /ben, anna/);
    lastDrills.set(person('anna'), clock.now() - 180 * DAY_MS);
    lastDrills.set(person('ben'), clock.now());
    expect(await check('emergency.drills')).toMatchObject({ state: 'good' });
  });

  test('what cannot be read is advised once, and names nobody', async () => {
    await expectFinding('emergency.unseen', 'advice', /voicemail|Anrufbeantworter/);
    const advice = (await watch.told()).filter(({ id }) => id === 'emergency.unseen');
    expect(advice).toHaveLength(1);
  });

  test('without TEAMS_APP_ID nothing stands in activity feeds, which is told', async () => {
    isSet.teamsAppId = false;
    await expectFinding('emergency.teams-app', 'warning', /TEAMS_APP_ID/);
    isSet.teamsAppId = true;
    expect(await check('emergency.teams-app')).toMatchObject({ state: 'good', effect: null });
  });

  test('a contact without a chat is a warning, one outside the directory an advice', async () => {
    outside.add('otto');
    withoutChat.add('olga').add('otto');
    runtime.configure(draft({ contacts: ['olga', 'otto'] }));
    await expectFinding('emergency.contacts-chat', 'warning', /: olga\./);
    await expectFinding('emergency.contacts-outside', 'advice', /: otto\./);
    withoutChat.delete('olga');
    runtime.configure(draft({ contacts: ['olga'] }));
    expect(await check('emergency.contacts-chat')).toMatchObject({ state: 'good' });
    expect(await check('emergency.contacts-outside')).toBeUndefined();
  });

  test('without contacts, the supervisors who get the card are looked at', async () => {
    withoutChat.add('sam');
    await expectFinding('emergency.contacts-chat', 'warning', /: sam\./);
  });

  test('DEC-7: everybody’s callback path is told, the good ones too', async () => {
    const titleOf = async (path: string) => (await check(`emergency.path.${path}`, 'de'))?.title;
    expect(await titleOf('own-number')).toBe('Rückruf auf die eigene Nummer: anna, ben');
    expect(await titleOf('pool')).toBeUndefined();
    runtime.configure(draft({}, [throughPool('anna')]));
    expect(await titleOf('own-number')).toBe('Rückruf auf die eigene Nummer: ben');
    expect(await titleOf('pool')).toBe('Rückruf über den Pool: anna');
  });

  test('DEC-7: that no carrier has asked for a number of the pool is told until one has', async () => {
    expect(await check('emergency.caller-id')).toBeUndefined();
    runtime.configure(draft({}, [throughPool('anna'), throughPool('ben')]));
    isSet.callerIdKey = false;
    await expectFinding('emergency.caller-id', 'warning', /anna, ben\..*EMERGENCY_CALLER_ID_KEY/);
    isSet.callerIdKey = true;
    await expectFinding('emergency.caller-id', 'warning', /anna, ben\..*ever|anna, ben\..*je /);
    askedFor.add('anna');
    await expectFinding('emergency.caller-id', 'advice', /: ben\./);
    askedFor.add('ben');
    expect(await check('emergency.caller-id')).toMatchObject({ state: 'good' });
  });

  test('a thousand people make one line with twenty names', async () => {
    const many = Array.from({ length: 1_000 }, (_, index) => `agent-${index}`);
    const [service] = draft().services ?? [];
    if (service === undefined) throw new Error('There is no service.');
    runtime.configure({ ...draft(), services: [{ ...service, agents: many }] });
    const effect = (await check('emergency.contacts'))?.effect ?? '';
    expect(effect).toContain('agent-19 and 980 more (1000 in all)');
    expect(effect).not.toContain('agent-20,');
    expect((await watch.told()).length).toBeLessThan(10);
  });

  test.each([
    ['contacts', draft({ contacts: ['olga', 'anna'] }), ['olga']],
    ['supervisors', draft(), ['sam']],
  ])('DEC-7: readiness counts on the %s whom the engine rings', async (_, given, rung) => {
    runtime.configure(given);
    const anna = emergencyAgents(runtime.state).find(({ agentId }) => agentId === 'anna');
    expect(anna?.rungIds).toEqual(rung);
    const about = { sign: 'button', dialledAt: null, isDrill: true, by: null } as const;
    await runtime.submit({ type: 'EmergencyCallSeen', agentId: person('anna'), ...about });
    const view = emergencyViewOf(runtime.state, person('anna'));
    expect(view?.rungForCallback).toEqual(rung);
  });
});
