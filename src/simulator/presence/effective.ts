/** What a member of the organization sees of a person. */
export interface ShownPresence {
  readonly availability: string;
  readonly activity: string;
}

/** What a person chose, or an application chose for them: it stands above every session. */
export interface PreferredPresence extends ShownPresence {
  readonly setBy: 'person' | 'application';
  /** Null stays until it is taken back. */
  readonly expiresAt: number | null;
}

/** A presence session that an application opened for a person. */
export interface ApplicationSession extends ShownPresence {
  readonly setAt: number;
  readonly expiresAt: number;
}

/** Everything that presence is made of. */
export interface PresenceSources {
  /** Whether a Teams client of the person runs somewhere. */
  readonly isSignedIn: boolean;
  readonly isInCall: boolean;
  readonly meeting: ShownPresence | null;
  readonly preferred: PreferredPresence | null;
  readonly applicationSessions: ReadonlyMap<string, ApplicationSession>;
}

/**
 * An application's Available turns inactive after five minutes and Away after five more, whatever
 * its expiry.
 */
export const FADES_AFTER_MS = 5 * 60_000;

const AVAILABLE: ShownPresence = { availability: 'Available', activity: 'Available' };
const IN_A_CALL: ShownPresence = { availability: 'Busy', activity: 'InACall' };
const INACTIVE: ShownPresence = { availability: 'Available', activity: 'AvailableInactive' };
const AWAY: ShownPresence = { availability: 'Away', activity: 'Away' };
const OFFLINE: ShownPresence = { availability: 'Offline', activity: 'Offline' };

/** Among sessions the higher one wins; what nobody knows yet is shown rather than hidden. */
const SESSION_RANK: Readonly<Record<string, number>> = {
  DoNotDisturb: 4,
  Busy: 3,
  Available: 2,
  Away: 1,
  Offline: 0,
};
const UNKNOWN_RANK = 5;

/**
 * The presence that members see at an instant: Offline without a session, else what was preferred,
 * else the strongest session (DoNotDisturb > Busy > Available > Away).
 *
 * One preference yields: a person who merely switched to Available shows InACall while in a call,
 * as the Teams client does; an application's preferred Available does not yield, as Graph's
 * precedence says.
 */
export function effectivePresence(sources: PresenceSources, nowMs: number): ShownPresence {
  const sessions = sessionsOf(sources, nowMs);
  if (sessions.length === 0) return OFFLINE;
  const preferred = livingPreference(sources, nowMs);
  if (preferred !== null && !yieldsToCall(preferred, sources)) {
    return { availability: preferred.availability, activity: preferred.activity };
  }
  return sessions.reduce((strongest, session) =>
    rankOf(session) > rankOf(strongest) ? session : strongest,
  );
}

/**
 * The next instant at which presence changes by itself (expiry, fading); undefined when it does
 * not.
 */
export function nextPresenceChangeAt(sources: PresenceSources, nowMs: number): number | undefined {
  const instants = [sources.preferred?.expiresAt ?? Infinity];
  for (const session of sources.applicationSessions.values()) {
    instants.push(session.expiresAt);
    if (session.availability !== 'Available') continue;
    instants.push(session.setAt + FADES_AFTER_MS, session.setAt + 2 * FADES_AFTER_MS);
  }
  const next = Math.min(...instants.filter((instant) => instant > nowMs));
  return next === Infinity ? undefined : next;
}

/**
 * What members of other tenants see of a presence: availability without its detail, so that nobody
 * there can tell a call from any other Busy (NIM-15, NIM-24).
 */
export function asStranger({ availability }: ShownPresence): ShownPresence {
  return { availability, activity: availability };
}

function sessionsOf(sources: PresenceSources, nowMs: number): ShownPresence[] {
  const sessions: ShownPresence[] = [];
  if (sources.isSignedIn) {
    sessions.push(sources.isInCall ? IN_A_CALL : AVAILABLE);
    if (sources.meeting !== null) sessions.push(sources.meeting);
  }
  for (const session of sources.applicationSessions.values()) {
    if (session.expiresAt > nowMs) sessions.push(faded(session, nowMs));
  }
  return sessions;
}

function faded(session: ApplicationSession, nowMs: number): ShownPresence {
  const ageMs = nowMs - session.setAt;
  if (session.availability !== 'Available' || ageMs < FADES_AFTER_MS) {
    return { availability: session.availability, activity: session.activity };
  }
  return ageMs < 2 * FADES_AFTER_MS ? INACTIVE : AWAY;
}

function livingPreference(sources: PresenceSources, nowMs: number): PreferredPresence | null {
  const { preferred } = sources;
  if (preferred === null) return null;
  return preferred.expiresAt !== null && preferred.expiresAt <= nowMs ? null : preferred;
}

function yieldsToCall(preferred: PreferredPresence, sources: PresenceSources): boolean {
  const isPlainSwitch = preferred.setBy === 'person' && preferred.availability === 'Available';
  return isPlainSwitch && sources.isInCall;
}

function rankOf(presence: ShownPresence): number {
  return SESSION_RANK[presence.availability] ?? UNKNOWN_RANK;
}
