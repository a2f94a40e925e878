/** A service that is not there yet: a part of the configuration that saving adds at its end. */
import { serviceSchema } from '@rufwerk/engine/core';
import type { ServiceForm } from '../editing/form.ts';
import type { Part, ServiceContent } from '../editing/part.ts';

/** As the schema has it for who says nothing else; the names are for the administrator to give. */
const USUAL: ServiceForm = {
  ...serviceSchema.parse({ id: 'new', name: 'new', resourceAccount: 'new' }),
  ...{ id: '', name: '', resourceAccount: '' },
};

const { presence, ...BLANK } = USUAL;

export const newServicePart: Part<ServiceContent> = {
  key: 'new-service',
  isNew: true,
  field: ({ services }) => `services[${services.length - 1}]`,
  read: () => BLANK,
  write: (configuration, content) => ({
    ...configuration,
    services: [...configuration.services, { presence, ...content }],
  }),
};

/** The short name follows the name until the administrator chooses another. */
export function named(
  service: ServiceContent,
  name: string,
  takenIds: readonly string[],
): ServiceContent {
  const follows = service.id === '' || service.id === proposedId(service.name, takenIds);
  return { ...service, name, id: follows ? proposedId(name, takenIds) : service.id };
}

const LONGEST = 63;

/** Letters that lose more than an accent on the way to a to z. */
const SPELLED: Readonly<Record<string, string>> = {
  ...{ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' },
  ...{ æ: 'ae', œ: 'oe', ø: 'o', ł: 'l' },
};

/**
 * A short name made of the name, which no other service has; empty where nothing of the name can
 * stand in one.
 */
export function proposedId(name: string, takenIds: readonly string[]): string {
  const spelled = name.toLowerCase().replaceAll(/[äöüßæœøł]/g, (letter) => SPELLED[letter] ?? '');
  const words = spelled
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/);
  const id = shortened(words.filter((word) => word !== '').join('-'), LONGEST);
  if (id === '' || !takenIds.includes(id)) return id;
  const numbers = takenIds.map((_, index) => `-${index + 2}`);
  const candidates = numbers.map((number) => `${shortened(id, LONGEST - number.length)}${number}`);
  return candidates.find((candidate) => !takenIds.includes(candidate)) ?? id;
}

function shortened(id: string, length: number): string {
  return id.slice(0, length).replace(/-$/, '');
}
