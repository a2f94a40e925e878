/** Where the configuration names announcements. */
import type { Configuration } from '@rufwerk/engine/core';

interface AnnouncementUse {
  readonly name: string;
  /** As problems name it, such as `services[0].announcements.greeting`. */
  readonly field: string;
  readonly isMusic: boolean;
}

/** Every setting that names an announcement, in the order of the document. */
export function announcementUses(configuration: Configuration | null): AnnouncementUse[] {
  return (configuration?.services ?? []).flatMap(({ announcements, queue }, index) => {
    const service = `services[${index}]`;
    const { greeting, waitingMusic, comfort, callBackConfirmed } = announcements;
    const { whenFull, whenTooLong, whenNobody, whenClosed } = queue;
    const said = { greeting, waitingMusic, comfort, callBackConfirmed };
    const actions = { whenFull, whenTooLong, whenNobody, whenClosed };
    return [
      ...Object.entries(said).flatMap(([setting, name]) =>
        name === null
          ? []
          : {
              name,
              field: `${service}.announcements.${setting}`,
              isMusic: setting === 'waitingMusic',
            },
      ),
      ...Object.entries(actions).flatMap(([setting, action]) =>
        action?.do === 'announce'
          ? {
              name: action.announcement,
              field: `${service}.queue.${setting}.announcement`,
              isMusic: false,
            }
          : [],
      ),
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
