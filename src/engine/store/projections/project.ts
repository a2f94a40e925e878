/**
 * Folds the facts of a flush into the read tables, within the transaction that writes the journal.
 */
import type { Transaction } from 'kysely';
import type { Fact } from '@rufwerk/engine/core';
import type { Flush } from '@rufwerk/engine/ports';
import type { Tables } from '../tables.ts';
import { projectAudit } from './audit.ts';
import { projectCall } from './calls.ts';
import { projectDecision } from './decisions.ts';
import { projectOffer } from './offers.ts';
import { projectPresenceEntry } from './presenceEntries.ts';
import type { Projecting } from './projecting.ts';

export async function project(transaction: Transaction<Tables>, flush: Flush): Promise<void> {
  const { tenantId, seq } = flush;
  let position = 0;
  for (const entry of flush.entries) {
    for (const fact of entry.facts) {
      await projectFact({ transaction, tenantId, place: { seq, position } }, fact);
      position += 1;
    }
  }
}

async function projectFact(projecting: Projecting, fact: Fact): Promise<void> {
  await projectCall(projecting, fact);
  await projectOffer(projecting, fact);
  await projectDecision(projecting, fact);
  await projectAudit(projecting, fact);
  await projectPresenceEntry(projecting, fact);
}
