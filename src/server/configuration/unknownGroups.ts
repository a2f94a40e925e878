/** Teams and groups in a file that the directory does not have: told before it comes into force. */
import {
  ACTIONS,
  type ConfigurationDraft,
  type ConfigurationProblem,
  type FoundProblem,
  inLanguage,
  type Language,
} from '@rufwerk/engine/core';
import type { Directory, Log } from '@rufwerk/engine/ports';

/** A file that names more groups is looked through once it is in force: readiness tells of them. */
const ASKED_MOST = 20;

interface GroupInFile {
  readonly field: string;
  readonly group: string;
  readonly serves: boolean;
}

/**
 * One warning for each place. Never rejects: a directory that cannot be asked is no reason to keep
 * a configuration out of force.
 *
 * @param isKnown groups whose members were read before: they are not asked for again
 */
export async function unknownGroups(
  file: ConfigurationDraft,
  directory: Pick<Directory, 'listGroupMembers'>,
  isKnown: (group: string) => boolean,
  log: Log,
  language: Language,
): Promise<ConfigurationProblem[]> {
  const named = groupsIn(file);
  const asked = [...new Set(named.map(({ group }) => group))].filter((group) => !isKnown(group));
  const missing = new Set<string>();
  for (const group of asked.slice(0, ASKED_MOST)) {
    try {
      if ((await directory.listGroupMembers(group)) === null) missing.add(group);
    } catch (err) {
      log.warn({ err, group }, 'A group of the configuration could not be looked up');
    }
  }
  return named
    .filter(({ group }) => missing.has(group))
    .map((each) => inLanguage(unknown(each), language));
}

function groupsIn(file: ConfigurationDraft): GroupInFile[] {
  return (file.services ?? []).flatMap(({ responsibility, queue }, index) => {
    const at = `services[${index}]`;
    const team = responsibility?.team ?? null;
    const voicemails = ACTIONS.flatMap((name) => {
      const action = queue?.[name];
      if (action?.do !== 'group-voicemail') return [];
      return [{ field: `${at}.queue.${name}.group`, group: action.group, serves: false }];
    });
    if (team === null) return voicemails;
    return [{ field: `${at}.responsibility.team`, group: team, serves: true }, ...voicemails];
  });
}

function unknown({ field, group, serves }: GroupInFile): FoundProblem {
  const costs = serves
    ? { en: 'nobody of it will serve', de: 'niemand daraus wird den Service bedienen' }
    : { en: 'calls will reach no voicemail there', de: 'Anrufe erreichen dort keine Mailbox' };
  return {
    field,
    rule: {
      en: `The directory has no group "${group}": ${costs.en}.`,
      de: `Das Verzeichnis hat keine Gruppe «${group}»: ${costs.de}.`,
    },
    mend: {
      en: 'Give the object id of a Microsoft 365 group, as the Entra admin centre shows it.',
      de: 'Geben Sie die Objekt-Id einer Microsoft-365-Gruppe an, wie das Entra Admin Center sie zeigt.',
    },
  };
}
