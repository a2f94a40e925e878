/**
 * Everything outside of us that must be right, checked together: what each fault costs, why it is
 * so and how to mend it. Read by administrators and supervisors, and by `npm run doctor`.
 */
import { categoryOf, type Language, type PersonId, type TenantState } from '@rufwerk/engine/core';
import type { PresenceHealth } from '@rufwerk/engine/graph';
import type { Clock, Log, Notes, People, TokenSource } from '@rufwerk/engine/ports';
import type { TenantRuntime } from '@rufwerk/engine/runtime';
import type { GroupKeeper } from '../groups/groupKeeper.ts';
import { ApplicationToken } from './applicationToken.ts';
import { type Check, type Found, inLanguage } from './check.ts';
import { delayCheck } from './delayCheck.ts';
import type { EmergencyWatch } from './emergencyWatch.ts';
import { peopleChecks } from './peopleChecks.ts';
import { permissionChecks } from './permissions.ts';
import { presenceChecks } from './presenceChecks.ts';
import { signInCheck } from './signInCheck.ts';
import { unknownGroupsCheck } from './unknownGroups.ts';
import {
  type KeptUnknownValue,
  logUnknownValue,
  unknownIn,
  unknownValuesCheck,
} from './unknownValues.ts';
import { WatchedNote } from './watchedNote.ts';

const STUCK_AFTER_MS = 4 * 60 * 60_000;
/** Teams needs a moment to show what was written. */
const SHOWN_WITHIN_MS = 60_000;

export interface ReadinessParts {
  readonly runtime: Pick<TenantRuntime, 'read' | 'onCommitted'>;
  readonly tokens: TokenSource;
  readonly presence: { health(): PresenceHealth };
  readonly people: Pick<People, 'find'>;
  readonly notes: Notes;
  readonly clock: Clock;
  readonly log: Log;
  /** Checks of notifications and presence accounts; what was refused before counts no more. */
  readonly notifications: (checkedAgainAt: number) => readonly Found[];
  /** Teams and groups of the services, as the directory has them. */
  readonly groups: Pick<GroupKeeper, 'missing' | 'lookAgain'>;
  /** The preconditions of emergency calls, person by person. */
  readonly emergencies: Pick<EmergencyWatch, 'told' | 'lookAgain'>;
}

export interface ReadinessTold {
  readonly checkedAt: number;
  readonly checks: readonly Check[];
}

export class Readiness {
  readonly #parts: ReadinessParts;
  readonly #watched: WatchedNote;
  readonly #token: ApplicationToken;
  #checkedAgainAt = 0;
  readonly #stopListening: () => void;

  private constructor(parts: ReadinessParts, watched: WatchedNote) {
    this.#parts = parts;
    this.#watched = watched;
    this.#token = new ApplicationToken(parts.tokens, parts.clock);
    this.#stopListening = parts.runtime.onCommitted(({ entries }) => {
      for (const entry of entries) {
        watched.delays.observe(entry);
        watched.presence.observe(entry);
        for (const fact of entry.facts) {
          watched.unknownValues.observe(fact);
          logUnknownValue(fact, parts.log);
        }
      }
    });
  }

  /** Goes on with what was watched before a restart. */
  static async open(parts: ReadinessParts): Promise<Readiness> {
    return new Readiness(parts, await WatchedNote.open(parts));
  }

  async stop(): Promise<void> {
    this.#stopListening();
    await this.#watched.stop();
  }

  async told(language: Language): Promise<ReadinessTold> {
    const { runtime, presence, notifications, emergencies, groups, clock } = this.#parts;
    const { at, degraded, stuck, notShown, unknownShown } = await runtime.read(seenIn);
    const { overwritten, staying, rungInACall, ...watched } = this.#watched.presence.told(at);
    const token = await this.#token.newest();
    const newest = { token, nowAt: clock.now(), checkedAgainAt: this.#checkedAgainAt };
    const found = [
      signInCheck(token),
      ...permissionChecks(token.granted),
      ...presenceChecks(presence.health(), degraded, newest),
      ...notifications(this.#checkedAgainAt),
      delayCheck(this.#watched.delays.told()),
      unknownValuesCheck(this.#watched.unknownValues.told(unknownShown, at)),
      ...peopleChecks({
        ...{ ...watched, at },
        overwritten: this.#names(overwritten),
        staying: this.#names(staying),
        rungInACall: this.#names(rungInACall),
        stuckInDoNotDisturb: this.#names(stuck),
        notShown: this.#names(notShown),
      }),
      unknownGroupsCheck(await groups.missing()),
      ...(await emergencies.told()),
    ];
    const checks = found.map((each) => inLanguage(each, language));
    return { checkedAt: clock.now(), checks };
  }

  /** Somebody mended something: a new token is asked for, and what was seen before is forgotten. */
  async checkAgain(language: Language): Promise<ReadinessTold> {
    this.#checkedAgainAt = this.#parts.clock.now();
    this.#watched.presence.forget(this.#checkedAgainAt);
    this.#watched.delays.forget();
    this.#watched.unknownValues.forget();
    const { emergencies, groups } = this.#parts;
    await Promise.all([this.#token.askAnew(), emergencies.lookAgain(), groups.lookAgain()]);
    return this.told(language);
  }

  #names(ids: readonly PersonId[]): string[] {
    return ids.map((id) => this.#parts.people.find(id)?.displayName ?? id);
  }
}

/** Kept short: nothing else is decided meanwhile. */
function seenIn(state: Readonly<TenantState>, at: number) {
  const stuck: PersonId[] = [];
  const unknownShown: KeptUnknownValue[] = [];
  for (const agent of state.agents.values()) {
    const { evidence } = agent;
    if (evidence === null) continue;
    for (const value of unknownIn(evidence)) {
      unknownShown.push({ value, at: state.standings.confirmedAt(agent.index) });
    }
    if (!agent.onDuty) continue;
    const isStuck = categoryOf(evidence.availability) === 'do-not-disturb';
    if (isStuck && at - evidence.changedAt > STUCK_AFTER_MS) stuck.push(agent.id);
  }
  const degraded = [...state.degradedViews].map(([serviceId, sinceAt]) => ({
    name: state.services.get(serviceId)?.settings.name ?? serviceId,
    sinceAt,
  }));
  return { at, degraded, stuck, notShown: notShownIn(state, at), unknownShown };
}

/** Of whom something else than ours has been seen since we wrote. */
function notShownIn(state: Readonly<TenantState>, at: number): PersonId[] {
  const people: PersonId[] = [];
  for (const [agentId, { shown, failuresInARow }] of state.sessions) {
    if (shown === null || failuresInARow > 0 || at - shown.sinceAt < SHOWN_WITHIN_MS) continue;
    // While ours can be seen it is no evidence: what was seen since then is something else.
    const changedAt = state.agents.get(agentId)?.evidence?.changedAt ?? 0;
    if (changedAt > shown.sinceAt) people.push(agentId);
  }
  return people;
}
