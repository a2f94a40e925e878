/**
 * The store: journal, snapshots and read tables of a tenant (design.md, "Storage"). A journal row
 * is one flush; its key `(tenant, seq)` makes a second writer fail instead of deciding too.
 */
import type {
  DecisionId,
  FactOf,
  LeaseOwner,
  LeaseReason,
  PreferredPresence,
  SessionPresence,
  DecisionSummary,
  JournalEntry,
  PersonId,
  ServiceId,
  TaskId,
  TenantId,
} from '@rufwerk/engine/core';
import type { EmergencyPlaces } from './emergencies.ts';
import type { People } from './people.ts';

export interface JournalRow {
  readonly seq: number;
  readonly recordedAt: number;
  readonly entries: readonly JournalEntry[];
}

/** What one flush writes, in one transaction: the row and what the read tables make of it. */
export interface Flush extends JournalRow {
  readonly tenantId: TenantId;
}

export interface StoredSnapshot {
  readonly seq: number;
  /** The instant of the last input in it. */
  readonly at: number;
  /** How many journal entries are in it: what has to be folded between two of them. */
  readonly entries: number;
  readonly schemaVersion: number;
  /** The text of `writeSnapshot` of the core. */
  readonly state: string;
}

/** Another writer has written this seq: this one must stop deciding for the tenant. */
export class JournalConflict extends Error {
  override readonly name = 'JournalConflict';
}

export interface CallRow {
  readonly taskId: TaskId;
  readonly serviceId: ServiceId;
  readonly callerId: PersonId;
  readonly queuedAt: number;
  readonly answeredAt: number | null;
  readonly connectedAt: number | null;
  readonly endedAt: number | null;
  readonly agentId: PersonId | null;
  readonly endReason: string | null;
  /** `reported`, `read` or `inferred`: how the end is known; null while it goes on. */
  readonly endSeen: string | null;
  readonly offers: number;
}

export interface OfferRow {
  readonly offerId: string;
  readonly taskId: TaskId;
  readonly serviceId: ServiceId;
  readonly agentId: PersonId;
  readonly offeredAt: number;
  readonly endedAt: number | null;
  readonly outcome: string | null;
  /** How long the agent's presence was read before they were rung; null where it was not. */
  readonly confirmedInMs: number | null;
  readonly decisionId: DecisionId;
}

/** What the fact keeps; the full record is made again from the journal (`runtime/explain/`). */
export interface DecisionRow extends DecisionSummary {
  readonly at: number;
  readonly taskId: TaskId;
  readonly serviceId: ServiceId;
  /** The journal row in which it was taken. */
  readonly seq: number;
}

/** Who changed duty or configuration, and when. */
export interface AuditRow {
  readonly at: number;
  /** Null: the configuration that was imported at the start. */
  readonly byId: PersonId | null;
  readonly change:
    | { readonly kind: 'duty'; readonly agentId: PersonId; readonly onDuty: boolean }
    | { readonly kind: 'configuration'; readonly version: number };
}

/** One line of the ledger: what was shown of a person in Teams, on whose behalf, and why. */
export interface PresenceEntry {
  readonly at: number;
  readonly change:
    | {
        readonly kind: 'lease-taken';
        readonly owner: LeaseOwner;
        readonly reason: LeaseReason;
        readonly presence: SessionPresence;
        readonly untilAt: number;
      }
    | {
        readonly kind: 'lease-released';
        readonly owner: LeaseOwner;
        readonly cause: FactOf<'LeaseReleased'>['cause'];
      }
    | PresenceAsked
    | { readonly kind: 'refused'; readonly asked: PresenceAsked };
}

/** What Graph was asked for; on its own in the ledger, Graph has taken it. */
export type PresenceAsked =
  | { readonly kind: 'shown'; readonly presence: SessionPresence; readonly untilAt: number }
  | { readonly kind: 'cleared' }
  | {
      readonly kind: 'own-act';
      readonly presence: PreferredPresence | null;
      readonly forMinutes: number | null;
    };

/** A cursor that no page has given out: the reader begins at the first page again. */
export class UnreadableCursor extends Error {
  override readonly name = 'UnreadableCursor';
}

/** One page, newest first; `next` is the cursor of the page after it. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/**
 * Lists take at most 500 rows at once, and reject with `UnreadableCursor` for a cursor of nobody.
 */
export interface ReadTables {
  findCall(taskId: TaskId): Promise<CallRow | null>;
  listCalls(query: {
    readonly serviceId?: ServiceId;
    readonly limit: number;
    readonly cursor?: string;
  }): Promise<Page<CallRow>>;
  /** Offers of a task, oldest first. */
  listOffers(taskId: TaskId): Promise<readonly OfferRow[]>;
  /** An agent's offers since an instant, newest first, at most `limit`. */
  listOffersOfAgent(
    agentId: PersonId,
    sinceAt: number,
    limit: number,
  ): Promise<readonly OfferRow[]>;
  findDecision(decisionId: DecisionId): Promise<DecisionRow | null>;
  listDecisions(query: {
    readonly serviceId?: ServiceId;
    readonly taskId?: TaskId;
    /** Only those recorded until the instant. */
    readonly untilAt?: number;
    readonly limit: number;
    readonly cursor?: string;
  }): Promise<Page<DecisionRow>>;
  /** What was shown of a person, newest first, at most `limit`. */
  listPresenceEntries(agentId: PersonId, limit: number): Promise<readonly PresenceEntry[]>;
  listAudit(query: { readonly limit: number; readonly cursor?: string }): Promise<Page<AuditRow>>;
}

/** Small durable values of adapters, such as where a bot's card was posted. */
export interface Notes {
  get(key: string): Promise<string | null>;
  put(key: string, value: string): Promise<void>;
}

/** Durable secrets of adapters, such as refresh tokens: sealed with a key from DATA_KEY. */
export interface SecretNotes {
  /** Null when there is none. */
  get(key: string): Promise<string | null>;
  put(key: string, value: string): Promise<void>;
}

export interface TenantStore {
  readonly people: People;
  readonly tables: ReadTables;
  readonly notes: Notes;
  readonly secrets: SecretNotes;
  readonly emergencyPlaces: EmergencyPlaces;
  latestSnapshot(): Promise<StoredSnapshot | null>;
  /** The newest one that was taken before the journal row `seq` was decided. */
  snapshotBefore(seq: number): Promise<StoredSnapshot | null>;
  /** The last journal row recorded at or before the instant; null when there is none. */
  seqAt(at: number): Promise<number | null>;
  /** Journal rows after `seq`, in order. */
  readJournal(afterSeq: number): AsyncIterable<JournalRow>;
  /** Durable when it resolves. Rejects with `JournalConflict` when the seq is taken. */
  append(flush: Flush): Promise<void>;
  /** Kept for 30 days, close enough together that whatever lies between is folded in a moment. */
  saveSnapshot(snapshot: StoredSnapshot): Promise<void>;
}

/** The whole store; one process holds the lock on an embedded one. */
export interface Store {
  openTenant(tenantId: TenantId): Promise<TenantStore>;
  close(): Promise<void>;
}
