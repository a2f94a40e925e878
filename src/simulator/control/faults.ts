/** Answers of Graph that fail instead of what was asked. */
export interface GraphFault {
  readonly status: number;
  readonly retryAfterSeconds?: number | undefined;
  /** How many of the requests fail, from 0 to 1. */
  readonly share: number;
  /** Only paths that begin so, after `/graph/v1.0`; `*` stands for any one part of a path. */
  readonly path?: string | undefined;
  /** The request takes effect, and only its answer is the fault. */
  readonly after: boolean;
}

/** How the platform's notifications go astray on their way to the product. */
export interface NotificationFault {
  readonly dropShare: number;
  readonly duplicateShare: number;
  readonly delayMs: readonly [number, number];
  readonly reorder: boolean;
}

/** Transfers that the platform takes, and then does not bring about. */
export interface TransferFault {
  readonly subcode: number;
  readonly share: number;
}

export interface ConnectorFault {
  readonly status: number;
  readonly retryAfterSeconds?: number | undefined;
  readonly share: number;
}

/** What is wrong with the tenant's sign-in. */
export interface LoginFault {
  readonly down: boolean;
  /**
   * How far the tenant's clock is ahead of everybody else's (behind, when negative): what tokens
   * say of their times, when they count as expired, and the `Date` header of every answer.
   */
  readonly clockSkewSeconds: number;
}

/** What is wrong with all subscriptions. */
export interface SubscriptionFault {
  /** None tells anything, and every one reads as alive; what was not told is never told. */
  readonly silent: boolean;
  /** Presence subscriptions cannot be renewed, as Microsoft once said: only created anew. */
  readonly refuseRenewal: boolean;
}

/** How much the tenant bears. */
export interface PresenceLimit {
  /** Requests about presence, beyond which they are 429. */
  readonly requestsPer30Seconds: number;
}

/** What is broken in the played world just now. */
export interface Faults {
  readonly graph: GraphFault | null;
  readonly notifications: NotificationFault;
  readonly transfers: TransferFault | null;
  readonly presence: PresenceLimit;
  readonly login: LoginFault;
  readonly connector: ConnectorFault | null;
  readonly subscriptions: SubscriptionFault;
}

export const noFaults: Faults = {
  graph: null,
  notifications: { dropShare: 0, duplicateShare: 0, delayMs: [0, 0], reorder: false },
  transfers: null,
  presence: { requestsPer30Seconds: 10_000 },
  login: { down: false, clockSkewSeconds: 0 },
  connector: null,
  subscriptions: { silent: false, refuseRenewal: false },
};
