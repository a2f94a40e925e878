/**
 * One request to Microsoft Graph on its way out, and what came of it. The parts of the chain
 * (patience, authorisation, measuring, transport) are functions from `Send` to `Send`.
 */

/** How a request may be repeated, and for how long. */
export interface RequestTerms {
  /** Names the request in logs, metrics and causes, such as `invite-agent`. */
  readonly operation: string;
  /**
   * - `freely`: a second time changes nothing.
   * - `if-not-taken`: only after an answer which proves that the first time had no effect.
   */
  readonly repeat: 'freely' | 'if-not-taken';
  /** Time for one try, on the machine's own clock: the network knows no simulated one. */
  readonly timeoutMs: number;
  readonly tries: number;
  /** All tries and pauses together. */
  readonly totalMs: number;
  /** Looked for in the words of a refusal, where its status and code do not say enough. */
  readonly clue?: RegExp;
}

export interface OutgoingRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly terms: RequestTerms;
}

export interface Answered {
  readonly kind: 'answered';
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Nothing left this machine, or nobody took it: certainly without effect. */
export interface NotSent {
  readonly kind: 'not-sent';
  readonly cause: string;
  /** Whether a later try can help. */
  readonly isTransient: boolean;
}

/** Sent, but no answer came: it may have had its effect. */
export interface Lost {
  readonly kind: 'lost';
  readonly cause: string;
}

export type Reply = Answered | NotSent | Lost;

export type Send = (request: OutgoingRequest) => Promise<Reply>;
