import type { Configuration, ConfigurationDraft, PersonId } from '@rufwerk/engine/core';
import type { Directory, DirectoryUser, People } from '@rufwerk/engine/ports';
import { lookUp } from './lookUp.ts';
import { namesIn, renamed } from './names.ts';

/**
 * The configuration in force as an administrator's file. People who were erased are left out.
 * Resource accounts stand by object id while the directory cannot be asked for their names; the
 * import takes both.
 */
export async function exportFile(
  configuration: Configuration,
  people: Pick<People, 'find'>,
  directory: Pick<Directory, 'findUser'>,
): Promise<ConfigurationDraft> {
  const accountIds = namesIn(configuration)
    .filter(({ kind }) => kind === 'resource-account')
    .map(({ name }) => name);
  const accounts = await lookUp(directory, accountIds).catch(
    // The file is as good with ids: a directory that is down must not keep it back.
    () => new Map<string, DirectoryUser>(),
  );
  return renamed(configuration, (kind, id) => {
    if (kind === 'resource-account') return accounts.get(id)?.userPrincipalName ?? id;
    const person = people.find(id as PersonId);
    return person?.userPrincipalName ?? person?.entraId ?? person?.mail ?? null;
  });
}

/** How many different people a file names. */
export function countPeople(file: ConfigurationDraft): number {
  const people = namesIn(file).filter(({ kind }) => kind !== 'resource-account');
  return new Set(people.map(({ name }) => name.toLowerCase())).size;
}
