/**
 * A tenant played by hand for tests of the core: inputs go in with a time of their own, facts and
 * effects come out, and the platform's answers are given in words ("accepts", "declines", "hangs
 * up").
 */
import {
  type AgentState,
  asId,
  type BlockId,
  type Configuration,
  type ConfigurationDraft,
  CURRENT_FLAGS,
  type DecisionRecord,
  type Effect,
  type EffectId,
  type EffectOutcome,
  emptyState,
  evolve,
  type Fact,
  type FactOf,
  type Input,
  type JournalEntry,
  nextDeadlineAt,
  type PlatformCallId,
  type ResourceAccountId,
  readSnapshot,
  SNAPSHOT_SCHEMA_VERSION,
  step,
  type TaskState,
  type TenantId,
  type TenantState,
  validateConfiguration,
  writeSnapshot,
} from '@rufwerk/engine/core';
import { person, rosterOf } from './roster.ts';

export const START_AT = Date.UTC(2026, 0, 5, 8, 0, 0);

type Draft<T> = T extends unknown ? Omit<T, 'at'> : never;

/** An input without its instant: the tenant's clock gives that. */
export type Given = Draft<Input>;

/** Told of every step, with the full records of what was decided in it. */
type Watcher = (
  state: Readonly<TenantState>,
  input: Input,
  facts: readonly Fact[],
  records: readonly DecisionRecord[],
) => void;

/** Agents a to d serve the help desk; supervisor s is told. */
export const HELP_DESK: ConfigurationDraft = {
  services: [
    {
      id: 'help-desk',
      name: 'Help desk',
      resourceAccount: 'account-help-desk',
      agents: ['a', 'b', 'c', 'd'],
      supervisors: ['s'],
    },
  ],
};

export function configuration(draft: ConfigurationDraft): Configuration {
  const result = validateConfiguration(draft);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.configuration;
}

export { person };

export class PlayedTenant {
  state: TenantState = emptyState();
  now = START_AT;
  readonly startedAt: number;
  readonly journal: JournalEntry[] = [];
  readonly decisions: DecisionRecord[] = [];
  #presenceStamp = 0;
  readonly #watch: Watcher | null;

  constructor(
    draft: ConfigurationDraft = HELP_DESK,
    watch: Watcher | null = null,
    startAt = START_AT,
    flags: readonly number[] = CURRENT_FLAGS,
  ) {
    this.#watch = watch;
    this.now = startAt;
    this.startedAt = startAt;
    const opened = { tenantId: asId<TenantId>('tenant'), seed: 7, flags };
    this.give({ type: 'TenantOpened', ...opened });
    this.configure(draft);
    this.formBlocks(1);
    for (const agentId of this.state.agents.keys()) {
      this.presence(agentId, 'Available', 'Available');
    }
  }

  give(input: Given): Fact[] {
    const stamped: Input = { ...input, at: this.now };
    const before = this.decisions.length;
    const facts = step(this.state, stamped, (record) => this.decisions.push(record));
    this.journal.push({ input: stamped, facts });
    this.#expectRecords(facts);
    this.#watch?.(this.state, stamped, facts, this.decisions.slice(before));
    return facts;
  }

