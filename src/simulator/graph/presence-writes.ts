import { z } from 'zod';
import type { Answer } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import type { PresenceBoard } from '../presence/board.ts';
import type { Tenant } from '../tenant.ts';
import type { Person } from '../world/directory.ts';
import { durationMs } from './duration.ts';
import { badRequest, graphError, resourceNotFound } from './errors.ts';
import type { PresenceRoute } from './presence.ts';
import type { Caller, Needed } from './routes.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const SESSION_MS = { default: 5 * MINUTE_MS, min: 5 * MINUTE_MS, max: 240 * MINUTE_MS };

/** What an application may set; everything else comes from the client, the calendar or calls. */
const SESSION_PAIRS = [
  ['Available', 'Available'],
  ['Busy', 'InACall'],
  ['Busy', 'InAConferenceCall'],
  ['Away', 'Away'],
  ['DoNotDisturb', 'Presenting'],
] as const;
const PREFERRED_PAIRS = [
  ['Available', 'Available'],
  ['Busy', 'Busy'],
  ['DoNotDisturb', 'DoNotDisturb'],
  ['BeRightBack', 'BeRightBack'],
  ['Away', 'Away'],
  ['Offline', 'OffWork'],
] as const;
const HOLDS_ONE_DAY = ['Busy', 'DoNotDisturb'];

const WRITE: Needed = {
  application: ['Presence.ReadWrite.All'],
  delegated: ['Presence.ReadWrite'],
  refusal: { code: 'Forbidden', message: 'Insufficient permissions.' },
};

const preferredBody = z.object({
  availability: z.string(),
  activity: z.string(),
  expirationDuration: z.string().nullish(),
});
const sessionBody = preferredBody.extend({ sessionId: z.string().nullish() });

type FindPerson = (incoming: Incoming, caller: Caller) => Person | undefined;
type Write = (person: Person, body: unknown) => Answer;

/** The four writes of presence under a path; a person who signed in may write only the own one. */
export function registerPresenceWrites(
  route: PresenceRoute,
  tenant: Tenant,
  board: PresenceBoard,
  path: string,
  findPerson: FindPerson,
): void {
  const writes: Readonly<Record<string, Write>> = {
    setPresence: (person, body) => setSession(tenant, board, person, body),
    clearPresence: (person, body) => clearSession(tenant, board, person, body),
    setUserPreferredPresence: (person, body) => setPreferred(tenant, board, person, body),
    clearUserPreferredPresence: (person) => {
      board.clearPreferred(person);
      return done;
    },
  };
  for (const [name, write] of Object.entries(writes)) {
    route('post', `${path}/${name}`, WRITE, (incoming, caller) => {
      const person = findPerson(incoming, caller);
      if (person === undefined) return resourceNotFound(tenant, incoming.params['id'] ?? 'me');
      const isForeign = caller.account !== undefined && caller.account !== person;
      if (isForeign) {
        return graphError(tenant, 401, 'Unauthorized', 'Cannot set the presence of another user.');
      }
      const answer = write(person, incoming.body);
      if (answer === done) board.productWrote(person);
      return answer;
    });
  }
}

const done: Answer = { status: 200 };

function setSession(tenant: Tenant, board: PresenceBoard, person: Person, body: unknown): Answer {
  const wish = sessionBody.safeParse(body);
  if (!wish.success) return badRequest(tenant, z.prettifyError(wish.error));
  const { sessionId, expirationDuration } = wish.data;
  if (sessionId?.toLowerCase() !== tenant.application.id) {
    return badRequest(tenant, 'sessionId must be the id of the application.');
  }
  const pair = findPair(SESSION_PAIRS, wish.data);
  if (pair === undefined) return unsupportedPair(tenant, wish.data);
  const forMs = heldMs(expirationDuration, SESSION_MS.default);
  if (forMs === undefined || forMs < SESSION_MS.min || forMs > SESSION_MS.max) {
    return badRequest(tenant, 'expirationDuration must be between PT5M and PT4H.');
  }
  board.openSession(person, sessionId, pair, forMs);
  return done;
}

function clearSession(tenant: Tenant, board: PresenceBoard, person: Person, body: unknown): Answer {
  const { data } = z.object({ sessionId: z.string() }).safeParse(body);
  if (data?.sessionId.toLowerCase() !== tenant.application.id) {
    return badRequest(tenant, 'sessionId must be the id of the application.');
  }
  board.closeSession(person, data.sessionId);
  return done;
}

function setPreferred(tenant: Tenant, board: PresenceBoard, person: Person, body: unknown): Answer {
  const wish = preferredBody.safeParse(body);
  if (!wish.success) return badRequest(tenant, z.prettifyError(wish.error));
  const pair = findPair(PREFERRED_PAIRS, wish.data);
  if (pair === undefined) return unsupportedPair(tenant, wish.data);
  const defaultDays = HOLDS_ONE_DAY.includes(pair.availability) ? 1 : 7;
  const forMs = heldMs(wish.data.expirationDuration, defaultDays * DAY_MS);
  if (forMs === undefined) return badRequest(tenant, 'expirationDuration is no duration.');
  board.prefer(person, { ...pair, forMs });
  return done;
}

interface Pair {
  readonly availability: string;
  readonly activity: string;
}

/** Compares without case, since newer documents spell the values in camel case. */
function findPair(pairs: readonly (readonly [string, string])[], asked: Pair): Pair | undefined {
  const [availability, activity] =
    pairs.find(
      ([known, detail]) =>
        known.toLowerCase() === asked.availability.toLowerCase() &&
        detail.toLowerCase() === asked.activity.toLowerCase(),
    ) ?? [];
  if (availability === undefined || activity === undefined) return undefined;
  return { availability, activity };
}

function unsupportedPair(tenant: Tenant, { availability, activity }: Pair): Answer {
  return badRequest(tenant, `${availability}/${activity} is not a supported presence.`);
}

function heldMs(duration: string | null | undefined, defaultMs: number): number | undefined {
  return duration === null || duration === undefined ? defaultMs : durationMs(duration);
}
