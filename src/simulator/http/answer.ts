/** What a handler wants to be answered; nothing is written to the wire before it is complete. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function created(body: unknown): Answer {
  return { status: 201, body };
}

export const accepted: Answer = { status: 202 };
export const noContent: Answer = { status: 204 };

/** The control interface's way to say that something named does not exist. */
export function unknownName(message: string): Answer {
  return { status: 404, body: { message } };
}

/** The control interface's way to say that a body is wrong. */
export function wrongBody(message: string): Answer {
  return { status: 400, body: { message } };
}
