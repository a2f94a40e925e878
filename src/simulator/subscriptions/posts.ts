import type { Tenant } from '../tenant.ts';
import { EndpointHealth } from './endpoint-health.ts';
import type { NotificationItem } from './notification.ts';
import { ValidationTokens } from './validation-tokens.ts';

const MINUTE_MS = 60_000;
const FIRST_ANSWER_WITHIN_MS = 3000;
const LATER_ANSWER_WITHIN_MS = 10_000;
/** A POST that was not taken is tried again after these times, the last one over and over. */
const RETRY_AFTER_MS = [5000, 15_000, 30_000, MINUTE_MS, 2 * MINUTE_MS, 5 * MINUTE_MS];
const RETRY_EVERY_MS = 10 * MINUTE_MS;
const GIVES_UP_AFTER_MS = 4 * 60 * MINUTE_MS;
const SLOW_DELAY_MS = 10 * MINUTE_MS;
/** So many POSTs may wait for another try; beyond that the newest failures are lost. */
const WAITING_MAX = 10_000;

/** A POST with several notifications for one address. */
export interface Post {
  readonly address: string;
  readonly items: readonly NotificationItem[];
  readonly isRich: boolean;
}

interface PostUnderWay extends Post {
  readonly firstTriedAt: number;
  readonly attempt: number;
}

interface Line {
  readonly health: EndpointHealth;
  readonly waiting: PostUnderWay[];
  isBusy: boolean;
}

/**
 * Brings POSTs to their addresses, one at a time for each (Graph: "Receive change notifications
 * through webhooks"): anything but a 2xx within 3 s is tried again with growing pauses for up to 4
 * hours, while newer ones go ahead, so that old news may come after new. An address that answers
 * slowly is served late, a worse one not at all.
 */
export class Posts {
  readonly #tenant: Tenant;
  readonly #tokens: ValidationTokens;
  readonly #lines = new Map<string, Line>();
  readonly #closing = new AbortController();
  #retriesWaiting = 0;
  /** What was sent in a world before a reset is nobody's business any more. */
  #world = 0;

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
    this.#tokens = new ValidationTokens(tenant);
    tenant.onReset(() => {
      for (const line of this.#lines.values()) line.waiting.length = 0;
      this.#lines.clear();
      this.#retriesWaiting = 0;
      this.#world += 1;
    });
  }

  send(post: Post): void {
    const nowMs = this.#tenant.clock.nowMs();
    const state = this.#lineTo(post.address).health.state(nowMs);
    if (state === 'drop') return;
    const first = { ...post, firstTriedAt: nowMs, attempt: 0 };
    if (state === 'well') this.#line(first);
    else this.#tenant.clock.after(SLOW_DELAY_MS, () => this.#line(first));
  }

  waiting(): number {
    return this.#retriesWaiting;
  }

  close(): void {
    this.#closing.abort();
    this.#lines.clear();
  }

  #lineTo(address: string): Line {
    let line = this.#lines.get(address);
    if (line === undefined) {
      line = { health: new EndpointHealth(), waiting: [], isBusy: false };
      this.#lines.set(address, line);
    }
    return line;
  }

  #line(post: PostUnderWay): void {
    const line = this.#lineTo(post.address);
    line.waiting.push(post);
    if (!line.isBusy) this.#next(line);
  }

  #next(line: Line): void {
    const post = line.waiting.shift();
    line.isBusy = post !== undefined;
    if (post === undefined) return;
    const ended = this.#tenant.activity.begin();
    void this.#try(line, post)
      .finally(() => this.#next(line))
      .finally(ended);
  }

  async #try(line: Line, post: PostUnderWay): Promise<void> {
    const world = this.#world;
    const startedAt = performance.now();
    const isTaken = await this.#deliver(post);
    if (this.#closing.signal.aborted || world !== this.#world) return;
    const nowMs = this.#tenant.clock.nowMs();
    line.health.answered(post.items.length, performance.now() - startedAt, nowMs);
    if (isTaken) return;
    const pauseMs = RETRY_AFTER_MS[post.attempt] ?? RETRY_EVERY_MS;
    const isOver = nowMs + pauseMs - post.firstTriedAt > GIVES_UP_AFTER_MS;
    if (isOver || this.#retriesWaiting >= WAITING_MAX) return;
    this.#retriesWaiting += 1;
    this.#tenant.clock.after(pauseMs, () => {
      this.#retriesWaiting -= 1;
      this.#line({ ...post, attempt: post.attempt + 1 });
    });
  }

  /** Whether it was answered by a 2xx in time. */
  async #deliver({ address, items, isRich, attempt }: PostUnderWay): Promise<boolean> {
    const withinMs = attempt === 0 ? FIRST_ANSWER_WITHIN_MS : LATER_ANSWER_WITHIN_MS;
    const tokens = isRich ? { validationTokens: [await this.#tokens.of(this.#tenant.id)] } : {};
    try {
      const response = await fetch(address, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'Content-Type': 'application/json; charset=utf-8' },
        body: JSON.stringify({ value: items, ...tokens }),
        signal: AbortSignal.any([this.#closing.signal, AbortSignal.timeout(withinMs)]),
      });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      // Not reached (down, restarting, too slow): the same as a refusal, and tried again.
      return false;
    }
  }
}
