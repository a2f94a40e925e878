import type { Server } from 'restify';
import type { Switchboard } from '../calls/index.ts';
import type { Method } from '../http/routes.ts';
import type { PresenceBoard } from '../presence/board.ts';
import type { Subscriptions } from '../subscriptions/subscriptions.ts';
import type { Tenant } from '../tenant.ts';
import { registerCalls } from './calls.ts';
import { graphError } from './errors.ts';
import { registerPresence } from './presence.ts';
import { graphRoute } from './routes.ts';
import { registerSubscriptions } from './subscriptions.ts';
import { registerUsers } from './users.ts';

const METHODS: readonly Method[] = ['get', 'post', 'put', 'patch', 'del'];

/**
 * Microsoft Graph v1.0. A path that is not played is answered as Graph answers what it does not
 * have.
 */
export function registerGraph(
  server: Server,
  tenant: Tenant,
  presence: PresenceBoard,
  board: Switchboard,
  subscriptions: Subscriptions,
): void {
  registerUsers(server, tenant);
  registerPresence(server, tenant, presence);
  registerSubscriptions(server, tenant, subscriptions);
  registerCalls(server, board);
  const refusal = { code: 'Forbidden', message: 'Forbidden' };
  for (const method of METHODS) {
    graphRoute(server, tenant, method, '/*', { refusal }, ({ path }) =>
      graphError(tenant, 404, 'UnknownError', `Resource not found for the segment in '${path}'.`),
    );
  }
}
