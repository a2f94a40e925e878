/** Drills as the house keeps them: who records, where, and what signs. */
import type { Log, TenantStore } from '@rufwerk/engine/ports';
import { DrillArchive } from './archive.ts';
import type { DrillParts } from './operations.ts';
import { DrillRecorder, type DrillRecorderParts } from './recorder.ts';
import { DrillKey } from './report.ts';

export interface Drills extends DrillParts {
  readonly recorder: DrillRecorder;
}

export function openDrills(parts: {
  readonly tenantId: string;
  readonly tenant: Pick<TenantStore, 'notes' | 'secrets' | 'readJournal'>;
  readonly runtime: DrillRecorderParts['runtime'];
  readonly log: Log;
}): Drills {
  const { tenantId, tenant, runtime, log } = parts;
  const recorder = DrillRecorder.start({
    ...{ runtime, log, archive: new DrillArchive(tenant.notes) },
    readJournal: (afterSeq) => tenant.readJournal(afterSeq),
  });
  return { tenantId, recorder, key: new DrillKey(tenant.secrets) };
}
