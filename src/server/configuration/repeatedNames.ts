/**
 * Services that people could not tell apart: lists, cards and announcements show the name alone.
 * The core decides by id and does not mind.
 */
import type { ConfigurationDraft, ConfigurationProblem, Language } from '@rufwerk/engine/core';

type Service = NonNullable<ConfigurationDraft['services']>[number];

/** A problem at each service that bears the name of another, in capitals or not. */
export function repeatedNames(
  { services = [] }: Pick<ConfigurationDraft, 'services'>,
  language: Language,
): ConfigurationProblem[] {
  const firsts = new Map<string, Service>();
  const seconds = new Map<string, Service>();
  for (const service of services) {
    const key = service.name.toLowerCase();
    if (!firsts.has(key)) firsts.set(key, service);
    else if (!seconds.has(key)) seconds.set(key, service);
  }
  return services.flatMap((service, index) => {
    const key = service.name.toLowerCase();
    const other = firsts.get(key) === service ? seconds.get(key) : firsts.get(key);
    if (other === undefined) return [];
    return [{ field: `services[${index}].name`, ...words(other)[language] }];
  });
}

function words({ id, name }: Service): Record<Language, Omit<ConfigurationProblem, 'field'>> {
  return {
    en: {
      rule: `The service "${id}" is called "${name}" already.`,
      mend: 'Give one of the two another name.',
    },
    de: {
      rule: `Der Service «${id}» heisst schon «${name}».`,
      mend: 'Geben Sie einem der beiden einen anderen Namen.',
    },
  };
}
