/** One connection to the live stream, from request to its end. */
import { refuseBad, type Send } from '../session/request.ts';
import { readEvents, type EventReader } from './readEvents.ts';

export interface Wanted {
  /** Whose details are sent; null for no service's. */
  readonly serviceId: string | null;
  /** The last event that arrived; null at the first connection. */
  readonly lastEventId: string | null;
}

export interface ConnectionReader extends EventReader {
  /** The server took the question. */
  readonly opened: () => void;
}

/**
 * The server comments at least every 20 s; a connection silent for longer than twice that is dead.
 */
const SILENCE_LIMIT_MS = 45_000;

/**
 * Resolves when the server ends the stream; rejects when it refuses, breaks, falls silent or is
 * aborted.
 */
export async function follow(
  send: Send,
  wanted: Wanted,
  reader: ConnectionReader,
  signal: AbortSignal,
): Promise<void> {
  const silence = createSilenceTimer(signal);
  try {
    const response = await send(pathOf(wanted.serviceId), {
      headers: headersOf(wanted),
      signal: silence.signal,
    });
    await refuseBad(response);
    if (response.body === null) return;
    reader.opened();
    await readEvents(response.body, {
      ...reader,
      alive: () => {
        silence.restart();
        reader.alive();
      },
    });
  } finally {
    silence.stop();
  }
}

function pathOf(serviceId: string | null): string {
  return serviceId === null ? '/live' : `/live?service=${encodeURIComponent(serviceId)}`;
}

function headersOf({ lastEventId }: Wanted): Record<string, string> {
  const headers = { accept: 'text/event-stream' };
  return lastEventId === null ? headers : { ...headers, 'last-event-id': lastEventId };
}

/** Its signal aborts after a long silence, and together with the outer one. */
function createSilenceTimer(outer: AbortSignal): {
  readonly signal: AbortSignal;
  restart(): void;
  stop(): void;
} {
  const controller = new AbortController();
  const end = (): void => controller.abort();
  let timer = setTimeout(end, SILENCE_LIMIT_MS);
  outer.addEventListener('abort', end);
  if (outer.aborted) end();
  return {
    signal: controller.signal,
    restart() {
      clearTimeout(timer);
      timer = setTimeout(end, SILENCE_LIMIT_MS);
    },
    stop() {
      clearTimeout(timer);
      outer.removeEventListener('abort', end);
    },
  };
}
