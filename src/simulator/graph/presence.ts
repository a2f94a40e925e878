import type { Server } from 'restify';
import { z } from 'zod';
import { ok } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import type { PresenceBoard } from '../presence/board.ts';
import type { Tenant } from '../tenant.ts';
import type { Person } from '../world/directory.ts';
import { badRequest, graphError, resourceNotFound } from './errors.ts';
import { graphRoute } from './routes.ts';
import type { Caller, Needed } from './routes.ts';
import type { Incoming } from '../http/incoming.ts';
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

/** Presence: of one person, of up to 650 at once, and its writes. */
export function registerPresence(server: Server, tenant: Tenant, board: PresenceBoard): void {
  const byId = (incoming: Incoming): Person | undefined =>
    tenant.directory.findPerson(incoming.params['id'] ?? '');
  const bySignIn = (_incoming: Incoming, caller: Caller): Person | undefined => caller.person;
  for (const path of ['/users/:id/presence', '/communications/presences/:id']) {
    graphRoute(server, tenant, 'get', path, READ, (incoming) =>
      onePresence(tenant, board, byId(incoming)),
    );
    registerPresenceWrites(server, tenant, board, path, byId);
  }
  graphRoute(server, tenant, 'get', '/me/presence', READ_OWN, (incoming, caller) =>
    onePresence(tenant, board, bySignIn(incoming, caller)),
  );
  registerPresenceWrites(server, tenant, board, '/me/presence', bySignIn);
  graphRoute(
    server,
    tenant,
    'post',
    '/communications/getPresencesByUserId',
    READ,
    ({ body }): Answer => manyPresences(tenant, board, body),
  );
}

function onePresence(tenant: Tenant, board: PresenceBoard, person: Person | undefined): Answer {
  if (person === undefined) return resourceNotFound(tenant, 'presence');
  return ok({
    '@odata.context': `${tenant.url}/graph/v1.0/$metadata#users('${person.id}')/presence/$entity`,
    ...presenceOf(board, person),
  });
}

/**
 * An id that nobody has is answered with unknown presence; more than 650 ids with a 400 that says
 * nothing.
 */
function manyPresences(tenant: Tenant, board: PresenceBoard, body: unknown): Answer {
  const asked = idsBody.safeParse(body);
  if (!asked.success) return badRequest(tenant, 'ids: a list of user ids is required.');
  const { ids } = asked.data;
  if (ids.length > IDS_MAX) return graphError(tenant, 400, 'BadRequest', '');
  return ok({
    '@odata.context': `${tenant.url}/graph/v1.0/$metadata#Collection(microsoft.graph.presence)`,
    value: ids.map((id) => {
      const person = tenant.directory.findPerson(id);
      if (person !== undefined) return presenceOf(board, person);
      return { id, availability: 'PresenceUnknown', activity: 'PresenceUnknown' };
    }),
  });
}

function presenceOf(board: PresenceBoard, person: Person): Readonly<Record<string, unknown>> {
  const { availability, activity } = board.shown(person);
  return {
    id: person.id,
    availability,
    activity,
    statusMessage: null,
    outOfOfficeSettings: { message: null, isOutOfOffice: activity === 'OutOfOffice' },
    sequenceNumber: board.sequenceNumber(person),
  };
}
