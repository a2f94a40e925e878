/** An emergency in names and instants, as screens and cards show it. */
import type { EmergencyShown } from '@rufwerk/engine/api';
import { type EmergencyView, type Language, type PersonId, statusText } from '@rufwerk/engine/core';
import type { People } from '@rufwerk/engine/ports';
import { instant, instantOrNull, personShown } from '../api/shown.ts';

/** `location`: as Teams told it, for readers who may see it; null for all others. */
export function emergencyShown(
  people: Pick<People, 'find'>,
  view: EmergencyView,
  language: Language,
  location: string | null,
): EmergencyShown {
  const nameOf = (id: PersonId): string => personShown(people, id).name;
  // Somebody outside has no Teams that could ring.
  const ringing = (ids: readonly PersonId[]): PersonId[] =>
    ids.filter((id) => people.find(id)?.entraId != null);
  const { callback, shownInstead } = view;
  const rung = ringing(view.rungForCallback);
  return {
    ...{ id: view.emergencyId, isDrill: view.isDrill, call: view.call, location },
    agent: personShown(people, view.agentId),
    startedAt: instant(view.startedAt),
    dialledAt: instant(view.dialledAt),
    shownUntil: instant(view.shownUntilAt),
    endIsTold: view.endIsTold,
    until: instant(view.untilAt),
    callback: {
      path: callback.path,
      number: callback.path === 'pool' ? callback.number : null,
      rung: (rung.length > 0 ? rung : ringing(view.standInsForCallback)).map(nameOf),
    },
    notices: view.notices.map(({ contactId, channel, state, retryAt, because }) => ({
      ...{ contact: nameOf(contactId), channel, state, retryAt: instantOrNull(retryAt), because },
    })),
    shownInstead: shownInstead === null ? null : statusText(shownInstead.activity, language),
    ownDoNotDisturb: view.ownDoNotDisturb,
  };
}
