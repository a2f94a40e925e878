/** When the played world took the card and the mail of each emergency, by its request log. */
import type { Control } from '../../tests/e2e/control.ts';

interface LoggedRequest {
  readonly n: number;
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
}

/** Where the log stands now, and how far the played clock is from this process's. */
export interface LogMark {
  readonly since: number;
  readonly aheadMs: number;
}

export async function markLog(control: Control): Promise<LogMark> {
  const requests = await control.get<LoggedRequest[]>('/requests');
  const { now } = await control.get<{ readonly now: string }>('/clock');
  return { since: requests.at(-1)?.n ?? 0, aheadMs: Date.parse(now) - Date.now() };
}

export class Accepted {
  readonly #requests: readonly LoggedRequest[];
  readonly #aheadMs: number;

  private constructor(requests: readonly LoggedRequest[], aheadMs: number) {
    this.#requests = requests;
    this.#aheadMs = aheadMs;
  }

  static async since(control: Control, { since, aheadMs }: LogMark): Promise<Accepted> {
    return new Accepted(await control.get(`/requests?since=${since}`), aheadMs);
  }

  /** The first post into the chat that names the person, taken; as `Date.now()` would say it. */
  cardAt(conversationId: string, displayName: string): number | null {
    const path = `/connector/v3/conversations/${conversationId}/activities`;
    return this.#firstAt((one) => decodeURIComponent(one.path) === path, displayName);
  }

  mailAt(displayName: string): number | null {
    return this.#firstAt(({ path }) => path.endsWith('/sendMail'), displayName);
  }

  /** How many requests of the bot were refused for the moment, of how many. */
  refusals(): { readonly refused: number; readonly asked: number } {
    const asked = this.#requests.filter(({ path }) => path.startsWith('/connector/v3/'));
    return { refused: asked.filter(({ status }) => status === 429).length, asked: asked.length };
  }

  #firstAt(isOne: (request: LoggedRequest) => boolean, displayName: string): number | null {
    // A number ends the name, so that 20 must not be found in 200.
    const named = new RegExp(`${displayName}\\b`);
    const found = this.#requests.find(
      (one) =>
        one.method === 'POST' &&
        one.status < 300 &&
        isOne(one) &&
        named.test(JSON.stringify(one.body)),
    );
    return found === undefined ? null : Date.parse(found.at) - this.#aheadMs;
  }
}
