/** What a tenant's part of the store is made of. */
import type { Kysely } from 'kysely';
import type { TenantId } from '@rufwerk/engine/core';
import type { DataKeys } from './people/dataKeys.ts';
import type { OpenedFile } from './sqlite.ts';
import type { Tables } from './tables.ts';

export interface TenantStoreParts {
  readonly db: Kysely<Tables>;
  readonly readNow: OpenedFile['readNow'];
  readonly keys: DataKeys;
  readonly tenantId: TenantId;
}
