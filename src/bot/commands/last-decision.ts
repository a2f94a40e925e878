import type { ReadTables, DecisionRow } from '@rufwerk/engine/ports';
import type { VisibleServices } from './asker.ts';

/** Nobody watches more services by chat; whoever could is an administrator and sees all at once. */
const SERVICES_MAX = 100;

/** The newest decision in the services, or null when there is none yet. */
export async function findLastDecision(
  tables: Pick<ReadTables, 'listDecisions'>,
  visible: VisibleServices,
): Promise<DecisionRow | null> {
  if (visible === 'all') {
    const { items } = await tables.listDecisions({ limit: 1 });
    return items[0] ?? null;
  }
  const pages = await Promise.all(
    [...visible]
      .slice(0, SERVICES_MAX)
      .map((serviceId) => tables.listDecisions({ serviceId, limit: 1 })),
  );
  const newest = pages.flatMap(({ items }) => items).sort((left, right) => right.at - left.at);
  return newest[0] ?? null;
}
