/**
 * The live stream: changes as the server commits them. The tab never polls.
 *
 *   (idle) --watch--> connecting --answered--> open
 *                        |                      |
 *                      failed        broken, ended or silent
 *                        |                      |
 *                        +------> lost <--------+
 *                                  |
 *                                  +--back-off, then asked again--> open
 *
 * Choosing another service asks again at once and keeps what is shown. After `lost` the stream
 * resumes with Last-Event-ID, and the server sends what is true now.
 */
import type { LiveEvent } from '@rufwerk/engine/api';
import type { Send } from '../session/request.ts';
import { waitBeforeAttempt } from './backOff.ts';
import { type ConnectionReader, follow } from './connection.ts';

export type StreamStatus =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open' }
  /** `heardAt`: the browser's instant of the last sign of life; null when there was none. */
  | { readonly kind: 'lost'; readonly heardAt: number | null };

export interface LiveStream {
  /** Begins, or changes which service's details are sent; null for none. */
  readonly watch: (serviceId: string | null) => void;
  readonly onEvent: (listener: (event: LiveEvent) => void) => () => void;
  readonly status: () => StreamStatus;
  readonly subscribe: (listener: () => void) => () => void;
  readonly stop: () => void;
}

export interface LiveStreamWorld {
  readonly send: Send;
  /** Epoch ms of the browser's own clock. */
  readonly now: () => number;
  /** A number from 0 up to 1. */
  readonly spread: () => number;
}

export function createLiveStream(world: LiveStreamWorld): LiveStream {
  const eventListeners = new Set<(event: LiveEvent) => void>();
  const status = createStatus();
  let watched: string | null = null;
  let lastEventId: string | null = null;
  let running: AbortController | null = null;

  const reader: ConnectionReader = {
    opened: () => status.become({ kind: 'open' }),
    alive: () => status.heard(world.now()),
    event: (event, id) => {
      if (id !== undefined) lastEventId = id;
      for (const listener of eventListeners) listener(event);
    },
    notUnderstood: (name) => console.warn(`The live event "${name}" was not understood.`),
  };

  const run = async (signal: AbortSignal): Promise<void> => {
    let failures = 0;
    while (!signal.aborted) {
      const opened = (): void => {
        failures = 0;
        reader.opened();
      };
      const wanted = { serviceId: watched, lastEventId };
      // Whatever broke it, the answer is the same: tell, wait, ask again.
      const broken = await caught(follow(world.send, wanted, { ...reader, opened }, signal));
      if (signal.aborted) return;
      if (broken !== null) console.info('The live stream broke off.', broken);
      failures += 1;
      status.become({ kind: 'lost', heardAt: status.heardAt() });
      await waited(waitBeforeAttempt(failures, world.spread()), signal);
    }
  };

  return {
    watch(serviceId) {
      if (running !== null && serviceId === watched) return;
      running?.abort();
      watched = serviceId;
      // Another question: the events so far do not answer it.
      lastEventId = null;
      running = new AbortController();
      void run(running.signal);
    },
    onEvent: (listener) => registered(eventListeners, listener),
    status: () => status.now(),
    subscribe: (listener) => status.subscribe(listener),
    stop() {
      running?.abort();
      running = null;
    },
  };
}

function createStatus() {
  const listeners = new Set<() => void>();
  let status: StreamStatus = { kind: 'connecting' };
  let heardAt: number | null = null;
  return {
    now: (): StreamStatus => status,
    heardAt: (): number | null => heardAt,
    heard(at: number): void {
      heardAt = at;
    },
    become(next: StreamStatus): void {
      // A stream that stays lost keeps the instant that the screen shows.
      if (next.kind === status.kind) return;
      status = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener: () => void) => registered(listeners, listener),
  };
}

function registered<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function caught(work: Promise<void>): Promise<unknown> {
  try {
    await work;
    return null;
  } catch (error) {
    return error;
  }
}

/** Resolves after the wait, or at once when it is aborted. */
function waited(waitMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, waitMs);
    signal.addEventListener('abort', done);
  });
}
