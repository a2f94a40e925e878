/** From ids and instants inside to names and ISO 8601 on screens. */
import type { Person } from '@rufwerk/engine/api';
import type { Configuration, Language, PersonId, ServiceId, TimeOf } from '@rufwerk/engine/core';
import type { People } from '@rufwerk/engine/ports';

/** ISO 8601 in UTC. */
export function instant(at: number): string {
  return new Date(at).toISOString();
}

export function instantOrNull(at: number | null): string | null {
  return at === null ? null : instant(at);
}

/** The clock of the tenant's time zone, with seconds: for sentences that no screen completes. */
export function clockOf(configuration: Configuration | null, language: Language): TimeOf {
  return instantsOf(configuration, language, { timeStyle: 'medium' });
}

/** The same with the day, for what may be days ago. */
export function dayAndClockOf(configuration: Configuration | null, language: Language): TimeOf {
  return instantsOf(configuration, language, { dateStyle: 'short', timeStyle: 'medium' });
}

function instantsOf(
  configuration: Configuration | null,
  language: Language,
  style: Intl.DateTimeFormatOptions,
): TimeOf {
  const timeZone = configuration?.timeZone ?? 'UTC';
  const locale = language === 'en' ? 'en-GB' : 'de-CH';
  const format = new Intl.DateTimeFormat(locale, { ...style, timeZone });
  return (at) => format.format(at);
}

type Names = Pick<People, 'find'>;

export function personShown(people: Names, id: PersonId): Person {
  return { id, name: callerShown(people, id) };
}

export function personOrNull(people: Names, id: PersonId | null): Person | null {
  return id === null ? null : personShown(people, id);
}

/** A caller's name, else the number; empty where neither is known, which screens put in words. */
export function callerShown(people: Names, id: PersonId): string {
  const person = people.find(id);
  return person?.displayName || person?.phone || '';
}

export function serviceNameShown(configuration: Configuration | null, id: ServiceId): string {
  // A service that was removed since is still named by the decisions about it.
  return configuration?.services.find((service) => service.id === id)?.name ?? id;
}
