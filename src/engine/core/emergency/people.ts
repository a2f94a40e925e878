/**
 * Who is told of an agent's emergency, and who is rung for its callback (EMG-18, EMG-20, DEC-7).
 */
import type { PersonId } from '../ids.ts';
import type { TenantState } from '../tenant/state.ts';

/** Told in every way: the agent's own contacts, those of the services, those of everybody. */
export function contactsOf(state: Readonly<TenantState>, agentId: PersonId): readonly PersonId[] {
  const agent = state.agents.get(agentId);
  return without(agentId, [
    ...(agent?.settings?.emergency?.contacts ?? []),
    ...(agent?.services ?? []).flatMap(({ settings }) => settings.emergencyContacts ?? []),
    ...(state.configuration?.emergency?.contacts ?? []),
  ]);
}

/** Shown the card: the supervisors of the agent's services; without any, the administrators. */
export function supervisorsOf(
  state: Readonly<TenantState>,
  agentId: PersonId,
): readonly PersonId[] {
  const services = state.agents.get(agentId)?.services ?? [];
  const supervisors = services.flatMap(({ settings }) => settings.supervisors);
  const administrators = state.configuration?.administrators ?? [];
  return without(agentId, supervisors.length === 0 ? administrators : supervisors);
}

/** Rung for a callback: the contacts; without any, whoever sees the card. */
export function rungForCallback(
  state: Readonly<TenantState>,
  agentId: PersonId | null,
): readonly PersonId[] {
  if (agentId === null) {
    const { emergency, administrators } = state.configuration ?? {};
    const contacts = emergency?.contacts ?? [];
    return contacts.length > 0 ? contacts : (administrators ?? []);
  }
  const contacts = contactsOf(state, agentId);
  return contacts.length > 0 ? contacts : supervisorsOf(state, agentId);
}

/**
 * Rung for a callback where none of `known` can be: the supervisors, and where these cannot either,
 * the administrators. Nobody, where everybody is known already.
 */
export function standInsForCallback(
  state: Readonly<TenantState>,
  holderId: PersonId | null,
  known: readonly PersonId[],
): readonly PersonId[] {
  const administrators = state.configuration?.administrators ?? [];
  const groups =
    holderId === null
      ? [administrators]
      : [supervisorsOf(state, holderId), without(holderId, administrators)];
  const unknown = groups.map((group) => group.filter((id) => !known.includes(id)));
  return unknown.find((group) => group.length > 0) ?? [];
}

function without(agentId: PersonId, ids: readonly PersonId[]): readonly PersonId[] {
  return [...new Set(ids)].filter((id) => id !== agentId);
}
