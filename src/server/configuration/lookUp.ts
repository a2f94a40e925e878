import type { Directory, DirectoryUser } from '@rufwerk/engine/ports';

/** Questions to the directory at the same time; Graph counts them. */
const QUESTIONS_AT_ONCE = 8;

/**
 * Looks up each name once. A name that the directory does not have is absent from the result;
 * rejects when the directory cannot be asked.
 */
export async function lookUp(
  directory: Pick<Directory, 'findUser'>,
  names: Iterable<string>,
): Promise<ReadonlyMap<string, DirectoryUser>> {
  const found = new Map<string, DirectoryUser>();
  // The workers share one iterator: each takes the next name that nobody has taken.
  const remaining = new Set(names).values();
  const work = async (): Promise<void> => {
    for (const name of remaining) {
      const user = await directory.findUser(name);
      if (user !== null) found.set(name, user);
    }
  };
  await Promise.all(Array.from({ length: QUESTIONS_AT_ONCE }, work));
  return found;
}
