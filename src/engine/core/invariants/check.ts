/**
 * All invariants over the whole state, from scratch: for simulated worlds and for doubts. What a
 * step touched is checked by `touched.ts` as it goes.
 */
import type { TenantState } from '../tenant/state.ts';
import { checkAgent } from './agents.ts';
import type { Breach } from '../tenant/breach.ts';
import { checkCallers } from './callers.ts';
import { checkEmergencies } from './emergencies.ts';
import { checkIndexes } from './indexes.ts';
import { checkMatches } from './matches.ts';
import { checkOffer } from './offers.ts';
import { checkTask } from './tasks.ts';

/** Empty when the state is sound. */
export function checkAll(state: Readonly<TenantState>): Breach[] {
  return [
    ...[...state.agents.values()].flatMap((agent) => checkAgent(state, agent)),
    ...[...state.offers.values()].flatMap((offer) => checkOffer(state, offer)),
    ...[...state.tasks.values()].flatMap((task) => checkTask(state, task)),
    ...[...state.services.values()].flatMap((service) => checkMatches(state, service)),
    ...[...state.services.values()].flatMap((service) => checkCallers(state, service)),
    ...checkEmergencies(state),
    ...checkIndexes(state),
  ];
}
