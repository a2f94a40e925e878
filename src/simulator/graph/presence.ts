import type { Server } from 'restify';
import { z } from 'zod';
import { ok } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import type { Method } from '../http/routes.ts';
import type { PresenceBoard } from '../presence/board.ts';
import { asStranger } from '../presence/effective.ts';
import type { Tenant } from '../tenant.ts';
import type { Person } from '../world/directory.ts';
import { badRequest, graphError, resourceNotFound } from './errors.ts';
import { graphRoute } from './routes.ts';
import { PresenceThrottle } from './presence-throttle.ts';
import type { Caller, GraphHandler, Needed } from './routes.ts';
import { registerPresenceWrites } from './presence-writes.ts';

const IDS_MAX = 650;
const REFUSAL = { code: 'Forbidden', message: 'Insufficient permissions.' };
const READ: Needed = {
  application: ['Presence.Read.All', 'Presence.ReadWrite.All'],
  delegated: ['Presence.Read.All'],
  refusal: REFUSAL,
};
const READ_OWN: Needed = {
  application: [],
  delegated: ['Presence.Read', 'Presence.Read.All', 'Presence.ReadWrite'],
  refusal: REFUSAL,
};

const idsBody = z.object({ ids: z.array(z.string()) });

/** Registers one path of presence, within what the tenant bears. */
export type PresenceRoute = (
  method: Method,
  path: string,
  needed: Needed,
  handle: GraphHandler,
) => void;

/** Presence: of one person, of up to 650 at once, and its writes. */
export function registerPresence(server: Server, tenant: Tenant, board: PresenceBoard): void {
  const throttle = new PresenceThrottle(tenant);
  const route: PresenceRoute = (method, path, needed, handle) =>
    graphRoute(
      server,
      tenant,
      method,
      path,
      needed,
      (incoming, caller) => throttle.refusal() ?? handle(incoming, caller),
    );
  const byId = (incoming: Incoming): Person | undefined =>
    tenant.directory.findPerson(incoming.params['id'] ?? '');
  const bySignIn = (_incoming: Incoming, caller: Caller): Person | undefined => caller.person;
  for (const path of ['/users/:id/presence', '/communications/presences/:id']) {
    route('get', path, READ, (incoming, caller) =>
      onePresence(tenant, board, caller, byId(incoming)),
    );
    registerPresenceWrites(route, tenant, board, path, byId);
  }
  route('get', '/me/presence', READ_OWN, (incoming, caller) =>
    onePresence(tenant, board, caller, bySignIn(incoming, caller)),
  );
  registerPresenceWrites(route, tenant, board, '/me/presence', bySignIn);
  route('post', '/communications/getPresencesByUserId', READ, ({ body }, caller) =>
    manyPresences(tenant, board, caller, body),
  );
}

function onePresence(
  tenant: Tenant,
  board: PresenceBoard,
  caller: Caller,
  person: Person | undefined,
): Answer {
  if (person === undefined) return resourceNotFound(tenant, 'presence');
  return ok({
    '@odata.context': `${tenant.url}/graph/v1.0/$metadata#users('${person.id}')/presence/$entity`,
    ...presenceOf(board, caller, person),
  });
}

/**
 * An id that nobody has is answered with unknown presence; more than 650 ids with a 400 that says
 * nothing.
 */
function manyPresences(
  tenant: Tenant,
  board: PresenceBoard,
  caller: Caller,
  body: unknown,
): Answer {
  const asked = idsBody.safeParse(body);
  if (!asked.success) return badRequest(tenant, 'ids: a list of user ids is required.');
  const { ids } = asked.data;
  if (ids.length > IDS_MAX) return graphError(tenant, 400, 'BadRequest', '');
  return ok({
    '@odata.context': `${tenant.url}/graph/v1.0/$metadata#Collection(microsoft.graph.presence)`,
    value: ids.map((id) => {
      const person = tenant.directory.findPerson(id);
      if (person !== undefined) return presenceOf(board, caller, person);
      return { id, availability: 'PresenceUnknown', activity: 'PresenceUnknown' };
    }),
  });
}

/** A stranger sees availability without its detail, and nothing else (NIM-24). */
function presenceOf(
  board: PresenceBoard,
  { isStranger }: Caller,
  person: Person,
): Readonly<Record<string, unknown>> {
  const shown = board.shown(person);
  const { availability, activity } = isStranger ? asStranger(shown) : shown;
  return {
    id: person.id,
    availability,
    activity,
    statusMessage: null,
    outOfOfficeSettings: { message: null, isOutOfOffice: activity === 'OutOfOffice' },
    sequenceNumber: board.sequenceNumber(person),
  };
}
