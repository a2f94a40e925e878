/**
 * Decisions: who was rung and why, for agents of the service, its supervisors and administrators.
 */
import { decisionSchema, decisionsPageSchema } from '@rufwerk/engine/api';
import { asId, type DecisionId, type ServiceId, type TaskId } from '@rufwerk/engine/core';
import type { DecisionRow, Page, ReadTables } from '@rufwerk/engine/ports';
import { z } from 'zod';
import { answered } from '../http/answer.ts';
import { operation, type Operation } from '../http/operation.ts';
import { ASK_A_SUPERVISOR, forbidden, gone, unknown } from '../http/problem.ts';
import type { Reader } from '../session/reader.ts';
import { decisionShown, summaryShown } from './decisionShown.ts';
import type { ApiParts } from './parts.ts';

const querySchema = z.strictObject({
  service: z.string().max(63).optional().describe('Only decisions of this service'),
  task: z.string().max(200).optional().describe('Only decisions about this call'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional().describe('`next` of the page before'),
});

/** A reader of few services may have to look far back; not further than this at once. */
const PAGES_AT_ONCE_MAX = 5;

export function decisionOperations(parts: ApiParts): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/api/v1/decisions',
      summary: 'Decisions that the reader may see, newest first',
      query: querySchema,
      answer: decisionsPageSchema,
      perform: async ({ reader, query }) => {
        const page = await visiblePage(parts.tables, reader, query);
        const items = await Promise.all(page.items.map((row) => summaryShown(parts, row)));
        return answered({ items, next: page.next });
      },
    }),
    operation({
      method: 'get',
      path: '/api/v1/decisions/:id',
      summary: 'One decision with all its reasons',
      answer: decisionSchema,
      perform: async ({ reader, params, language }) => {
        const row = await parts.tables.findDecision(asId<DecisionId>(params.id ?? ''));
        if (row === null) return unknown('The decision');
        if (!maySee(reader, row)) return notYours;
        const explanation = await parts.runtime.explain(row.decisionId);
        if (!explanation.ok) return notExplained[explanation.cause];
        return answered(await decisionShown(parts, row, explanation.record, language));
      },
    }),
  ];
}

const notExplained = {
  unknown: unknown('The decision'),
  'journal-gone': gone(
    {
      en: 'The journal that the decision was taken from is no longer kept.',
      de: 'Das Journal, aus dem entschieden wurde, wird nicht mehr aufbewahrt.',
    },
    {
      en: 'Look at the list: what the decision kept of itself stands there.',
      de: 'Sehen Sie in die Liste: was die Entscheidung von sich behielt, steht dort.',
    },
  ),
  'digest-differs': gone(
    {
      en: 'Deciding again gave another result than the one recorded, so it is not shown.',
      de: 'Nochmals entschieden ergab sich etwas anderes als aufgezeichnet; das wird nicht gezeigt.',
    },
    {
      en: 'Tell the people who run Rufwerk: the log names the decision.',
      de: 'Sagen Sie es denen, die Rufwerk betreiben: das Log nennt die Entscheidung.',
    },
  ),
} as const;

const notYours = forbidden(
  {
    en: 'A decision is seen by the agents and supervisors of its service and by administrators.',
    de: 'Eine Entscheidung sehen Agenten und Supervisoren ihres Service und Administratoren.',
  },
  ASK_A_SUPERVISOR,
);

/** Agents may know why they or their colleagues were rung. */
export function maySee(reader: Reader, { serviceId }: { readonly serviceId: ServiceId }): boolean {
  return reader.oversees(serviceId) || reader.serves(serviceId);
}

async function visiblePage(
  tables: ReadTables,
  reader: Reader,
  query: z.output<typeof querySchema>,
): Promise<Page<DecisionRow>> {
  let cursor = query.cursor;
  for (let pages = 1; ; pages += 1) {
    const page = await tables.listDecisions({
      limit: query.limit,
      ...(query.service === undefined ? {} : { serviceId: asId<ServiceId>(query.service) }),
      ...(query.task === undefined ? {} : { taskId: asId<TaskId>(query.task) }),
      ...(cursor === undefined ? {} : { cursor }),
    });
    const items = page.items.filter((row) => maySee(reader, row));
    const isEnough = items.length > 0 || page.next === null || pages === PAGES_AT_ONCE_MAX;
    if (isEnough) return { items, next: page.next };
    cursor = page.next ?? undefined;
  }
}
