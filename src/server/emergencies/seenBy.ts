/**
 * Whose emergencies a person sees: those of agents of the services that the person oversees, and
 * those that the person is a contact of. The location is for those who are told, for they help
 * (DEC-9).
 */
import type { Emergencies } from '@rufwerk/engine/api';
import {
  type EmergencyView,
  emergencyViews,
  type Language,
  type PersonId,
  type TenantState,
} from '@rufwerk/engine/core';
import type { ApiParts } from '../api/parts.ts';
import type { Reader } from '../session/reader.ts';
import { emergencyShown } from './shown.ts';

type Parts = Pick<ApiParts, 'runtime' | 'people' | 'emergencyPlaces'>;

/** Those under way, the oldest first; their own emergency agents see in their work. */
export async function emergenciesFor(
  { runtime, people, emergencyPlaces }: Parts,
  reader: Reader,
  language: Language,
): Promise<Emergencies> {
  const seen = await runtime.read((state) => seenBy(state, reader));
  const emergencies = seen.map(async ({ view, isTold }) => {
    const place = isTold ? await emergencyPlaces.get(view.agentId) : null;
    return emergencyShown(people, view, language, place?.line ?? null);
  });
  return { emergencies: await Promise.all(emergencies) };
}

interface SeenEmergency {
  readonly view: EmergencyView;
  readonly isTold: boolean;
}

function seenBy(state: Readonly<TenantState>, reader: Reader): SeenEmergency[] {
  if (state.emergencies.size === 0) return [];
  return emergencyViews(state).flatMap((view) => {
    const { agentId } = view;
    if (agentId === reader.personId) return [];
    const isTold = toldOf(state, view).has(reader.personId);
    const services = state.agents.get(agentId)?.services ?? [];
    const isOverseen = services.some(({ settings }) => reader.oversees(settings.id));
    return isTold || isOverseen ? [{ view, isTold }] : [];
  });
}

/** Whoever gets the card: supervisors, without any the administrators, and the contacts. */
function toldOf(
  { agents, configuration }: Readonly<TenantState>,
  { agentId, notices, rungForCallback }: EmergencyView,
): ReadonlySet<PersonId> {
  const services = agents.get(agentId)?.services ?? [];
  const supervisors = services.flatMap(({ settings }) => settings.supervisors);
  const administrators = configuration?.administrators ?? [];
  return new Set([
    ...(supervisors.length === 0 ? administrators : supervisors),
    ...notices.map(({ contactId }) => contactId),
    ...rungForCallback,
  ]);
}
