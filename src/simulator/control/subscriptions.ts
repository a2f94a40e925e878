import type { Server } from 'restify';
import { z } from 'zod';
import { noContent, ok, unknownName } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import { controlRoute } from '../http/routes.ts';
import type { Method } from '../http/routes.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { Subscriptions } from '../subscriptions/subscriptions.ts';
import { withBody } from './body.ts';
import { viewSubscription } from './views.ts';

const silenceBody = z.strictObject({ silent: z.boolean() });

type Handle = (subscription: Subscription, incoming: Incoming) => Answer | Promise<Answer>;

/**
 * What the platform does to one subscription: `PUT` lets it die silently, and newer ones live;
 * `DELETE` removes it and tells its subscriber so. (Graph's page names `subscriptionRemoved` for
 * Outlook and chat messages only; a subscriber to presence must bear it all the same.)
 */
export function registerSubscriptionControl(server: Server, subscriptions: Subscriptions): void {
  const route = (method: Method, handle: Handle): void =>
    controlRoute(server, method, '/_simulator/subscriptions/:id', (incoming) => {
      const id = incoming.params['id'] ?? '';
      const found = subscriptions.find(id);
      return found ? handle(found, incoming) : unknownName(`There is no subscription ${id}.`);
    });
  route('put', (subscription, { body }) =>
    withBody(silenceBody, body, ({ silent }) => {
      subscriptions.silence(subscription, silent);
      return ok(viewSubscription(subscription));
    }),
  );
  route('del', (subscription) => {
    subscriptions.remove(subscription, 'platform');
    return noContent;
  });
}
