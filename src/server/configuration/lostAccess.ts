/** Administrators who are about to lock themselves out, unawares. */
import {
  type ConfigurationDraft,
  type ConfigurationProblem,
  inLanguage,
  type Language,
  type PersonId,
} from '@rufwerk/engine/core';
import type { Reader } from '../session/reader.ts';

/** A warning when the file takes from its author what Microsoft Entra does not give. */
export function lostAccess(
  reader: Pick<Reader, 'personId' | 'hasAppRole'>,
  { administrators = [] }: Pick<ConfigurationDraft, 'administrators'>,
  personOf: (name: string) => PersonId | null,
  language: Language,
): ConfigurationProblem[] {
  if (reader.hasAppRole('administrator')) return [];
  if (administrators.some((name) => personOf(name) === reader.personId)) return [];
  const rule = administrators.length === 0 ? NOBODY_LEFT : NOT_YOU;
  return [inLanguage({ field: 'administrators', rule, mend: STAY }, language)];
}

const NOT_YOU = {
  en: 'You are not among them: you could not see or change the configuration any more.',
  de: 'Sie sind nicht darunter: Sie könnten die Konfiguration nicht mehr sehen und ändern.',
};

const NOBODY_LEFT = {
  en: 'Nobody is named: only the app role Administrator in Microsoft Entra would let people in.',
  de: 'Niemand ist genannt: Nur die App-Rolle Administrator in Microsoft Entra gäbe noch Zutritt.',
};

const STAY = {
  en: 'Name yourself too, or let somebody save this who remains an administrator.',
  de: 'Nennen Sie auch sich selbst, oder lassen Sie es speichern, wer Administrator bleibt.',
};
