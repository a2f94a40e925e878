import type { Server } from 'restify';
import type { ActivityFeeds } from '../activity/activity-feeds.ts';
import type { Switchboard } from '../calls/index.ts';
import type { Method } from '../http/routes.ts';
import type { SentMail } from '../mail/sent-mail.ts';
import type { PresenceBoard } from '../presence/board.ts';
import type { Subscriptions } from '../subscriptions/subscriptions.ts';
import type { Tenant } from '../tenant.ts';
import { registerActivityNotifications } from './activity-notifications.ts';
import { registerCalls } from './calls.ts';
import { graphError } from './errors.ts';
import { registerMail } from './mail.ts';
import { registerPresence } from './presence.ts';
import { graphRoute } from './routes.ts';
import { registerSubscriptions } from './subscriptions.ts';
import { registerUsers } from './users.ts';

/** What of the tenant Graph reads and changes. */
export interface GraphParts {
  readonly presence: PresenceBoard;
  readonly board: Switchboard;
  readonly subscriptions: Subscriptions;
  readonly mail: SentMail;
  readonly feeds: ActivityFeeds;
}

const METHODS: readonly Method[] = ['get', 'post', 'put', 'patch', 'del'];

/**
 * Microsoft Graph v1.0. A path that is not played is answered as Graph answers what it does not
 * have.
 */
export function registerGraph(
  server: Server,
  tenant: Tenant,
  { presence, board, subscriptions, mail, feeds }: GraphParts,
): void {
  registerUsers(server, tenant);
  registerPresence(server, tenant, presence);
  registerSubscriptions(server, tenant, subscriptions);
  registerCalls(server, board);
  registerMail(server, tenant, mail);
  registerActivityNotifications(server, tenant, feeds);
  const refusal = { code: 'Forbidden', message: 'Forbidden' };
  for (const method of METHODS) {
    graphRoute(server, tenant, method, '/*', { refusal }, ({ path }) =>
      graphError(tenant, 404, 'UnknownError', `Resource not found for the segment in '${path}'.`),
    );
  }
}
