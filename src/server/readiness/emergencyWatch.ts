/**
 * The preconditions of emergency calls, person by person (EMG-06..09): what readiness finds of
 * them. The directory is read in the background, at most once a day unless somebody asks anew.
 */
import type { PersonId } from '@rufwerk/engine/core';
import type { Clock, Log, People, ReachDirectory } from '@rufwerk/engine/ports';
import type { TenantRuntime } from '@rufwerk/engine/runtime';
import type { InForce } from '../configuration/inForce.ts';
import type { Found } from './check.ts';
import { emergencyAdvice } from './emergencyAdvice.ts';
import type { EmergencyNow, PolicyNow } from './emergencyNow.ts';
import { type EmergencyAgent, emergencyAgents } from './emergencyPeople.ts';
import type { EmergencyCallerIds } from './emergencyCallerIds.ts';
import { emergencyPathChecks } from './emergencyPathChecks.ts';
import { emergencyPeopleChecks } from './emergencyPeopleChecks.ts';
import { emergencySourceChecks } from './emergencySourceChecks.ts';
import { emergencyTeamsChecks } from './emergencyTeamsChecks.ts';

const DAY_MS = 24 * 60 * 60_000;
const DRILL_IS_OLD_AFTER_MS = 180 * DAY_MS;

export interface EmergencyWatchParts {
  readonly runtime: Pick<TenantRuntime, 'read'>;
  readonly inForce: () => InForce;
  readonly people: Pick<People, 'find'>;
  readonly directory: ReachDirectory;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  /** One for each policy of the configuration that is subscribed to or should be. */
  readonly subscriptions: () => readonly PolicyNow[];
  /** Whether the bot knows of a chat with the person. */
  readonly hasChat: (personId: PersonId) => Promise<boolean>;
  readonly callerIds: Pick<EmergencyCallerIds, 'wasAskedFor' | 'wasEverAsked'>;
  /** Whether these are set: TEAMS_APP_ID, and EMERGENCY_CALLER_ID_KEY. */
  readonly isSet: { readonly teamsAppId: boolean; readonly callerIdKey: boolean };
  /** When each person's last drill ended. */
  readonly lastDrills: () => ReadonlyMap<PersonId, number>;
}

/** All that is kept of what the directory shows: the numbers themselves are not needed here. */
interface Reach {
  readonly hasMailbox: boolean;
  readonly hasNumber: boolean;
}

export class EmergencyWatch {
  readonly #parts: EmergencyWatchParts;
  #reach: ReadonlyMap<string, Reach> | null = null;
  #readAt: number | null = null;
  #problem: string | null = null;
  #reading: Promise<void> | null = null;

  constructor(parts: EmergencyWatchParts) {
    this.#parts = parts;
  }

  /** What is known now; an old look at the directory is renewed for the next time. */
  async told(): Promise<readonly Found[]> {
    const agents = await this.#agents();
    const told = await this.#told(agents);
    const isOld = this.#readAt === null || this.#parts.clock.now() - this.#readAt > DAY_MS;
    if (isOld) void this.lookAgain();
    const now = this.#now(agents, told);
    return [
      ...emergencySourceChecks(now),
      ...emergencyPeopleChecks(now),
      ...emergencyTeamsChecks(now),
      ...emergencyPathChecks(now),
      ...emergencyAdvice(now),
    ];
  }

