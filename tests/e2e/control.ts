/** The control interface of the simulated tenant, and waiting for what it shows. */
import { setTimeout as pause } from 'node:timers/promises';

export interface Leg {
  readonly id: string;
  readonly upn: string;
  readonly state: 'ringing' | 'accepted' | 'declined' | 'missed' | 'cancelled';
}

export interface PlayedCall {
  readonly id: string;
  readonly state: 'ringing' | 'answered' | 'connected' | 'voicemail' | 'ended';
  readonly connectedTo: string | null;
  readonly endReason: string | null;
  readonly legs: readonly Leg[];
  readonly timeline: readonly { readonly at: string; readonly what: string }[];
}

export const HELP_DESK = '+41440000100';
export const SALES = '+41440000200';
export const upn = (name: string): string => `${name}@contoso.example`;

/** The help desk's agents. */
export const HELP_DESK_AGENTS = ['anna', 'ben', 'carla', 'david'].map((name) =>
  upn(`${name}.agent`),
);

export class Control {
  readonly #base: string;

  constructor(tenantUrl: string) {
    this.#base = `${tenantUrl}/_simulator`;
  }

  async get<T>(path: string): Promise<T> {
    const answer = await fetch(this.#base + path);
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  post = (path: string, body: object = {}): Promise<Response> => this.#send('POST', path, body);
  put = (path: string, body: object): Promise<Response> => this.#send('PUT', path, body);
  remove = (path: string): Promise<Response> => this.#send('DELETE', path);

  async dial(to: string, from = '+41790000001'): Promise<string> {
    const { id } = (await (await this.post('/calls', { from, to })).json()) as { id: string };
    return id;
  }

  call(id: string): Promise<PlayedCall> {
    return this.get(`/calls/${id}`);
  }

  /** Waits until the call is as asked, then returns it; fails with what it is instead. */
  async until(
    id: string,
    isSo: (call: PlayedCall) => boolean,
    withinMs = 5_000,
  ): Promise<PlayedCall> {
    return eventually(() => this.call(id), isSo, withinMs);
  }

  /** Waits for the first client that rings and is none of `except`. */
  async ringing(id: string, except: readonly string[] = [], withinMs = 5_000): Promise<Leg> {
    const rings = (leg: Leg): boolean => leg.state === 'ringing' && !except.includes(leg.id);
    const call = await this.until(id, ({ legs }) => legs.some(rings), withinMs);
    const leg = call.legs.find(rings);
    if (leg === undefined) throw new Error('The leg that was seen ringing is gone.');
    return leg;
  }

  act(leg: Leg, what: 'accept' | 'decline' | 'hangup'): Promise<Response> {
    return this.post(`/people/${leg.upn}/calls/${leg.id}/${what}`);
  }

  presence(person: string, availability: string, activity: string): Promise<Response> {
    return this.put(`/people/${person}/presence`, { availability, activity });
  }

  advance(seconds: number): Promise<Response> {
    return this.put('/clock', { advanceSeconds: seconds });
  }

  async #send(method: string, path: string, body?: object): Promise<Response> {
    const answer = await fetch(this.#base + path, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }
}

/** Looks again every few milliseconds until `isSo`; the limit is real time. */
export async function eventually<T>(
  look: () => Promise<T>,
  isSo: (seen: T) => boolean,
  withinMs = 5_000,
): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (isSo(seen)) return seen;
    if (Date.now() > until) {
      throw new Error(`Not so within ${withinMs} ms: ${JSON.stringify(seen, null, 1)}`);
    }
    await pause(20);
  }
}