  /** What was decided over columns is what the full record says: asked in every story. */
  #expectRecords(facts: readonly Fact[]): void {
    for (const fact of facts) {
      if (fact.type !== 'CallOffered' && fact.type !== 'NobodyEligible') continue;
      const { number, digest, winnerId } = fact.decision;
      const record = this.decisions.find((decision) => decision.number === number);
      const first = record?.candidates[0]?.agentId ?? null;
      if (record?.digest === digest && first === winnerId) continue;
      throw new Error(`Decision ${number} and its record differ.`);
    }
  }

  /** Says that everybody's presence is asked for together, or in two halves. */
  formBlocks(count: 1 | 2): void {
    const everybody = [...this.state.agents.keys()];
    const half = count === 1 ? everybody.length : everybody.length >> 1;
    const blocks = [everybody.slice(0, half), everybody.slice(half)].map((agentIds, index) => ({
      blockId: asId<BlockId>(`block-${index + 1}`),
      agentIds,
    }));
    this.give({ type: 'PresenceBlocksFormed', blocks: blocks.slice(0, count) });
  }

  configure(draft: ConfigurationDraft): Fact[] {
    return this.give({
      type: 'ConfigurationSubmitted',
      configuration: configuration(draft),
      by: null,
    });
  }

  presence(
    agent: string,
    availability: string,
    activity: string,
    fidelity: 'activity' | 'availability' = 'activity',
  ): Fact[] {
    this.#presenceStamp += 1;
    return this.give({
      type: 'PresenceBlockPolled',
      blockId: asId('block-1'),
      changes: [
        {
          agentId: person(agent),
          availability,
          activity,
          fidelity,
          outOfOffice: false,
          sequenceNumber: String(this.#presenceStamp).padStart(8, '0'),
        },
      ],
    });
  }

  confirmPresence(): Fact[] {
    return [...this.state.blocks.keys()].flatMap((blockId) =>
      this.give({ type: 'PresenceBlockPolled', blockId, changes: [] }),
    );
  }

  duty(agent: string, onDuty: boolean): Fact[] {
    return this.give({ type: 'DutySwitched', agentId: person(agent), onDuty, by: person(agent) });
  }

  /** Lets time pass; presence stays confirmed, deadlines come up at their own instants. */
  pass(ms: number, { polling = true, pollingEveryMs = 2_000 } = {}): Fact[] {
    const until = this.now + ms;
    const facts: Fact[] = [];
    while (this.now < until) {
      const next = nextDeadlineAt(this.state) ?? Infinity;
      this.now = Math.min(until, Math.max(this.now, next), this.now + pollingEveryMs);
      if (polling) facts.push(...this.confirmPresence());
      if (next <= this.now) facts.push(...this.give({ type: 'TimeReached' }));
    }
    return facts;
  }

  /** A caller dials; `name` is the platform's call id. */
  dials(name: string, account = 'account-help-desk', caller = `caller-${name}`): Fact[] {
    return this.give({
      type: 'CallArrived',
      platformCallId: asId<PlatformCallId>(name),
      resourceAccountId: asId<ResourceAccountId>(account),
      callerId: person(caller),
    });
  }

  /** A caller dials and is answered at once. */
  waits(name: string): Fact[] {
    return [...this.dials(name), ...this.settle('answer-call'), ...this.established(name)];
  }

  established(name: string): Fact[] {
    return this.callState(name, 'established');
  }

  callState(name: string, state: 'establishing' | 'established' | 'terminated'): Fact[] {
    const platformCallId = asId<PlatformCallId>(name);
    return this.give({ type: 'CallStateReported', platformCallId, state, code: 0, subcode: 0 });
  }

  roster(name: string, ...people: string[]): Fact[] {
    const roster = rosterOf(people);
    return this.give({
      type: 'RosterReported',
      platformCallId: asId<PlatformCallId>(name),
      roster,
    });
  }

  /** The platform takes the invitation: the client rings. */
  rings(): Fact[] {
    return this.settle('invite-agent', { kind: 'invited', participantId: 'invited-1' });
  }

  /** The platform reports how the invitation of the ringing agent ended. */
  invitationFails(name: string, code: number): Fact[] {
    const offer = [...this.state.offers.values()][0];
    return this.give({
      type: 'OperationReported',
      platformCallId: asId<PlatformCallId>(name),
      effectId: offer?.effectId ?? null,
      status: 'failed',
      code,
      subcode: null,
    });
  }

  /** Open effects of a kind, oldest first. */
  open<Kind extends Effect['kind']>(
    kind: Kind,
  ): (Extract<Effect, { kind: Kind }> & { effectId: EffectId })[] {
    return [...this.state.openEffects.values()].flatMap(({ id, effect }) =>
      effect.kind === kind
        ? [{ ...(effect as Extract<Effect, { kind: Kind }>), effectId: id }]
        : [],
    );
  }

  /** The world answers the oldest open effect of a kind. */
  settle(kind: Effect['kind'], outcome: EffectOutcome = { kind: 'done' }): Fact[] {
    const [effect] = this.open(kind);
    if (effect === undefined) throw new Error(`No open effect ${kind}.`);
    return this.give({ type: 'EffectReported', effectId: effect.effectId, outcome });
  }

  /** The reading that is under way finds these people in the call. */
  reads(state: 'incoming' | 'established' | 'terminated', ...people: string[]): Fact[] {
    return this.settle('read-call', { kind: 'call-read', state, roster: rosterOf(people) });
  }

  ringing(): string | null {
    return (
      [...this.state.offers.values()].find((offer) => offer.phase === 'ringing')?.agentId ?? null
    );
  }

  task(name: string): TaskState | undefined {
    const taskId = this.state.taskOfCall.get(asId<PlatformCallId>(name));
    return taskId === undefined ? undefined : this.state.tasks.get(taskId);
  }

  agent(name: string): AgentState {
    const agent = this.state.agents.get(person(name));
    if (agent === undefined) throw new Error(`No agent ${name}.`);
    return agent;
  }

  /** The state folded anew from the journal's facts alone. */
  refolded(): string {
    const state = emptyState();
    for (const entry of this.journal) for (const fact of entry.facts) evolve(state, fact);
    return writeSnapshot(state);
  }

  /** Goes on from a snapshot, as after a restart. */
  restart(): void {
    this.state = readSnapshot(writeSnapshot(this.state), SNAPSHOT_SCHEMA_VERSION);
  }
}

export function factsOf<Type extends Fact['type']>(
  facts: readonly Fact[],
  type: Type,
): FactOf<Type>[] {
  return facts.filter((fact): fact is FactOf<Type> => fact.type === type);
}
