/** Where the configuration names announcements. */
import {
  type Configuration,
  type ConfigurationDraft,
  type ConfigurationProblem,
  type FoundProblem,
  inLanguage,
  type Language,
} from '@rufwerk/engine/core';
import type { AnnouncementLibrary } from './library.ts';

interface AnnouncementUse {
  readonly name: string;
  /** As problems name it, such as `services[0].announcements.greeting`. */
  readonly field: string;
  readonly isMusic: boolean;
}

/** Every setting that names an announcement, in the order of the document. */
function announcementUses(document: ConfigurationDraft | null): AnnouncementUse[] {
  return (document?.services ?? []).flatMap(({ announcements = {}, queue = {} }, index) => {
    const service = `services[${index}]`;
    const { greeting, waitingMusic, comfort, callBackConfirmed } = announcements;
    const { whenFull, whenTooLong, whenNobody, whenClosed } = queue;
    const said = { greeting, waitingMusic, comfort, callBackConfirmed };
    const actions = { whenFull, whenTooLong, whenNobody, whenClosed };
    return [
      ...Object.entries(said).flatMap(([setting, name]) => {
        if (name == null) return [];
        const field = `${service}.announcements.${setting}`;
        return { name, field, isMusic: setting === 'waitingMusic' };
      }),
      ...Object.entries(actions).flatMap(([setting, action]) => {
        if (action?.do !== 'announce') return [];
        const field = `${service}.queue.${setting}.announcement`;
        return { name: action.announcement, field, isMusic: false };
      }),
    ];
  });
}

/** The fields that name this announcement. */
export function usesOf(configuration: Configuration | null, name: string): string[] {
  return announcementUses(configuration)
    .filter((use) => use.name === name)
    .map(({ field }) => field);
}

/** Whether some service plays this name as its waiting music. */
export function isMeantAsMusic(configuration: Configuration | null, name: string): boolean {
  return announcementUses(configuration).some((use) => use.isMusic && use.name === name);
}

/** At most this many are told at once; the rest shows after these are mended. */
const WARNINGS_MAX = 50;

/**
 * A warning for each setting that names an announcement nobody uploaded yet: callers would hear a
 * built-in one in its place; and for each call-back of which no words tell.
 */
export function missingAnnouncements(
  file: ConfigurationDraft,
  library: Pick<AnnouncementLibrary, 'find'>,
  language: Language = 'en',
): ConfigurationProblem[] {
  const missed = announcementUses(file).filter(({ name }) => library.find(name) === null);
  return [...missed.map(missing), ...untoldCallBacks(file, library)]
    .slice(0, WARNINGS_MAX)
    .map((found) => inLanguage(found, language));
}

/** What is built in has no words: only an own greeting or comfort message can name the key. */
function untoldCallBacks(
  { services = [] }: ConfigurationDraft,
  library: Pick<AnnouncementLibrary, 'find'>,
): FoundProblem[] {
  return services.flatMap(({ announcements = {}, callBack = {} }, index) => {
    const { greeting = 'greeting', comfort = null } = announcements;
    const said = comfort === null ? [greeting] : [greeting, comfort];
    if (callBack.offered !== true) return [];
    if (said.some((name) => library.find(name)?.kind === 'uploaded')) return [];
    return [{ field: `services[${index}].callBack.offered`, ...untold(callBack.key ?? '1') }];
  });
}

function untold(key: string): Omit<FoundProblem, 'field'> {
  return {
    rule: {
      en: `No caller hears of the key ${key}: greeting and comfort message are melodies without words.`,
      de: `Niemand erfährt von der Taste ${key}: Begrüssung und Zwischenansage sind Melodien ohne Worte.`,
    },
    mend: {
      en: 'Upload a greeting or a comfort message that names the key.',
      de: 'Laden Sie eine Begrüssung oder Zwischenansage hoch, die die Taste nennt.',
    },
  };
}

function missing({ name, field, isMusic }: AnnouncementUse): FoundProblem {
  return {
    field,
    rule: {
      en: `There is no announcement "${name}": callers hear the built-in ${
        isMusic ? 'music' : 'greeting'
      }.`,
      de: `Es gibt keine Ansage «${name}»: zu hören ist die eingebaute ${
        isMusic ? 'Musik' : 'Begrüssung'
      }.`,
    },
    mend: {
      en: `Upload it as "${name}", or name another one.`,
      de: `Laden Sie sie als «${name}» hoch, oder nennen Sie eine andere.`,
    },
  };
}
