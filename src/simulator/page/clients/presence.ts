import type { PresenceBadgeStatus } from '@fluentui/react-components';
import type { WordKey } from '../language/en.ts';
import type { Say } from '../language/language.ts';
import type { Presence } from '../world/wire.ts';

/** A presence that can be chosen for a person on this page. */
export type PresenceChoice = {
  readonly id: string;
  readonly words: WordKey;
  readonly presence: Presence & { readonly source?: 'calendar' };
};

const choice = (words: WordKey, availability: string, activity: string): PresenceChoice => ({
  id: `${availability}/${activity}`,
  words,
  presence: { availability, activity },
});

/** What the person can set in Teams, as Graph names it. */
export const personalChoices: readonly PresenceChoice[] = [
  choice('presence.available', 'Available', 'Available'),
  choice('presence.busy', 'Busy', 'Busy'),
  choice('presence.doNotDisturb', 'DoNotDisturb', 'DoNotDisturb'),
  choice('presence.beRightBack', 'BeRightBack', 'BeRightBack'),
  choice('presence.away', 'Away', 'Away'),
  choice('presence.offline', 'Offline', 'OffWork'),
];

const fromCalendar = (each: PresenceChoice): PresenceChoice => ({
  ...each,
  presence: { ...each.presence, source: 'calendar' },
});

/** What Teams finds out by itself: meetings by the calendar, calls and screens by the client. */
export const observedChoices: readonly PresenceChoice[] = [
  fromCalendar(choice('presence.inAMeeting', 'Busy', 'InAMeeting')),
  choice('presence.inACall', 'Busy', 'InACall'),
  choice('presence.inAConferenceCall', 'Busy', 'InAConferenceCall'),
  choice('presence.presenting', 'DoNotDisturb', 'Presenting'),
  choice('presence.focusing', 'DoNotDisturb', 'Focusing'),
  fromCalendar(choice('presence.outOfOffice', 'Available', 'OutOfOffice')),
];

const badges: Readonly<Record<string, PresenceBadgeStatus>> = {
  available: 'available',
  availableidle: 'available',
  away: 'away',
  berightback: 'away',
  busy: 'busy',
  busyidle: 'busy',
  donotdisturb: 'do-not-disturb',
  offline: 'offline',
  outofoffice: 'out-of-office',
};

/** The sign beside the avatar; a value nobody knows yet is shown as unknown. */
export function badgeOf(presence: Presence): {
  readonly status: PresenceBadgeStatus;
  readonly outOfOffice: boolean;
} {
  return {
    status: badges[presence.availability.toLowerCase()] ?? 'unknown',
    outOfOffice: presence.activity.toLowerCase() === 'outofoffice',
  };
}

const activityWords: Readonly<Record<string, WordKey>> = {
  available: 'presence.available',
  busy: 'presence.busy',
  donotdisturb: 'presence.doNotDisturb',
  berightback: 'presence.beRightBack',
  away: 'presence.away',
  offline: 'presence.offlineNow',
  offwork: 'presence.offlineNow',
  inacall: 'presence.inACall',
  inaconferencecall: 'presence.inAConferenceCall',
  inameeting: 'presence.inAMeeting',
  presenting: 'presence.presenting',
  focusing: 'presence.focusing',
  outofoffice: 'presence.outOfOffice',
  inactive: 'presence.inactive',
  presenceunknown: 'presence.unknown',
};

/** The activity in words, since it says more than the availability; unknown ones as in Graph. */
export function presenceInWords(presence: Presence, say: Say): string {
  const words = activityWords[presence.activity.toLowerCase()];
  return words === undefined ? say('presence.other', { ...presence }) : say(words);
}
