/**
 * Tells every open stream what changed, soon after the commit that changed it.
 *
 *   commit --> dirty --> (one round at a time: pictures, compare, send) --> rest --> next round
 *
 * A round that took long is followed by a longer rest, so that screens never starve the calls.
 */
import type { TaskId } from '@rufwerk/engine/core';
import type { ApiParts } from '../api/parts.ts';
import type { TellingClock } from '../clock/index.ts';
import { decisionsAbout, picturesFor } from './pictures.ts';
import type { LiveStream } from './stream.ts';
import { TouchedTasks } from './touchedTasks.ts';

/** Commits of one moment are told together. */
const REST_MS = 20;
/** A round takes at most this share of the time: one part work, three parts rest. */
const REST_PER_ROUND = 3;
/**
 * Some things change by time alone: presence grows too old, and a silent line must be told from a
 * dead one.
 */
const BEAT_MS = 5_000;
const STREAMS_MAX = 2_000;
const STREAMS_PER_PERSON_MAX = 10;
/** Commits about decisions kept for clients that come back. */
const COMMITS_REMEMBERED = 256;

interface TouchingCommit {
  readonly seq: number;
  readonly taskIds: ReadonlySet<TaskId>;
}

export class LiveHub {
  readonly #parts: ApiParts;
  readonly #clock: TellingClock;
  readonly #streams = new Set<LiveStream>();
  readonly #touched = new TouchedTasks();
  readonly #recent: TouchingCommit[] = [];
  readonly #ends: (() => void)[];
  #pending = new Set<TaskId>();
  #seq = 0;
  #isDirty = false;
  #isRunning = false;

  constructor(parts: ApiParts, clock: TellingClock) {
    this.#parts = parts;
    this.#clock = clock;
    const beat = setInterval(() => this.#beat(), BEAT_MS);
    this.#ends = [
      () => clearInterval(beat),
      parts.runtime.onCommitted(({ seq, entries }) => {
        this.#note(seq, this.#touched.of(entries.flatMap(({ facts }) => facts)));
      }),
      clock.onChange((time) => {
        for (const stream of this.#streams) stream.tellTime(time);
        this.#markDirty();
      }),
    ];
  }

  /** How many screens listen. */
  get streams(): number {
    return this.#streams.size;
  }

  /** Learns of the offers that were open before this process started. */
  async start(): Promise<void> {
    const open = await this.#parts.runtime.read((state) =>
      [...state.offers.values()].map(({ id, taskId }) => ({ id, taskId })),
    );
    for (const { id, taskId } of open) this.#touched.remember(id, taskId);
  }

  /** Whether one more stream of this person is taken. */
  roomFor(personId: string): boolean {
    const own = [...this.#streams].filter(({ reader }) => reader.personId === personId);
    return this.#streams.size < STREAMS_MAX && own.length < STREAMS_PER_PERSON_MAX;
  }

  /**
   * Sends what is true now, and from then on what changes. `lastSeq` is what the client saw last.
   */
  async admit(stream: LiveStream, lastSeq: number | null): Promise<void> {
    // Gone already, while it was looked up who it is.
    if (!stream.isOpen) return;
    this.#streams.add(stream);
    // The token ends, the stream ends: the client comes back with a new one.
    const end = this.#clock.setTimer(stream.reader.expiresAt, () => stream.close());
    stream.onClose(() => {
      end.cancel();
      this.#streams.delete(stream);
    });
    stream.tellTime(this.#clock.time());
    await this.#tellPictures(stream);
    if (lastSeq !== null) await this.#tellMissed(stream, lastSeq);
  }

  /** Ends all streams. */
  close(): void {
    for (const end of this.#ends) end();
    for (const stream of this.#streams) stream.close();
  }

  #note(seq: number, taskIds: ReadonlySet<TaskId>): void {
    this.#seq = Math.max(this.#seq, seq);
    if (taskIds.size > 0) {
      this.#recent.push({ seq, taskIds });
      if (this.#recent.length > COMMITS_REMEMBERED) this.#recent.shift();
      for (const taskId of taskIds) this.#pending.add(taskId);
    }
    this.#markDirty();
  }

  #beat(): void {
    for (const stream of this.#streams) stream.beat();
    this.#markDirty();
  }

  #markDirty(): void {
    this.#isDirty = true;
    if (!this.#isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#isDirty) {
      await rest(REST_MS);
      this.#isDirty = false;
      const startedAtMs = performance.now();
      try {
        await this.#round();
      } catch (err) {
        this.#parts.log.error({ err }, 'The live streams could not be told what changed');
      }
      await rest((performance.now() - startedAtMs) * REST_PER_ROUND);
    }
    this.#isRunning = false;
  }

  async #round(): Promise<void> {
    const taskIds = this.#pending;
    this.#pending = new Set();
    if (this.#streams.size === 0) return;
    for (const stream of this.#streams) await this.#tellPictures(stream);
    const decisions = await decisionsAbout(this.#parts, taskIds);
    for (const stream of this.#streams) this.#tellDecisions(stream, decisions);
  }

  async #tellPictures(stream: LiveStream): Promise<void> {
    const seq = this.#seq;
    const at = this.#clock.now();
    for (const event of await picturesFor(this.#parts, stream)) stream.tell(event, seq, at);
  }

  #tellDecisions(stream: LiveStream, decisions: Awaited<ReturnType<typeof decisionsAbout>>): void {
    const at = this.#clock.now();
    for (const decision of decisions) {
      if (decision.isFor(stream.reader)) stream.tell(decision.event, this.#seq, at);
    }
  }

  async #tellMissed(stream: LiveStream, lastSeq: number): Promise<void> {
    const missed = this.#recent.filter(({ seq }) => seq > lastSeq);
    const taskIds = new Set(missed.flatMap((commit) => [...commit.taskIds]));
    this.#tellDecisions(stream, await decisionsAbout(this.#parts, taskIds));
  }
}

/** Real time: screens are watched by people, whatever time is played. */
function rest(durationMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, durationMs);
  });
}
