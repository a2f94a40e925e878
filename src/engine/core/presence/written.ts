/** What can be written to Teams' presence (platform.md sections 1 and 7). */

/**
 * The pairs that an application's session may show: setPresence takes no others. Stronger first, as
 * Teams orders sessions.
 */
export const SESSION_PRESENCES = [
  { availability: 'DoNotDisturb', activity: 'Presenting' },
  { availability: 'Busy', activity: 'InAConferenceCall' },
  { availability: 'Busy', activity: 'InACall' },
  { availability: 'Available', activity: 'Available' },
  { availability: 'Away', activity: 'Away' },
] as const;

export type SessionPresence = (typeof SESSION_PRESENCES)[number];

/** What a person may prefer (setUserPreferredPresence), above every session. */
export const PREFERRED_PRESENCES = [
  { availability: 'Available', activity: 'Available' },
  { availability: 'Busy', activity: 'Busy' },
  { availability: 'DoNotDisturb', activity: 'DoNotDisturb' },
  { availability: 'BeRightBack', activity: 'BeRightBack' },
  { availability: 'Away', activity: 'Away' },
  { availability: 'Offline', activity: 'OffWork' },
] as const;

export type PreferredPresence = (typeof PREFERRED_PRESENCES)[number];
