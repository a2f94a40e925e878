/** Runs work in lanes: in order within a lane, so many lanes of a track at once. */
import { EFFECTS_AT_ONCE, type Track } from './lanes.ts';

type Work = () => Promise<void>;

interface Lane {
  readonly key: string;
  readonly waiting: Work[];
}

interface TrackQueue {
  running: number;
  /** Lanes that have work and do not run, longest waiting first. */
  readonly ready: Lane[];
}

/**
 * What waits here is requested in the committed state, so its number is bounded by the calls and
 * cards that are open, not by this class.
 */
export class LaneRunner {
  readonly #lanes = new Map<string, Lane>();
  readonly #tracks = new Map<Track, TrackQueue>();
  #isClosed = false;

  /** `work` must not reject. */
  add(track: Track, key: string, work: Work): void {
    const lane = this.#lanes.get(key);
    if (lane !== undefined) {
      lane.waiting.push(work);
      return;
    }
    const opened = { key, waiting: [work] };
    this.#lanes.set(key, opened);
    const queue = this.#tracks.get(track) ?? { running: 0, ready: [] };
    this.#tracks.set(track, queue);
    queue.ready.push(opened);
    this.#start(track, queue);
  }

  /** Begins nothing any more; what runs goes on. */
  close(): void {
    this.#isClosed = true;
  }

  #start(track: Track, queue: TrackQueue): void {
    while (!this.#isClosed && queue.running < EFFECTS_AT_ONCE[track]) {
      const lane = queue.ready.shift();
      if (lane === undefined) return;
      queue.running += 1;
      void this.#runNext(lane).then(() => {
        queue.running -= 1;
        if (lane.waiting.length > 0) queue.ready.push(lane);
        else this.#lanes.delete(lane.key);
        this.#start(track, queue);
      });
    }
  }

  async #runNext(lane: Lane): Promise<void> {
    await lane.waiting.shift()?.();
  }
}
