/**
 * Flushes made of what the core really decides, so that the read tables are tried with real facts.
 */
import type { TenantId } from '@rufwerk/engine/core';
import type { Flush } from '@rufwerk/engine/ports';
import { PlayedTenant } from '../core/playedTenant.ts';

/** A played tenant that hands out what happened since the last time as one flush. */
export class FlushingTenant extends PlayedTenant {
  readonly #tenantId: TenantId;
  #seq = 0;
  #flushedEntries = 0;

  constructor(tenantId: TenantId) {
    super();
    this.#tenantId = tenantId;
  }

  flush(): Flush {
    this.#seq += 1;
    const entries = this.journal.slice(this.#flushedEntries);
    this.#flushedEntries = this.journal.length;
    const { now: recordedAt } = this;
    return { tenantId: this.#tenantId, seq: this.#seq, recordedAt, entries };
  }
}
