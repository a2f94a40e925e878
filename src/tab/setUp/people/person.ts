import type { ConfigurationForm } from '../editing/form.ts';
import { entries, type Setting, withEntry } from '../editing/setting.ts';

export type PersonForm = ConfigurationForm['agents'][number];

/** The entry of a person; for whom has none yet, one that is added with the first change. */
export function personIn(agents: Setting<readonly PersonForm[]>, id: string): Setting<PersonForm> {
  const known = entries(agents).find(({ value }) => isSamePerson(value.id, id));
  if (known !== undefined) return known;
  return {
    field: `${agents.field}[${agents.value.length}]`,
    value: {
      id,
      skills: [],
      profiles: [],
      lots: 1,
      emergency: { contacts: [], callback: 'own-number', country: null },
    },
    set: (person) => agents.set(withEntry(agents.value, person)),
  };
}

/** User principal names are the same in any case. */
export function isSamePerson(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
