/** Reads a live stream as the tab would, and waits for what it says. */
import type { LiveEvent } from '@rufwerk/engine/api';
import { liveEventSchema } from '@rufwerk/engine/api';
import { createParser } from 'eventsource-parser';
import type { Stage } from '../stage/stage.ts';

const WAIT_LIMIT_MS = 5_000;

type DataOf<Name extends LiveEvent['event']> = Extract<LiveEvent, { event: Name }>['data'];

type Heard = LiveEvent & { readonly id: number | null };

export class EventReader {
  readonly heard: Heard[] = [];
  readonly ended: Promise<void>;
  readonly #connection = new AbortController();
  #onHeard: () => void = () => undefined;

  private constructor(response: Response) {
    this.ended = this.#read(response);
  }

  static async open(
    stage: Stage,
    name: Parameters<Stage['token']>[0],
    sent: { readonly query?: string; readonly lastEventId?: string; readonly token?: string } = {},
  ): Promise<EventReader> {
    const token = sent.token ?? (await stage.token(name));
    const response = await fetch(`${stage.parts.url}/api/v1/live${sent.query ?? ''}`, {
      headers: {
        authorization: `Bearer ${token}`,
        ...(sent.lastEventId === undefined ? {} : { 'last-event-id': sent.lastEventId }),
      },
    });
    if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
    return new EventReader(response);
  }

  /** The first event of that name that the test accepts, heard already or soon. */
  async until<Name extends LiveEvent['event']>(
    name: Name,
    accept: (data: DataOf<Name>) => boolean = () => true,
  ): Promise<{ readonly id: number | null; readonly data: DataOf<Name> }> {
    const deadlineMs = performance.now() + WAIT_LIMIT_MS;
    for (;;) {
      for (const { event, id, data } of this.heard) {
        // The schema ties an event's name to its data; the type of a found one has lost that.
        const told = data as DataOf<Name>;
        if (event === name && accept(told)) return { id, data: told };
      }
      if (performance.now() > deadlineMs) {
        throw new Error(`No such ${name}: ${JSON.stringify(this.heard.map(({ event }) => event))}`);
      }
      await this.#next(deadlineMs - performance.now());
    }
  }

  close(): void {
    this.#connection.abort();
  }

  #next(limitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const limit = setTimeout(resolve, limitMs);
      this.#onHeard = () => {
        clearTimeout(limit);
        resolve();
      };
    });
  }

  async #read(response: Response): Promise<void> {
    const parser = createParser({
      onEvent: ({ id, event, data }) => {
        const told = liveEventSchema.parse({ event, data: JSON.parse(data) as unknown });
        this.heard.push({ ...told, id: id === undefined ? null : Number(id) });
        this.#onHeard();
      },
    });
    const decoder = new TextDecoder();
    const reader = response.body?.getReader();
    this.#connection.signal.addEventListener('abort', () => void reader?.cancel());
    for (;;) {
      const chunk = await reader?.read();
      if (chunk === undefined || chunk.done) return;
      parser.feed(decoder.decode(chunk.value, { stream: true }));
    }
  }
}
