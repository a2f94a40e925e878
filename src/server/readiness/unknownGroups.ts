/** Teams and groups that services name and the directory does not have. */
import type { NamedGroup } from '../groups/namedGroups.ts';
import type { Found, Texts } from './check.ts';

/** More are counted, not named: one is mended after the other. */
const NAMED_MOST = 5;

export function unknownGroupsCheck(missing: readonly NamedGroup[]): Found {
  const effects = missing.slice(0, NAMED_MOST).map(effectOf);
  const rest = missing.length - effects.length;
  const more: Texts[] =
    rest > 0 ? [{ en: `${rest} further groups are missing.`, de: `${rest} weitere fehlen.` }] : [];
  return {
    id: 'calls.groups',
    area: 'calls',
    state: missing.length === 0 ? 'good' : 'fault',
    words: {
      title: { en: 'Teams and groups of the services', de: 'Teams und Gruppen der Services' },
      effect: {
        en: [...effects, ...more].map(({ en }) => en).join(' '),
        de: [...effects, ...more].map(({ de }) => de).join(' '),
      },
      cause: {
        en: 'The directory has no group with this object id: it was mistyped, or deleted.',
        de: 'Das Verzeichnis hat keine Gruppe mit dieser Objekt-Id: vertippt, oder gelöscht.',
      },
      mend: {
        en: 'Set-up > the service: give the object id of a group that exists, or restore the group.',
        de: 'Einrichtung > Service: die Objekt-Id einer bestehenden Gruppe, oder die Gruppe wiederherstellen.',
      },
    },
  };
}

function effectOf({ groupId, serves, voicemailOf }: NamedGroup): Texts {
  const [served, taken] = [serves.join(', '), voicemailOf.join(', ')];
  const nobody = serves.length > 0 && {
    en: `Nobody of the team ${groupId} serves ${served}.`,
    de: `Niemand aus dem Team ${groupId} bedient ${served}.`,
  };
  const lost = voicemailOf.length > 0 && {
    en: `Callers of ${taken} reach no voicemail of the group ${groupId}.`,
    de: `Wer ${taken} anruft, erreicht keine Mailbox der Gruppe ${groupId}.`,
  };
  const told = [nobody, lost].filter((words) => words !== false);
  return { en: told.map(({ en }) => en).join(' '), de: told.map(({ de }) => de).join(' ') };
}
