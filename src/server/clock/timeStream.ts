/**
 * Follows the played time of a simulated tenant: server-sent events of `{ nowMs, rate }`
 * (CLOCK_URL).
 *
 *   connecting --told--> following --silent or broken--> waiting --back-off over--> connecting
 */
import { createParser } from 'eventsource-parser';
import type { Log } from '@rufwerk/engine/ports';
import { z } from 'zod';
import type { PlayedTime } from './telling.ts';

const playedTime = z.object({ nowMs: z.number().int(), rate: z.number().min(0) });

/** The played world tells its time each second: after so long its silence is a broken line. */
const SILENCE_MS = 5_000;
const FIRST_BACK_OFF_MS = 100;
const LONGEST_BACK_OFF_MS = 5_000;
const LONGEST_EVENT_CHARACTERS = 10_000;

export interface TimeStream {
  readonly url: string;
  readonly onTime: (time: PlayedTime) => void;
  readonly log: Log;
}

/**
 * Follows until `signal` ends it, connecting again for ever with a bounded back-off. Never rejects.
 */
export async function followPlayedTime(stream: TimeStream, signal: AbortSignal): Promise<void> {
  let backOffMs = FIRST_BACK_OFF_MS;
  const onTime = (time: PlayedTime): void => {
    backOffMs = FIRST_BACK_OFF_MS;
    stream.onTime(time);
  };
  while (!signal.aborted) {
    try {
      await readStream({ ...stream, onTime }, signal);
    } catch (cause) {
      if (signal.aborted) return;
      const details = { url: stream.url, againInMs: backOffMs, cause: String(cause) };
      stream.log.warn(details, 'The played time cannot be followed: CLOCK_URL does not answer');
    }
    await pause(backOffMs, signal);
    backOffMs = Math.min(LONGEST_BACK_OFF_MS, backOffMs * 2);
  }
}

/** Reads one connection to its end; rejects when it breaks or falls silent. */
async function readStream({ url, onTime, log }: TimeStream, signal: AbortSignal): Promise<void> {
  const silence = new AbortController();
  const silent = setTimeout(() => silence.abort(new Error('silent for 5 s')), SILENCE_MS);
  try {
    const response = await fetch(url, {
      headers: { accept: 'text/event-stream' },
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (!response.ok || response.body === null) throw new Error(`answered ${response.status}`);
    const parser = createParser({
      maxBufferSize: LONGEST_EVENT_CHARACTERS,
      onEvent: ({ data }) => {
        const time = readTime(data);
        if (time === null) log.warn({ data }, 'The played time is told in words nobody knows');
        else onTime(time);
      },
    });
    const decoder = new TextDecoder();
    for await (const chunk of response.body) {
      silent.refresh();
      parser.feed(decoder.decode(chunk, { stream: true }));
    }
  } finally {
    clearTimeout(silent);
  }
}

function readTime(data: string): PlayedTime | null {
  try {
    return playedTime.safeParse(JSON.parse(data)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function pause(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, delayMs);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
