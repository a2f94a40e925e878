import type { PersonId, ServiceId } from '@rufwerk/engine/core';
import type { People } from '@rufwerk/engine/ports';
import type { Detail } from '../cards/telling.ts';

/** What the configuration in force makes of a person. */
export interface Responsibility {
  readonly administers: boolean;
  readonly serves: ReadonlySet<ServiceId>;
  readonly supervises: ReadonlySet<ServiceId>;
}

/** Which services a person may ask about. */
export type VisibleServices = 'all' | ReadonlySet<ServiceId>;

/** Someone who writes to the bot, with what they may see at this moment. */
export interface Asker {
  readonly personId: PersonId | null;
  readonly visible: VisibleServices;
}

const nothing: ReadonlySet<ServiceId> = new Set();

export interface AskerOptions {
  readonly people: Pick<People, 'findByEntraId'>;
  readonly responsibilityOf: (personId: PersonId) => Responsibility;
}

/** Administrators see all services, supervisors and agents their own; everybody else none. */
export function askerOf({ people, responsibilityOf }: AskerOptions, entraId: string | null): Asker {
  const person = entraId === null ? null : people.findByEntraId(entraId);
  if (person === null) return { personId: null, visible: nothing };
  const { administers, serves, supervises } = responsibilityOf(person.id);
  const visible = administers ? 'all' : new Set([...supervises, ...serves]);
  return { personId: person.id, visible };
}

export function sees({ visible }: Asker, serviceId: ServiceId): boolean {
  return visible === 'all' || visible.has(serviceId);
}

export function seesAnything({ visible }: Asker): boolean {
  return visible === 'all' || visible.size > 0;
}

/** Supervisors are told everything of their services, colleagues names and reasons. */
export function detailFor(
  { responsibilityOf }: AskerOptions,
  { personId }: Asker,
  serviceId: ServiceId,
): Detail {
  if (personId === null) return 'colleague';
  const { administers, supervises } = responsibilityOf(personId);
  return administers || supervises.has(serviceId) ? 'full' : 'colleague';
}
