/** Why an announcement is not taken or not deleted, in words. */
import { UPLOADED_MAX } from '../announcements/library.ts';
import { conflict, type Refusal, type SaidRule } from '../http/problem.ts';

export const ANNOUNCEMENT = {
  badName: { en: 'The name cannot be taken', de: 'Der Name geht nicht' },
  unplayable: { en: 'The sound cannot be played', de: 'Der Ton lässt sich nicht abspielen' },
} as const;

export function nameProblem(name: string): SaidRule {
  return {
    field: 'name',
    rule: {
      en: `"${name}" is no name: lower case letters, digits and hyphens make one, at most 63.`,
      de: `«${name}» ist kein Name: höchstens 63 Kleinbuchstaben, Ziffern und Bindestriche.`,
    },
    mend: {
      en: 'Choose another name, such as "summer-greeting".',
      de: 'Wählen Sie einen anderen Namen, etwa «summer-greeting».',
    },
  };
}

export const noRoom = conflict(
  { en: 'There is no room', de: 'Es hat keinen Platz' },
  {
    en: `${UPLOADED_MAX} announcements are kept at most.`,
    de: `Höchstens ${UPLOADED_MAX} Ansagen werden aufbewahrt.`,
  },
  {
    en: 'Delete one that is not used any more.',
    de: 'Löschen Sie eine, die nicht mehr gebraucht wird.',
  },
);

const NOT_DELETED = { en: 'It cannot be deleted', de: 'Sie kann nicht gelöscht werden' };

export function builtInStays(name: string): Refusal {
  return conflict(
    NOT_DELETED,
    { en: 'A built-in announcement stays.', de: 'Eine eingebaute Ansage bleibt.' },
    {
      en: `Upload your own as "${name}" to replace it.`,
      de: `Laden Sie eine eigene als «${name}» hoch, um sie zu ersetzen.`,
    },
  );
}

/** @param uses fields of the configuration; the first few are told */
export function stillUsed(name: string, uses: readonly string[]): Refusal {
  const [field = ''] = uses;
  const where = uses.slice(0, 10).join(', ');
  const refusal = conflict(
    { en: 'It is still used', de: 'Sie wird noch gebraucht' },
    {
      en: `The configuration plays "${name}" at ${where}.`,
      de: `Die Konfiguration spielt «${name}» bei ${where}.`,
    },
    {
      en: 'Name another announcement there first.',
      de: 'Nennen Sie dort zuerst eine andere Ansage.',
    },
  );
  return { ...refusal, problem: { ...refusal.problem, field } };
}
