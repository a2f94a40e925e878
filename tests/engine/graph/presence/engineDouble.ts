/** An engine that takes what is told and keeps it as evidence, without any rule of its own. */
import { emptyState } from '@rufwerk/engine/core';
import type { AgentState, FactOf, PersonId, TenantState } from '@rufwerk/engine/core';
import type { Committed, InputDraft } from '@rufwerk/engine/ports';
import type { PresenceEngine } from '../../../../src/engine/graph/presence/presenceEngine.ts';
import { SinkDouble } from '../sinkDouble.ts';

/** Who is on duty, held back, asked for by a waiting call... as far as polling looks. */
type Circumstances = Partial<
  Pick<AgentState, 'onDuty' | 'taskId' | 'offerId' | 'services' | 'isMasked'>
>;

/** Polling looks at a handful of an agent's many fields. */
function agentOf(id: PersonId, circumstances: Circumstances): AgentState {
  const quiet = { break: null, taskId: null, afterCallWork: null, pause: null, offerId: null };
  const unharmed = { emergencyId: null };
  const agent: Partial<AgentState> = {
    ...{ id, onDuty: false, evidence: null, isMasked: false, services: [], ...quiet, ...unharmed },
    ...circumstances,
  };
  return agent as AgentState;
}

export class EngineDouble extends SinkDouble implements PresenceEngine {
  readonly state: TenantState = emptyState();
  readonly #now: () => number;

  constructor(now: () => number) {
    super();
    this.#now = now;
  }

  now(): number {
    return this.#now();
  }

  async read<T>(look: (state: Readonly<TenantState>, at: number) => T): Promise<T> {
    return look(this.state, this.#now());
  }

  /** Makes the person known, or changes how it stands with the person. */
  place(id: PersonId, circumstances: Circumstances = {}): void {
    const before = this.state.agents.get(id);
    if (before === undefined) this.state.agents.set(id, agentOf(id, circumstances));
    else Object.assign(before, circumstances);
  }

  override async submit(draft: InputDraft): Promise<Committed> {
    const { seq } = await super.submit(draft);
    return { seq, facts: this.#evolve(draft) };
  }

  #evolve(draft: InputDraft): FactOf<'PresenceChanged'>[] {
    const at = this.#now();
    if (draft.type === 'PresenceBlocksFormed') {
      for (const { blockId, agentIds } of draft.blocks) {
        this.state.blocks.set(blockId, { agentIds, confirmedAt: null });
      }
    }
    if (draft.type !== 'PresenceBlockPolled') return [];
    return draft.changes.flatMap((reading) => {
      const agent = this.state.agents.get(reading.agentId);
      if (agent === undefined || agent.isMasked) return [];
      const source = 'graph-poll' as const;
      agent.evidence = { ...reading, source, changedAt: at, confirmedAt: at };
      return [{ ...reading, type: 'PresenceChanged', at, source }];
    });
  }
}

/** For those who look at what is submitted only. */
export function engineDouble(sink: SinkDouble, now = () => Date.now()): PresenceEngine {
  return {
    now,
    read: (look) => Promise.resolve(look(emptyState(), now())),
    submit: (draft) => sink.submit(draft),
  };
}
