/**
 * The state as plain JSON and back. Indexes are rebuilt, everything else is written as it stands.
 */
import { DeadlineHeap } from './deadlines.ts';
import { emptyState, type TenantState } from './state.ts';

/** Tags for what JSON has no form of. */
type Tagged = { readonly $map: [unknown, unknown][] } | { readonly $set: unknown[] };

export function asJson(state: Readonly<TenantState>): unknown {
  const { deadlines: _index, ...rest } = state;
  return plain(rest);
}

export function fromJson(json: unknown): TenantState {
  const state: TenantState = {
    ...emptyState(),
    ...(revived(json) as Partial<TenantState>),
    deadlines: new DeadlineHeap(),
  };
  indexDeadlines(state);
  return state;
}

function plain(value: unknown): unknown {
  if (value instanceof Map) {
    return { $map: [...value].map(([key, inner]) => [plain(key), plain(inner)]) };
  }
  if (value instanceof Set) return { $set: [...value].map(plain) };
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived);
  if (value === null || typeof value !== 'object') return value;
  if (isTagged(value)) {
    return '$map' in value
      ? new Map(value.$map.map(([key, inner]) => [revived(key), revived(inner)]))
      : new Set(value.$set.map(revived));
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revived(inner)]));
}

function isTagged(value: object): value is Tagged {
  return '$map' in value || '$set' in value;
}

function indexDeadlines(state: TenantState): void {
  const { deadlines } = state;
  for (const { id, dueAt } of state.offers.values()) {
    deadlines.push({ at: dueAt, kind: 'offer', id });
  }
  for (const { id, pause, afterCallWorkUntilAt } of state.agents.values()) {
    if (pause !== null) deadlines.push({ at: pause.untilAt, kind: 'pause', id });
    if (afterCallWorkUntilAt !== null) {
      deadlines.push({ at: afterCallWorkUntilAt, kind: 'after-call-work', id });
    }
  }
  for (const { id, checkAt, keepAliveAt, inferUntilAt } of state.tasks.values()) {
    if (checkAt !== null) deadlines.push({ at: checkAt, kind: 'check', id });
    if (keepAliveAt !== null) deadlines.push({ at: keepAliveAt, kind: 'keep-alive', id });
    if (inferUntilAt !== null) deadlines.push({ at: inferUntilAt, kind: 'infer', id });
  }
}
