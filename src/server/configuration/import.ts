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
import { namesIn, renamed, type NameInFile } from './names.ts';

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

/** Checks a file without changing anything. Never rejects: what is wrong is a value. */
export async function checkFile(
  document: unknown,
  directory: Pick<Directory, 'findUser'>,
  language: Language = 'en',
): Promise<CheckedFile> {
  const shaped = validateConfiguration(document, language);
  if (!shaped.ok) return { kind: 'wrong', problems: shaped.problems };
  const file: ConfigurationDraft = shaped.configuration;
  const ours = [...hoursProblems(file, language), ...mailTemplateProblems(file, language)];
  if (ours.length > 0) return { kind: 'wrong', problems: ours };
  const names = namesIn(file);
  try {
    const users = await lookUp(directory, new Set(names.map(({ name }) => name)));
    const problems = unknownNames(names, users, language);
    if (problems.length > 0) return { kind: 'wrong', problems };
    // One person under two names shows only now.
    const named = validateConfiguration(
      renamed(file, (_, name) => entraIdOf(users, name)),
      language,
    );
    if (!named.ok) return { kind: 'wrong', problems: named.problems };
    return { kind: 'good', file, users, warnings: named.warnings };
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
    .filter(({ name }) => !users.has(name))
    .slice(0, PROBLEMS_MAX)
    .map(({ field, kind, name }) => ({ field, ...unknownName(kind, name)[language] }));
}

function unknownName(
  kind: NameInFile['kind'],
  name: string,
): Readonly<Record<Language, Omit<ConfigurationProblem, 'field'>>> {
  const isPerson = kind === 'person';
  return {
    en: {
      rule: isPerson
        ? `Nobody in the directory is called "${name}".`
        : `The directory has no resource account called "${name}".`,
      mend: 'Correct the user principal name, or create the account first.',
    },
    de: {
      rule: isPerson
        ? `Niemand im Verzeichnis heisst «${name}».`
        : `Das Verzeichnis hat kein Ressourcenkonto «${name}».`,
      mend: 'Berichtigen Sie den Benutzerprinzipalnamen, oder legen Sie das Konto zuerst an.',
    },
  };
}

function entraIdOf(users: ReadonlyMap<string, DirectoryUser>, name: string): string | null {
  return users.get(name)?.entraId ?? null;
}

/** The internal document of a checked file; people who are new get their id here. */
export async function adopt(
  { file, users }: Extract<CheckedFile, { readonly kind: 'good' }>,
  people: Pick<People, 'ensureEntraPerson'>,
): Promise<Configuration> {
  const ids = new Map<string, string>();
  for (const { kind, name } of namesIn(file)) {
    const user = users.get(name);
    if (kind === 'person' && user !== undefined && !ids.has(name)) {
      ids.set(name, await people.ensureEntraPerson(user));
    }
  }
  const result = validateConfiguration(
    renamed(file, (kind, name) =>
      kind === 'person' ? (ids.get(name) ?? null) : entraIdOf(users, name),
    ),
  );
  if (result.ok) return result.configuration;
  throw new Error(`A checked file became invalid: ${JSON.stringify(result.problems)}`);
}
