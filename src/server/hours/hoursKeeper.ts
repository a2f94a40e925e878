/**
 * Tells the engine when services open and close and when a day begins: at the start, after every
 * change of the configuration, and at each instant at which something changes. What was missed
 * while Rufwerk was away is told at once.
 */
import type { Configuration, ServiceId, TenantState } from '@rufwerk/engine/core';
import type { Clock, InputDraft, Log, Notes } from '@rufwerk/engine/ports';
import type { TenantRuntime } from '@rufwerk/engine/runtime';
import { eachConfiguration } from '../configuration/eachConfiguration.ts';
import { Rounds } from '../rounds.ts';
import { dayBeganAt, nextDayAt, openingAt } from './openingHours.ts';

export interface HoursKeeperParts {
  readonly runtime: Pick<TenantRuntime, 'read' | 'submit' | 'onCommitted'>;
  readonly notes: Notes;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * The beginning of the last day that was told, as an instant: a restart does not begin it again,
 * nor does a change of the time zone begin a day that has begun.
 */
const DAY_NOTE = 'hours/day-began';
/** No wait is longer, should the clock be set. */
const LONGEST_WAIT_MS = 6 * 60 * 60_000;
/** Many services open at eight: together they are one row of the journal, not one each. */
const TOLD_TOGETHER = 500;

export class HoursKeeper {
  readonly #parts: HoursKeeperParts;
  readonly #rounds: Rounds;
  readonly #stopListening: () => void;

  constructor(parts: HoursKeeperParts) {
    this.#parts = parts;
    this.#rounds = new Rounds({
      clock: parts.clock,
      log: parts.log,
      trouble: 'Opening hours could not be told; they are tried again',
      look: (ending) => this.#look(ending),
    });
    this.#stopListening = eachConfiguration(parts.runtime, () => this.#rounds.ask());
    this.#rounds.ask();
  }

  /** Resolves when everything that was due has been told. */
  settled(): Promise<void> {
    return this.#rounds.settled();
  }

  stop(): Promise<void> {
    this.#stopListening();
    return this.#rounds.stop();
  }

  /** Compares what should be with what the engine holds, and tells the difference. */
  async #look(ending: AbortSignal): Promise<number> {
    const { runtime, clock } = this.#parts;
    const now = clock.now();
    const seen = await runtime.read((state) => differences(state, now));
    for (let from = 0; from < seen.inputs.length; from += TOLD_TOGETHER) {
      ending.throwIfAborted();
      const together = seen.inputs.slice(from, from + TOLD_TOGETHER);
      await Promise.all(together.map((input) => runtime.submit(input)));
    }
    const dayEndsAt = await this.#beginDay(seen.configuration, now);
    return Math.min(seen.untilAt, dayEndsAt, now + LONGEST_WAIT_MS);
  }

  async #beginDay(configuration: Configuration | null, now: number): Promise<number> {
    if (configuration === null) return Infinity;
    const { runtime, notes } = this.#parts;
    const began = instant(dayBeganAt(configuration.timeZone, now));
    const told = await notes.get(DAY_NOTE);
    if (told === null || told < began) {
      if (told !== null) await runtime.submit({ type: 'DayBegan', sourceId: `day/${began}` });
      await notes.put(DAY_NOTE, began);
    }
    return nextDayAt(configuration.timeZone, now);
  }
}

/** ISO 8601 in UTC, which compares as text. */
function instant(at: number): string {
  return new Date(at).toISOString();
}

interface Differences {
  readonly configuration: Configuration | null;
  readonly inputs: readonly InputDraft[];
  readonly untilAt: number;
}

function differences(state: Readonly<TenantState>, now: number): Differences {
  const inputs: InputDraft[] = [];
  let untilAt = Infinity;
  for (const [serviceId, { settings, closedBy }] of state.services) {
    if (settings.hours === null) continue;
    const opening = openingAt(settings.hours, now);
    untilAt = Math.min(untilAt, opening.untilAt);
    const shouldBe = opening.open ? null : opening.cause;
    if (shouldBe !== closedBy) inputs.push(inputFor(serviceId, shouldBe));
  }
  return { configuration: state.configuration, inputs, untilAt };
}

function inputFor(
  serviceId: ServiceId,
  closedBy: 'hours' | 'holiday' | 'exception' | null,
): InputDraft {
  return closedBy === null
    ? { type: 'ServiceOpened', serviceId }
    : { type: 'ServiceClosed', serviceId, cause: closedBy };
}
