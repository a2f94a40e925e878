import type { ServerResponse } from 'node:http';

/** A stream of server-sent events that is open. */
export interface EventStream {
  send(message: { readonly event?: string; readonly data: string }): void;
}

/** Begins a stream of server-sent events on an answer that has not begun yet. */
export function openEventStream(response: ServerResponse): EventStream {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    Connection: 'keep-alive',
  });
  // Otherwise nothing is sent before the first event, and readers do not know that they are heard.
  response.flushHeaders();
  return {
    send: ({ event, data }) => {
      const name = event === undefined ? '' : `event: ${event}\n`;
      response.write(`${name}data: ${data}\n\n`);
    },
  };
}
