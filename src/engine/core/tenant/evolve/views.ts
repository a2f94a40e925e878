/** What facts about the views of services change. */
import type { FactOf } from '../facts.ts';
import type { TenantState } from '../state.ts';

export function viewFact(state: TenantState, fact: FactOf<'ViewChanged' | 'ViewsDue'>): void {
  if (fact.type === 'ViewsDue') {
    state.viewsDueAt = fact.dueAt;
    if (fact.dueAt !== null) state.deadlines.push({ at: fact.dueAt, kind: 'views', id: 'views' });
    return;
  }
  if (fact.view === 'degraded') state.degradedViews.set(fact.serviceId, fact.at);
  else state.degradedViews.delete(fact.serviceId);
}
