/**
 * The way of an administrator's file into force: shape and bounds, then every name through the
 * directory, then contradictions. Whatever is wrong, the configuration in force stays.
 */
import {
  validateConfiguration,
  type Configuration,
  type ConfigurationDraft,
  type ConfigurationProblem,
  type Language,
} from '@rufwerk/engine/core';
import type { Directory, DirectoryUser, People } from '@rufwerk/engine/ports';
import { mailTemplateProblems } from '../emergencies/mail/problems.ts';
import { hoursProblems } from '../hours/problems.ts';
import { lookUp } from './lookUp.ts';
import { isMailAddress, onlyByMail, unknownName } from './nameWords.ts';
import { namesIn, renamed, type NameInFile } from './names.ts';
import { repeatedNames } from './repeatedNames.ts';

export type CheckedFile =
  | {
      readonly kind: 'good';
      readonly file: ConfigurationDraft;
      readonly users: ReadonlyMap<string, DirectoryUser>;
      readonly warnings: readonly ConfigurationProblem[];
    }
  | { readonly kind: 'wrong'; readonly problems: readonly ConfigurationProblem[] }
  | { readonly kind: 'unreachable'; readonly cause: string };

/** At most this many problems are told at once; the rest shows after these are mended. */
const PROBLEMS_MAX = 50;

/** Every default would be in force, and every service gone: nobody means that by an empty file. */
const EMPTY: Readonly<Record<Language, Omit<ConfigurationProblem, 'field'>>> = {
  en: {
    rule: 'The file is empty.',
    mend: 'Send the whole configuration; to remove every service, say "services: []".',
  },
  de: {
    rule: 'Die Datei ist leer.',
    mend: 'Senden Sie die ganze Konfiguration; sollen alle Services weg, «services: []».',
  },
};

/** Checks a file without changing anything. Never rejects: what is wrong is a value. */
export async function checkFile(
  document: unknown,
  directory: Pick<Directory, 'findUser'>,
  language: Language = 'en',
): Promise<CheckedFile> {
  if (document === null || document === undefined) {
    return { kind: 'wrong', problems: [{ field: 'document', ...EMPTY[language] }] };
  }
  const shaped = validateConfiguration(document, language);
  if (!shaped.ok) return { kind: 'wrong', problems: shaped.problems };
  const file: ConfigurationDraft = shaped.configuration;
  const ours = [
    ...repeatedNames(file, language),
    ...hoursProblems(file, language),
    ...mailTemplateProblems(file, language),
  ];
  if (ours.length > 0) return { kind: 'wrong', problems: ours.slice(0, PROBLEMS_MAX) };
  const names = namesIn(file);
  try {
    const users = await lookUp(directory, new Set(names.map(({ name }) => name)));
    const problems = unknownNames(names, users, language);
    if (problems.length > 0) return { kind: 'wrong', problems };
    // One person under two names shows only now.
    const named = validateConfiguration(
      renamed(file, (kind, name) => entraIdOf(users, name) ?? (kind === 'contact' ? name : null)),
      language,
    );
    if (!named.ok) return { kind: 'wrong', problems: named.problems };
    const warnings = [...named.warnings, ...mailContacts(names, users, language)];
    return { kind: 'good', file, users, warnings };
  } catch (error) {
    return { kind: 'unreachable', cause: error instanceof Error ? error.message : String(error) };
  }
}

function unknownNames(
  names: readonly NameInFile[],
  users: ReadonlyMap<string, DirectoryUser>,
  language: Language,
): ConfigurationProblem[] {
  return names
    .filter(({ kind, name }) => !users.has(name) && !(kind === 'contact' && isMailAddress(name)))
    .slice(0, PROBLEMS_MAX)
    .map(({ field, kind, name }) => ({ field, ...unknownName(kind, name)[language] }));
}

/** A colleague whose name is misspelt looks like somebody outside: that is said. */
function mailContacts(
  names: readonly NameInFile[],
  users: ReadonlyMap<string, DirectoryUser>,
  language: Language,
): ConfigurationProblem[] {
  return names
    .filter(({ kind, name }) => kind === 'contact' && !users.has(name))
    .slice(0, PROBLEMS_MAX)
    .map(({ field, name }) => ({ field, ...onlyByMail(name)[language] }));
}

function entraIdOf(users: ReadonlyMap<string, DirectoryUser>, name: string): string | null {
  return users.get(name)?.entraId ?? null;
}

export type AdoptingPeople = Pick<People, 'ensureEntraPerson' | 'ensureMailContact'>;

/** The internal document of a checked file; people who are new get their id here. */
export async function adopt(
  { file, users }: Extract<CheckedFile, { readonly kind: 'good' }>,
  people: AdoptingPeople,
): Promise<Configuration> {
  const ids = new Map<string, string>();
  for (const { kind, name } of namesIn(file)) {
    if (kind === 'resource-account' || ids.has(name)) continue;
    const user = users.get(name);
    if (user !== undefined) ids.set(name, await people.ensureEntraPerson(user));
    else if (kind === 'contact') ids.set(name, await people.ensureMailContact(name));
  }
  const result = validateConfiguration(
    renamed(file, (kind, name) =>
      kind === 'resource-account' ? entraIdOf(users, name) : (ids.get(name) ?? null),
    ),
  );
  if (result.ok) return result.configuration;
  throw new Error(`A checked file became invalid: ${JSON.stringify(result.problems)}`);
}
