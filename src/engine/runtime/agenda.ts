/** What a turn of the writer has to decide, in order. */
import type { TenantState } from '@rufwerk/engine/core';
import type { InputDraft } from '@rufwerk/engine/ports';
import type { Alarm } from './alarm.ts';
import type { WaitingInput } from './inputQueue.ts';

/** A bound against deadlines that breed deadlines; the rest comes in the next turn. */
const MOST_DEADLINES = 1_000;

export interface AgendaItem {
  readonly draft: InputDraft;
  readonly at: number;
  /** Null where the writer itself made the input. */
  readonly source: WaitingInput | null;
}

export interface AgendaParts {
  readonly state: Readonly<TenantState>;
  readonly now: number;
  readonly alarm: Alarm;
  readonly effectsInFlight: number;
  readonly inputs: readonly WaitingInput[];
}

/**
 * A gap comes first, then deadlines at their own instants, then the inputs. Each item must be
 * decided before the next one is asked for: a deadline may be overtaken by what the last one meant.
 */
export function* agenda(parts: AgendaParts): Generator<AgendaItem> {
  const { state, now, alarm, effectsInFlight, inputs } = parts;
  const fromAt = alarm.hear(now);
  if (fromAt !== null) yield { draft: { type: 'GapObserved', fromAt }, at: now, source: null };
  for (let deadlines = 0; deadlines < MOST_DEADLINES; deadlines += 1) {
    const due = alarm.due(state, now, effectsInFlight);
    if (due === null) break;
    yield { draft: { type: 'TimeReached' }, at: due.at, source: null };
    if (due.isAfterLeap) break;
  }
  for (const source of inputs) yield { draft: source.draft, at: now, source };
}
