/** Answers of Graph that fail instead of what was asked. */
export interface GraphFault {
  readonly status: number;
  readonly retryAfterSeconds?: number | undefined;
  /** How many of the requests fail, from 0 to 1. */
  readonly share: number;
  /** Only paths that begin so, after `/graph/v1.0`. */
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

/** What is broken in the played world just now. */
export interface Faults {
  readonly graph: GraphFault | null;
  readonly notifications: NotificationFault;
  readonly transfers: TransferFault | null;
  readonly login: { readonly down: boolean };
  readonly connector: ConnectorFault | null;
  readonly subscriptions: { readonly silent: boolean };
}

export const noFaults: Faults = {
  graph: null,
  notifications: { dropShare: 0, duplicateShare: 0, delayMs: [0, 0], reorder: false },
  transfers: null,
  login: { down: false },
  connector: null,
  subscriptions: { silent: false },
};
