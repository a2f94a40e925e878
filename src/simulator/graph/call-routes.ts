import type { Server } from 'restify';
import { z } from 'zod';
import type { BotSide, Call } from '../calls/call.ts';
import type { Refusal } from '../calls/refusal.ts';
import type { Switchboard } from '../calls/index.ts';
import type { Answer } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import type { Method } from '../http/routes.ts';
import type { Tenant } from '../tenant.ts';
import { badRequest, graphError } from './errors.ts';
import { graphRoute } from './routes.ts';
import type { Needed } from './routes.ts';

/** The platform's own number for permissions that are missing in the tenant. */
const REFUSAL = {
  code: '7504',
  message: 'Insufficient enterprise tenant permissions, cannot access this API.',
};

function needing(...application: readonly string[]): Needed {
  return { application, delegated: [], refusal: REFUSAL };
}

/** Which consent each part of the calling API needs. */
export const CALL_PERMISSIONS = {
  answer: needing('Calls.JoinGroupCall.All', 'Calls.JoinGroupCallAsGuest.All'),
  initiate: needing('Calls.Initiate.All'),
  invite: needing('Calls.InitiateGroupCall.All'),
  media: needing('Calls.AccessMedia.All'),
  /** Looked at when the call was made or taken; not again when it is read, kept alive or ended. */
  none: { delegated: [], refusal: REFUSAL } satisfies Needed,
} as const;

export type CallHandler = (live: {
  readonly call: Call;
  readonly bot: BotSide;
  readonly incoming: Incoming;
}) => Answer;

/**
 * Registers a path below one call; a call that is gone is answered as the platform does, with
 * 8522.
 */
export function callRoute(
  server: Server,
  board: Switchboard,
  method: Method,
  path: string,
  needed: Needed,
  handle: CallHandler,
): void {
  const whole = `/communications/calls/:call${path}`;
  graphRoute(server, board.tenant, method, whole, needed, (incoming) => {
    const live = board.findLive(incoming.params['call'] ?? '');
    if (live === undefined) return graphError(board.tenant, 404, '8522', 'Call not found.');
    return handle({ ...live, incoming });
  });
}

/**
 * Registers an action whose body has a schema; a wrong body is answered 400 with the field's name.
 */
export function callAction<Schema extends z.ZodType>(
  server: Server,
  board: Switchboard,
  name: string,
  needed: Needed,
  schema: Schema,
  handle: (call: Call, bot: BotSide, body: z.infer<Schema>) => Answer,
): void {
  callRoute(server, board, 'post', `/${name}`, needed, ({ call, bot, incoming }) => {
    const parsed = schema.safeParse(incoming.body);
    if (!parsed.success) return badRequest(board.tenant, z.prettifyError(parsed.error));
    return handle(call, bot, parsed.data);
  });
}

/** A refusal as Graph answers it, or what was meant to be answered. */
export function answerUnlessRefused(
  tenant: Tenant,
  refusal: Refusal | undefined,
  answer: Answer,
): Answer {
  if (refusal === undefined) return answer;
  return graphError(tenant, refusal.status, refusal.code, refusal.message);
}
