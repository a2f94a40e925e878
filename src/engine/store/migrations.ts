/**
 * The tables' history. A migration that has been released is never edited: the next one changes
 * what it made. Both engines run the same ones, so types are those that both know.
 */
import type { CreateTableBuilder, Kysely, Migration } from 'kysely';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001_first_tables': { up: firstTables },
  '0002_the_past': { up: thePast },
  '0003_presence_ledger': { up: presenceLedger },
  '0004_emergencies': { up: emergencies },
  '0005_presence_asked': { up: presenceAsked },
  '0006_confirmed_offers': { up: confirmedOffers },
};

async function firstTables(db: Kysely<unknown>): Promise<void> {
  await writerTables(db);
  await personTables(db);
  await callTables(db);
  await decisionTables(db);
}

async function writerTables(db: Kysely<unknown>): Promise<void> {
  await table(db, 'tenant')
    .addColumn('key_fingerprint', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('tenant_key', ['tenant_id'])
    .execute();
  await table(db, 'journal')
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('recorded_at', 'bigint', (column) => column.notNull())
    .addColumn('entries', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('journal_key', ['tenant_id', 'seq'])
    .execute();
  await table(db, 'snapshot')
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('schema_version', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('snapshot_key', ['tenant_id', 'seq'])
    .execute();
}

async function personTables(db: Kysely<unknown>): Promise<void> {
  await table(db, 'person')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('sealed_key', 'text')
    .addColumn('sealed_details', 'text')
    .addColumn('entra_index', 'text')
    .addColumn('name_index', 'text')
    .addColumn('phone_index', 'text')
    .addPrimaryKeyConstraint('person_key', ['tenant_id', 'id'])
    .execute();
  for (const column of ['entra_index', 'name_index', 'phone_index']) {
    const index = db.schema.createIndex(`person_by_${column}`).on('person').unique();
    await index.columns(['tenant_id', column]).execute();
  }
  await table(db, 'note')
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('note_key', ['tenant_id', 'key'])
    .execute();
}

async function callTables(db: Kysely<unknown>): Promise<void> {
  await listedTable(db, 'call')
    .addColumn('task_id', 'text', (column) => column.notNull())
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('caller_id', 'text', (column) => column.notNull())
    .addColumn('queued_at', 'bigint', (column) => column.notNull())
    .addColumn('answered_at', 'bigint')
    .addColumn('connected_at', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addColumn('agent_id', 'text')
    .addColumn('end_reason', 'text')
    .addColumn('end_seen', 'text')
    .addColumn('offers', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('call_key', ['tenant_id', 'task_id'])
    .execute();
  await listedTable(db, 'offer')
    .addColumn('offer_id', 'text', (column) => column.notNull())
    .addColumn('task_id', 'text', (column) => column.notNull())
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('agent_id', 'text', (column) => column.notNull())
    .addColumn('offered_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('outcome', 'text')
    .addColumn('decision_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('offer_key', ['tenant_id', 'offer_id'])
    .execute();
  await listIndex(db, 'call', null);
  await listIndex(db, 'call', 'service_id');
  await listIndex(db, 'offer', 'task_id');
  await listIndex(db, 'offer', 'agent_id');
}

async function decisionTables(db: Kysely<unknown>): Promise<void> {
  await listedTable(db, 'decision')
    .addColumn('decision_id', 'text', (column) => column.notNull())
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('task_id', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('record', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('decision_key', ['tenant_id', 'decision_id'])
    .execute();
  await listIndex(db, 'decision', null);
  await listIndex(db, 'decision', 'service_id');
  await listIndex(db, 'decision', 'task_id');
  await listedTable(db, 'audit')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('by_id', 'text')
    .addColumn('change', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('audit_key', ['tenant_id', 'seq', 'position'])
    .execute();
}

/** What explanations of the past look for: the row of an instant, and a snapshot shortly before. */
async function thePast(db: Kysely<unknown>): Promise<void> {
  // Their text was another one; the journal has everything.
  await db.deleteFrom('snapshot' as never).execute();
  await db.schema
    .createIndex('journal_by_recorded_at')
    .on('journal')
    .columns(['tenant_id', 'recorded_at', 'seq'])
    .execute();
  for (const column of ['at', 'entries']) {
    await db.schema
      .alterTable('snapshot')
      .addColumn(column, 'bigint', (definition) => definition.notNull().defaultTo(0))
      .execute();
  }
}

/** Who made a person shown as what; snapshots of the state before leases are made anew. */
async function presenceLedger(db: Kysely<unknown>): Promise<void> {
  await db.deleteFrom('snapshot' as never).execute();
  await listedTable(db, 'presence_entry')
    .addColumn('agent_id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('change', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('presence_entry_key', ['tenant_id', 'seq', 'position'])
    .execute();
  await listIndex(db, 'presence_entry', 'agent_id');
}

/** Whom mails reach who is not in the directory, and where agents are while they call for help. */
async function emergencies(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('person').addColumn('mail_index', 'text').execute();
  await db.schema
    .createIndex('person_by_mail_index')
    .on('person')
    .unique()
    .columns(['tenant_id', 'mail_index'])
    .execute();
  await table(db, 'emergency_place')
    .addColumn('agent_id', 'text', (column) => column.notNull())
    .addColumn('sealed_place', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('emergency_place_key', ['tenant_id', 'agent_id'])
    .execute();
}

/** The ledger tells of a presence once Graph has taken or refused it; until then it waits here. */
async function presenceAsked(db: Kysely<unknown>): Promise<void> {
  await table(db, 'presence_asked')
    .addColumn('effect_id', 'text', (column) => column.notNull())
    .addColumn('agent_id', 'text', (column) => column.notNull())
    .addColumn('asked', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('presence_asked_key', ['tenant_id', 'effect_id'])
    .execute();
}

/** How long the reading took that confirmed a presence before the agent was rung. */
async function confirmedOffers(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('offer').addColumn('confirmed_in_ms', 'integer').execute();
}

function table(db: Kysely<unknown>, name: string): CreateTableBuilder<string, string> {
  return db.schema.createTable(name).addColumn('tenant_id', 'text', (column) => column.notNull());
}

/** A table whose rows are listed in the journal's order. */
function listedTable(db: Kysely<unknown>, name: string): CreateTableBuilder<string, string> {
  return table(db, name)
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull());
}

/** One for each way in which lists are asked for; `null` is for the list of everything. */
async function listIndex(db: Kysely<unknown>, name: string, by: string | null): Promise<void> {
  await db.schema
    .createIndex(by === null ? `${name}_in_order` : `${name}_by_${by}`)
    .on(name)
    .columns(['tenant_id', ...(by === null ? [] : [by]), 'seq', 'position'])
    .execute();
}
