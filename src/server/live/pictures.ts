/** What is true now for one reader, as the events that a stream tells. */
import type { LiveEvent } from '@rufwerk/engine/api';
import { serviceView, type TaskId } from '@rufwerk/engine/core';
import type { DecisionRow } from '@rufwerk/engine/ports';
import { agentWork } from '../api/agentWork.ts';
import { emergenciesOf } from '../api/callerIdAsked.ts';
import { summaryShown } from '../api/decisionShown.ts';
import { maySee } from '../api/decisions.ts';
import type { ApiParts } from '../api/parts.ts';
import { detailShown } from '../api/serviceShown.ts';
import { tilesFor } from '../api/services.ts';
import type { Reader } from '../session/reader.ts';
import type { Listener } from './stream.ts';

/** The newest decisions of a call; a call that was offered more often than this is an exception. */
const DECISIONS_OF_TASK_MAX = 10;

/** Everything but decisions, in the order in which a screen is built. */
export async function picturesFor(
  parts: ApiParts,
  { reader, serviceId, language }: Listener,
): Promise<LiveEvent[]> {
  const events: LiveEvent[] = [];
  const { version } = parts.configuration.current();
  events.push({ event: 'configuration', data: { version } });
  if (reader.isAgent()) {
    const work = await agentWork(parts, reader.personId, language);
    if (work !== null) events.push({ event: 'my-work', data: work });
  }
  // Contacts need no role for it.
  events.push({ event: 'emergencies', data: await emergenciesOf(parts, reader, language) });
  if (reader.roles().some((role) => role !== 'agent')) {
    events.push({ event: 'services', data: await tilesFor(parts, reader) });
  }
  if (serviceId !== null && reader.oversees(serviceId)) {
    const view = await parts.runtime.read((state, at) => serviceView(state, serviceId, at));
    if (view !== null) events.push({ event: 'service', data: detailShown(view, parts.people) });
  }
  return events;
}

export interface TouchedDecision {
  readonly event: Extract<LiveEvent, { readonly event: 'decision' }>;
  isFor(reader: Reader): boolean;
}

/** The decisions about these calls as they are now, oldest first. */
export async function decisionsAbout(
  parts: ApiParts,
  taskIds: Iterable<TaskId>,
): Promise<TouchedDecision[]> {
  const touched: TouchedDecision[] = [];
  for (const taskId of taskIds) {
    const { items } = await parts.tables.listDecisions({ taskId, limit: DECISIONS_OF_TASK_MAX });
    for (const row of items.toReversed()) {
      const data = await summaryShown(parts, row);
      touched.push({ event: { event: 'decision', data }, isFor: isFor(row) });
    }
  }
  return touched;
}

function isFor(row: DecisionRow): (reader: Reader) => boolean {
  return (reader) => maySee(reader, row);
}