  /** Reads the directory anew; never rejects, for what is wrong is a finding. */
  lookAgain(): Promise<void> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #read(): Promise<void> {
    const { inForce, people, directory, clock, log } = this.#parts;
    const sender = inForce().configuration?.emergency.mailFrom ?? null;
    const agents = (await this.#agents()).map(({ agentId }) => agentId);
    const asked = new Set(sender === null ? agents : [...agents, sender]);
    const entraIds = [...asked].flatMap((id) => people.find(id)?.entraId ?? []);
    this.#readAt = clock.now();
    try {
      const found = await directory.listReach(entraIds);
      this.#reach = new Map(
        found.map(({ entraId, hasMailbox, numbers }) => [
          entraId,
          { hasMailbox, hasNumber: numbers.length > 0 },
        ]),
      );
      this.#problem = null;
    } catch (err) {
      log.warn({ err }, 'Numbers and mailboxes of the agents could not be read');
      this.#problem = err instanceof Error ? err.message : String(err);
    }
  }

  #agents(): Promise<readonly EmergencyAgent[]> {
    return this.#parts.runtime.read(emergencyAgents);
  }

  async #told(agents: readonly EmergencyAgent[]): Promise<EmergencyNow['told']> {
    const ids = new Set(agents.flatMap(({ contactIds, rungIds }) => [...contactIds, ...rungIds]));
    const withoutChat: string[] = [];
    const outside: string[] = [];
    for (const id of ids) {
      if (this.#entraId(id) === null) outside.push(this.#nameOf(id));
      else if (!(await this.#parts.hasChat(id))) withoutChat.push(this.#nameOf(id));
    }
    return { anybody: ids.size, withoutChat, outside };
  }

  #callerId(throughPool: readonly EmergencyAgent[]): EmergencyNow['callerId'] {
    const { callerIds, isSet } = this.#parts;
    const notAskedFor = throughPool.filter(({ agentId }) => !callerIds.wasAskedFor(agentId));
    return {
      mayBeAsked: isSet.callerIdKey,
      wasEverAsked: callerIds.wasEverAsked(),
      notAskedFor: this.#names(notAskedFor),
    };
  }

  #now(agents: readonly EmergencyAgent[], told: EmergencyNow['told']): EmergencyNow {
    const { inForce, clock, subscriptions, isSet } = this.#parts;
    const ofOwnNumber = agents.filter(({ path }) => path === 'own-number');
    const throughPool = agents.filter(({ path }) => path === 'pool');
    const emergency = inForce().configuration?.emergency;
    const isReachable = (id: PersonId): boolean => this.#entraId(id) !== null;
    const unreachable = throughPool.filter(({ rungIds }) => !rungIds.some(isReachable));
    return {
      ...{ at: clock.now(), agents: agents.length, directoryProblem: this.#problem },
      withoutContacts: this.#names(agents.filter(({ contactIds }) => contactIds.length === 0)),
      withoutReachable: this.#names(unreachable),
      directory: this.#shownInDirectory(agents),
      paths: { ownNumber: this.#names(ofOwnNumber), pool: this.#names(throughPool) },
      callerId: this.#callerId(throughPool),
      ...{ told, hasTeamsApp: isSet.teamsAppId },
      pool: { agents: throughPool.length, numbers: emergency?.callbackNumbers.length ?? 0 },
      policies: policiesOf(emergency?.policies ?? [], subscriptions()),
      sender: this.#sender(emergency?.mailFrom ?? null),
      drills: this.#drills(agents),
    };
  }

  #shownInDirectory(agents: readonly EmergencyAgent[]): EmergencyNow['directory'] {
    if (this.#reach === null) return null;
    const ofOwnNumber = agents.filter(({ path }) => path === 'own-number');
    const lacks = (what: keyof Reach) => (agent: EmergencyAgent) =>
      this.#reachOf(agent.agentId)?.[what] === false;
    return {
      withoutNumber: this.#names(ofOwnNumber.filter(lacks('hasNumber'))),
      withoutMailbox: this.#names(agents.filter(lacks('hasMailbox'))),
    };
  }

  #sender(mailFrom: PersonId | null): EmergencyNow['sender'] {
    if (mailFrom === null) return null;
    const name = this.#nameOf(mailFrom);
    if (this.#entraId(mailFrom) === null) return { name, isUsable: false };
    if (this.#reach === null) return { name, isUsable: null };
    return { name, isUsable: this.#reachOf(mailFrom)?.hasMailbox ?? false };
  }

  #drills(agents: readonly EmergencyAgent[]): EmergencyNow['drills'] {
    const oldBefore = this.#parts.clock.now() - DRILL_IS_OLD_AFTER_MS;
    const last = this.#parts.lastDrills();
    const ofAge = (isOne: (finishedAt: number | undefined) => boolean) =>
      this.#names(agents.filter(({ agentId }) => isOne(last.get(agentId))));
    return {
      never: ofAge((finishedAt) => finishedAt === undefined),
      old: ofAge((finishedAt) => finishedAt !== undefined && finishedAt < oldBefore),
    };
  }

  #reachOf(id: PersonId): Reach | undefined {
    const entraId = this.#entraId(id);
    return entraId === null ? undefined : this.#reach?.get(entraId);
  }

  #entraId(id: PersonId): string | null {
    return this.#parts.people.find(id)?.entraId ?? null;
  }

  #names(agents: readonly EmergencyAgent[]): string[] {
    return agents.map(({ agentId }) => this.#nameOf(agentId));
  }

  #nameOf(id: PersonId): string {
    return this.#parts.people.find(id)?.displayName ?? id;
  }
}

/** Every policy of the configuration; one that nobody has subscribed to yet is missing. */
function policiesOf(names: readonly string[], known: readonly PolicyNow[]): readonly PolicyNow[] {
  return names.map(
    (policyName) =>
      known.find((each) => each.policyName === policyName) ?? {
        ...{ policyName, state: 'resting', expiresAt: null, lastError: null },
      },
  );
}
