/**
 * Direct reads of a few people that a decision asks for. Those that come within a moment of each
 * other go out as one request: a call that rings several agents asks for each of them.
 */
import type { EffectOutcome, PersonId, PresenceReading } from '@rufwerk/engine/core';
import type { Clock, People } from '@rufwerk/engine/ports';
import { entraIdsOf } from './askForPresence.ts';
import { BLOCK_SIZE } from './block.ts';
import type { PresenceReader } from './presenceReader.ts';
import type { RequestBudget } from './requestBudget.ts';
import type { SourceRecord } from './sourceRecord.ts';
import { inWords } from './trouble.ts';

/** A call waits for the answer: later it is of no use. */
const TIMEOUT_MS = 2_000;
/** How long the first read waits for others to share its request. */
const GATHERED_FOR_MS = 5;

export interface DirectReadParts {
  readonly reader: PresenceReader;
  readonly people: Pick<People, 'find'>;
  readonly budget: RequestBudget;
  readonly clock: Clock;
  readonly record: SourceRecord;
}

interface Gathering {
  readonly agentIds: Set<PersonId>;
  readonly outcome: Promise<EffectOutcome>;
}

export class DirectReads {
  readonly #parts: DirectReadParts;
  #gathering: Gathering | null = null;

  constructor(parts: DirectReadParts) {
    this.#parts = parts;
  }

  /** At most 650 people. Answers within about two seconds, and tells only of these people. */
  async read(agentIds: readonly PersonId[]): Promise<EffectOutcome> {
    const outcome = await this.#join(agentIds).outcome;
    if (outcome.kind !== 'presence-read') return outcome;
    const wanted = new Set(agentIds);
    const isWanted = ({ agentId }: PresenceReading): boolean => wanted.has(agentId);
    return { ...outcome, readings: outcome.readings.filter(isWanted) };
  }

  #join(agentIds: readonly PersonId[]): Gathering {
    const known = this.#gathering;
    const together = new Set([...(known?.agentIds ?? []), ...agentIds]);
    if (known !== null && together.size <= BLOCK_SIZE) {
      for (const agentId of agentIds) known.agentIds.add(agentId);
      return known;
    }
    const people = new Set(agentIds);
    const begun = { agentIds: people, outcome: this.#readLater(people) };
    this.#gathering = begun;
    return begun;
  }

  async #readLater(agentIds: ReadonlySet<PersonId>): Promise<EffectOutcome> {
    const { clock, budget, people, reader, record } = this.#parts;
    const untilAt = clock.now() + TIMEOUT_MS;
    await new Promise<void>((resolve) => {
      clock.setTimer(clock.now() + GATHERED_FOR_MS, resolve);
    });
    // Whoever comes from now on waits for another request, which is asked later.
    if (this.#gathering?.agentIds === agentIds) this.#gathering = null;
    if (!(await budget.take(untilAt))) {
      const cause = 'Microsoft Graph asks to wait before presence is read again';
      record.failed(clock.now(), { cause, mend: null });
      return { kind: 'failed', cause };
    }
    const operation = 'read-presence';
    const timeoutMs = TIMEOUT_MS;
    const asked = [...agentIds];
    const entraIds = entraIdsOf(people, asked);
    const result = await reader.read({
      ...{ agentIds: asked, entraIds, operation, timeoutMs, record },
    });
    if (result.kind === 'unread') return { kind: 'failed', cause: inWords(result) };
    const { askedAt, readings } = result;
    return { kind: 'presence-read', askedAt, readings };
  }
}
