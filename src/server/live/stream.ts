/** One open stream of server-sent events to one reader. */
import type { ServerResponse } from 'node:http';
import type { LiveEvent } from '@rufwerk/engine/api';
import type { Language, ServiceId } from '@rufwerk/engine/core';
import type { Reader } from '../session/reader.ts';
import { changeKey } from './changeKey.ts';

/**
 * A client that leaves more than this unread is dropped; it comes back and is sent what is true.
 */
const UNREAD_BYTES_MAX = 512 * 1024;
/** Decisions remembered for a client: older ones are told again when they change. */
const DECISIONS_REMEMBERED = 200;

/** Who listens, and to what. */
export type Listener = Pick<LiveStream, 'reader' | 'serviceId' | 'language'>;

export class LiveStream {
  readonly reader: Reader;
  /** The service whose detail the reader looks at. */
  readonly serviceId: ServiceId | null;
  /** In which the reader wants sentences. */
  readonly language: Language;
  readonly #response: ServerResponse;
  /** What the client was last sent, by what it is about. */
  readonly #sent = new Map<string, string>();

  constructor(response: ServerResponse, { reader, serviceId, language }: Listener) {
    this.#response = response;
    this.reader = reader;
    this.serviceId = serviceId;
    this.language = language;
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    // The headers alone tell the client that it is in.
    response.write(': welcome\n\n');
  }

  get isOpen(): boolean {
    return !this.#response.writableEnded && !this.#response.destroyed;
  }

  /** Sends an event when it says something else than the last one about the same thing. */
  tell(event: LiveEvent, seq: number, at: number): void {
    const about = event.event === 'decision' ? `decision ${event.data.id}` : event.event;
    const key = changeKey(event.data, at);
    if (this.#sent.get(about) === key) return;
    this.#remember(about, key);
    this.#write(`id: ${seq}\nevent: ${event.event}\ndata: ${JSON.stringify(event.data)}\n\n`);
  }

  /** Tells the time; it always differs, so it is never compared. */
  tellTime(time: Extract<LiveEvent, { event: 'clock' }>['data']): void {
    this.#write(`event: clock\ndata: ${JSON.stringify(time)}\n\n`);
  }

  /** Says that the line is good although nothing happens. */
  beat(): void {
    this.#write(': beat\n\n');
  }

  close(): void {
    this.#response.end();
  }

  onClose(listener: () => void): void {
    this.#response.once('close', listener);
  }

  #remember(about: string, key: string): void {
    this.#sent.delete(about);
    this.#sent.set(about, key);
    const [oldest] = this.#sent.keys();
    if (this.#sent.size > DECISIONS_REMEMBERED && oldest !== undefined) this.#sent.delete(oldest);
  }

  #write(text: string): void {
    if (!this.isOpen) return;
    this.#response.write(text);
    if (this.#response.writableLength > UNREAD_BYTES_MAX) this.#response.destroy();
  }
}
