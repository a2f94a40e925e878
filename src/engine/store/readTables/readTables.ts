/** The read tables behind the `ReadTables` port. */
import type { Kysely } from 'kysely';
import type { TenantId } from '@rufwerk/engine/core';
import type { ReadTables } from '@rufwerk/engine/ports';
import type { Tables } from '../tables.ts';
import { listAudit } from './audit.ts';
import { findCall, listCalls } from './calls.ts';
import { findDecision, listDecisions } from './decisions.ts';
import { listOffers, listOffersOfAgent } from './offers.ts';
import { listPresenceEntries } from './presenceEntries.ts';

export function readTablesOf(db: Kysely<Tables>, tenantId: TenantId): ReadTables {
  return {
    findCall: (taskId) => findCall(db, tenantId, taskId),
    listCalls: (query) => listCalls(db, tenantId, query),
    listOffers: (taskId) => listOffers(db, tenantId, taskId),
    listOffersOfAgent: (agentId, sinceAt, limit) =>
      listOffersOfAgent(db, tenantId, { agentId, sinceAt, limit }),
    findDecision: (decisionId) => findDecision(db, tenantId, decisionId),
    listDecisions: (query) => listDecisions(db, tenantId, query),
    listAudit: (query) => listAudit(db, tenantId, query),
    listPresenceEntries: (agentId, limit) => listPresenceEntries(db, tenantId, { agentId, limit }),
  };
}
