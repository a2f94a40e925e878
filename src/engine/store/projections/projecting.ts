import type { Transaction } from 'kysely';
import type { TenantId } from '@rufwerk/engine/core';
import type { Place, Tables } from '../tables.ts';

/** What the projection of one fact works with. */
export interface Projecting {
  readonly transaction: Transaction<Tables>;
  readonly tenantId: TenantId;
  readonly place: Place;
}
