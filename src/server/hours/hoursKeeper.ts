/**
 * Tells the engine when services open and close and when a day begins: at the start, after every
 * change of the configuration, and at each instant at which something changes. What was missed
 * while Rufwerk was away is told at once.
 */
import type { Configuration, ServiceId, TenantState } from '@rufwerk/engine/core';
import type { Clock, InputDraft, Log, Notes, Timer } from '@rufwerk/engine/ports';
import type { TenantRuntime } from '@rufwerk/engine/runtime';
import { dayAt, nextDayAt, openingAt } from './openingHours.ts';

export interface HoursKeeperParts {
  readonly runtime: Pick<TenantRuntime, 'read' | 'submit' | 'onCommitted'>;
  readonly notes: Notes;
  readonly clock: Clock;
  readonly log: Log;
}

/** The last day whose beginning was told, so that a restart does not begin it again. */
const DAY_NOTE = 'hours/day';
/** After a failure; and no wait is longer, should the clock be set. */
const RETRY_MS = 30_000;
const LONGEST_WAIT_MS = 6 * 60 * 60_000;

export class HoursKeeper {
  readonly #parts: HoursKeeperParts;
  readonly #stopListening: () => void;
  #timer: Timer | null = null;
  #turn: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(parts: HoursKeeperParts) {
    this.#parts = parts;
    this.#stopListening = parts.runtime.onCommitted(({ entries }) => {
      const isNew = entries.some(({ facts }) =>
        facts.some((fact) => fact.type === 'ConfigurationChanged'),
      );
      if (isNew) this.look();
    });
    this.look();
  }

  /** Compares what should be with what the engine holds, and tells the difference. */
  look(): void {
    this.#turn = this.#turn.then(() => this.#look());
  }

  /** Resolves when everything that was due has been told. */
  settled(): Promise<void> {
    return this.#turn;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stopListening();
    this.#timer?.cancel();
    await this.#turn;
  }

  async #look(): Promise<void> {
    if (this.#stopped) return;
    const { runtime, clock, log } = this.#parts;
    const now = clock.now();
    try {
      const seen = await runtime.read((state) => differences(state, now));
      for (const input of seen.inputs) await runtime.submit(input);
      const dayEndsAt = await this.#beginDay(seen.configuration, now);
      this.#wakeAt(Math.min(seen.untilAt, dayEndsAt, now + LONGEST_WAIT_MS));
    } catch (error) {
      log.warn({ err: error }, 'Opening hours could not be told; they are tried again');
      this.#wakeAt(now + RETRY_MS);
    }
  }

  async #beginDay(configuration: Configuration | null, now: number): Promise<number> {
    if (configuration === null) return Infinity;
    const { runtime, notes } = this.#parts;
    const day = dayAt(configuration.timeZone, now);
    const told = await notes.get(DAY_NOTE);
    if (told !== day) {
      if (told !== null) await runtime.submit({ type: 'DayBegan', sourceId: `day/${day}` });
      await notes.put(DAY_NOTE, day);
    }
    return nextDayAt(configuration.timeZone, now);
  }

  #wakeAt(at: number): void {
    this.#timer?.cancel();
    if (this.#stopped) return;
    this.#timer = this.#parts.clock.setTimer(at, () => this.look());
  }
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
