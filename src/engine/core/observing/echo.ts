/**
 * Our own echo: what Teams shows of a person because we wrote it is no evidence about the person
 * (DEC-5). Told by its value, from the write until something else has been seen after its end, or
 * until it must have ended everywhere.
 */
import type { Turn } from '../tenant/turn.ts';
import type { PresenceReading } from '../presence/reading.ts';

export function isOwnEcho({ state, at }: Turn, reading: PresenceReading): boolean {
  const session = state.sessions.get(reading.agentId);
  if (session === undefined) return false;
  const written = session.shown ?? session.echo;
  if (written === null || written.untilAt + SEEN_AFTER_END_MS < at) return false;
  const { availability, activity } = written.presence;
  return sameText(reading.availability, availability) && sameText(reading.activity, activity);
}

/** Graph may show what has just ended for a little longer. */
const SEEN_AFTER_END_MS = 15_000;

/** Both editions of the documentation, any case (platform.md section 1). */
function sameText(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
