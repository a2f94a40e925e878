/** One request that the product made to the played world, and what it was answered. */
export interface RecordedRequest {
  readonly n: number;
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly status: number;
  /** For contract tests only; the control interface does not show it. */
  readonly answer: unknown;
}

/** About what the newest requests may take in memory before the oldest are forgotten. */
const KEPT_CHARACTERS_MAX = 48_000_000;
const SECRET_FIELDS = [
  'assertion',
  'client_assertion',
  'client_secret',
  'code',
  'code_verifier',
  'device_code',
  'refresh_token',
];
const SECRET_HEADERS = ['authorization', 'cookie'];

interface KeptRequest {
  readonly request: RecordedRequest;
  readonly size: number;
}

/** Every request the product made, newest last, without anything that opens a door. */
export class RequestLog {
  #kept: KeptRequest[] = [];
  #size = 0;
  #nextNumber = 1;

  /** Keeps a request; `size` is what it and its answer measured on the wire, in characters. */
  record(request: Omit<RecordedRequest, 'n'>, size: number): void {
    const numbered: RecordedRequest = {
      ...request,
      n: this.#nextNumber,
      headers: without(request.headers, SECRET_HEADERS),
      body: withoutSecrets(request.body),
      answer: withoutSecrets(request.answer),
    };
    this.#nextNumber += 1;
    this.#kept.push({ request: numbered, size });
    this.#size += size;
    this.#forgetOldest();
  }

  /** The requests after number `n`, or all that are kept. */
  since(n = 0): readonly RecordedRequest[] {
    return this.#kept.map((kept) => kept.request).filter((request) => request.n > n);
  }

  /** Forgets all and counts from the start again. */
  clear(): void {
    this.#kept = [];
    this.#size = 0;
    this.#nextNumber = 1;
  }

  #forgetOldest(): void {
    if (this.#size <= KEPT_CHARACTERS_MAX) return;
    let dropped = 0;
    while (this.#size > KEPT_CHARACTERS_MAX / 2 && dropped < this.#kept.length - 1) {
      this.#size -= this.#kept[dropped]?.size ?? 0;
      dropped += 1;
    }
    this.#kept = this.#kept.slice(dropped);
  }
}

function withoutSecrets(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return without(body as Record<string, unknown>, [...SECRET_FIELDS, 'access_token', 'id_token']);
}

function without<Value>(
  fields: Readonly<Record<string, Value>>,
  names: readonly string[],
): Record<string, Value> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}
