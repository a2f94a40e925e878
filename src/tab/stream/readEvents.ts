import { liveEventSchema, type LiveEvent } from '@rufwerk/engine/api';
import { createParser } from 'eventsource-parser';

export interface EventReader {
  /** Something arrived, if only a comment: the connection lives. */
  readonly alive: () => void;
  readonly event: (event: LiveEvent, id: string | undefined) => void;
  /** An event that this version of the tab does not understand; the stream goes on. */
  readonly notUnderstood: (name: string) => void;
}

/** Reads server-sent events until the body ends. Rejects when the connection breaks. */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  reader: EventReader,
): Promise<void> {
  const parser = createParser({
    onEvent: ({ event = 'message', data, id }) => {
      const parsed = liveEventSchema.safeParse({ event, data: dataOf(data) });
      if (parsed.success) reader.event(parsed.data, id);
      else reader.notUnderstood(event);
    },
  });
  const text = new TextDecoder();
  const chunks = body.getReader();
  for (;;) {
    const { done, value } = await chunks.read();
    if (done) return;
    reader.alive();
    parser.feed(text.decode(value, { stream: true }));
  }
}

function dataOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // No JSON is no event of ours: the schema refuses it, and it is told as not understood.
    return undefined;
  }
}
