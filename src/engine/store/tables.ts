/**
 * The store's tables as kysely sees them. Everything is keyed by tenant first (design.md,
 * "Storage").
 */

export interface JournalTable {
  readonly tenant_id: string;
  readonly seq: number;
  readonly recorded_at: number;
  /** JSON: the entries of one flush. */
  readonly entries: string;
}

export interface SnapshotTable {
  readonly tenant_id: string;
  readonly seq: number;
  readonly schema_version: number;
  /** Base64 of the text, compressed: see `snapshotText.ts`. */
  readonly state: string;
  readonly at: number;
  readonly entries: number;
}

export interface TenantTable {
  readonly tenant_id: string;
  /** Tells a wrong DATA_KEY before anything is read or written with it. */
  readonly key_fingerprint: string;
}

/** Erased people keep their id and nothing else: all other columns are null. */
export interface PersonTable {
  readonly tenant_id: string;
  readonly id: string;
  /** The person's own key, sealed by DATA_KEY. */
  readonly sealed_key: string | null;
  /** The person's details, sealed by the person's own key. */
  readonly sealed_details: string | null;
  readonly entra_index: string | null;
  readonly name_index: string | null;
  readonly phone_index: string | null;
  readonly mail_index: string | null;
}

/** Where agents are during their emergency calls. */
export interface EmergencyPlaceTable {
  readonly tenant_id: string;
  readonly agent_id: string;
  readonly sealed_place: string;
}

export interface NoteTable {
  readonly tenant_id: string;
  readonly key: string;
  readonly value: string;
}

/** Where in the journal a row comes from: the order of every list, and what its cursors name. */
export interface Place {
  readonly seq: number;
  /** Counts the facts within the journal row. */
  readonly position: number;
}

export interface CallTable extends Place {
  readonly tenant_id: string;
  readonly task_id: string;
  readonly service_id: string;
  readonly caller_id: string;
  readonly queued_at: number;
  readonly answered_at: number | null;
  readonly connected_at: number | null;
  readonly ended_at: number | null;
  readonly agent_id: string | null;
  readonly end_reason: string | null;
  readonly end_seen: string | null;
  readonly offers: number;
}

export interface OfferTable extends Place {
  readonly tenant_id: string;
  readonly offer_id: string;
  readonly task_id: string;
  readonly service_id: string;
  readonly agent_id: string;
  readonly offered_at: number;
  readonly ended_at: number | null;
  readonly outcome: string | null;
  /** How long reading the presence took before the agent was rung; null where it was not read. */
  readonly confirmed_in_ms: number | null;
  readonly decision_id: string;
}

export interface DecisionTable extends Place {
  readonly tenant_id: string;
  readonly decision_id: string;
  readonly service_id: string;
  readonly task_id: string;
  readonly digest: string;
  /** JSON: the summary, and the instant. */
  readonly record: string;
}

export interface AuditTable extends Place {
  readonly tenant_id: string;
  readonly at: number;
  readonly by_id: string | null;
  /** JSON: `AuditRow['change']`. */
  readonly change: string;
}

export interface PresenceEntryTable extends Place {
  readonly tenant_id: string;
  readonly agent_id: string;
  readonly at: number;
  /** JSON: `PresenceEntry['change']`. */
  readonly change: string;
}

/** What Graph was asked to show of a person and has not answered yet. */
export interface PresenceAskedTable {
  readonly tenant_id: string;
  readonly effect_id: string;
  readonly agent_id: string;
  /** JSON: `PresenceAsked`. */
  readonly asked: string;
}

export interface Tables {
  readonly tenant: TenantTable;
  readonly journal: JournalTable;
  readonly snapshot: SnapshotTable;
  readonly person: PersonTable;
  readonly emergency_place: EmergencyPlaceTable;
  readonly note: NoteTable;
  readonly call: CallTable;
  readonly offer: OfferTable;
  readonly decision: DecisionTable;
  readonly audit: AuditTable;
  readonly presence_entry: PresenceEntryTable;
  readonly presence_asked: PresenceAskedTable;
}
