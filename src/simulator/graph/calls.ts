import type { Server } from 'restify';
import { z } from 'zod';
import * as calls from '../calls/index.ts';
import type { BotSide, Call, Operation } from '../calls/call.ts';
import { callView, operationView, participantView } from '../calls/graph-view.ts';
import { isRefusal } from '../calls/refusal.ts';
import type { Refusal } from '../calls/refusal.ts';
import { accepted, created, noContent, ok } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import * as bodies from './call-bodies.ts';
import {
  answerUnlessRefused as unlessRefused,
  CALL_PERMISSIONS as NEEDS,
  callAction,
  callRoute,
} from './call-routes.ts';
import { badRequest, graphError, resourceNotFound } from './errors.ts';
import { GRAPH_ROOT, graphRoute } from './routes.ts';

type Board = calls.Switchboard;

/**
 * Graph's calling API. A list of calls stands in the metadata but is not served, and neither is it
 * here. What an action does is the matter of `calls/`; this file only translates.
 */
export function registerCalls(server: Server, board: Board): void {
  registerCreate(server, board);
  registerLife(server, board);
  registerHandOver(server, board);
  registerMedia(server, board);
  registerReads(server, board);
}

function registerCreate(server: Server, board: Board): void {
  const { tenant } = board;
  const path = '/communications/calls';
  graphRoute(server, tenant, 'post', path, NEEDS.initiate, ({ body }): Answer => {
    const parsed = bodies.createBody.safeParse(body);
    if (!parsed.success) return badRequest(tenant, z.prettifyError(parsed.error));
    const { callbackUri, source, targets } = parsed.data;
    const [target] = targets;
    const party = target && bodies.partyFrom(tenant, target.identity);
    if (party === undefined) return badRequest(tenant, 'targets: nobody here has that id.');
    const instance = source?.identity.applicationInstance?.id;
    const service = instance ? tenant.directory.findServiceByInstance(instance) : undefined;
    if (party.kind === 'phone' && service === undefined) {
      return badRequest(tenant, 'source: a number outside is called by an applicationInstance.');
    }
    const call = calls.create(board, { target: party, callbackUri, source: service ?? null });
    return call.bot
      ? created(callEntity(board, call, call.bot))
      : resourceNotFound(tenant, call.id);
  });
}

function registerLife(server: Server, board: Board): void {
  const { tenant } = board;
  callAction(server, board, 'answer', NEEDS.answer, bodies.answerBody, (call, bot, body) =>
    unlessRefused(tenant, calls.answer(board, call, bot, body.callbackUri), accepted),
  );
  callAction(server, board, 'reject', NEEDS.none, bodies.rejectBody, (call, bot, body) =>
    unlessRefused(tenant, calls.reject(board, call, bot, body?.reason ?? 'none'), accepted),
  );
  callRoute(server, board, 'post', '/keepAlive', NEEDS.none, ({ call, bot }) => {
    calls.keepAlive(board, call, bot);
    return { status: 200 };
  });
  callRoute(server, board, 'del', '', NEEDS.none, ({ call, bot }) => {
    calls.productHangsUp(board, call, bot);
    return noContent;
  });
}

function registerHandOver(server: Server, board: Board): void {
  const { tenant } = board;
  callAction(server, board, 'redirect', NEEDS.initiate, bodies.redirectBody, (call, bot, body) => {
    const parties = body.targets.map(({ identity }) => bodies.partyFrom(tenant, identity));
    const people = parties.flatMap((party) => (party?.kind === 'person' ? [party.person] : []));
    if (people.length < parties.length) {
      return badRequest(tenant, 'targets: users of this tenant only.');
    }
    if (body.callbackUri) bot.callbackUri = body.callbackUri;
    return unlessRefused(
      tenant,
      calls.redirect(board, call, bot, people, body.timeout ?? null),
      accepted,
    );
  });
  callAction(server, board, 'transfer', NEEDS.initiate, bodies.transferBody, (call, bot, body) => {
    const target = bodies.transferTargetFrom(tenant, body.transferTarget);
    if (target === undefined) return badRequest(tenant, 'transferTarget: nobody has that id.');
    return unlessRefused(tenant, calls.transfer(board, call, bot, target), accepted);
  });
  const inviteName = 'participants/invite';
  callAction(server, board, inviteName, NEEDS.invite, bodies.inviteBody, (call, bot, body) => {
    const parties = body.participants.map(({ identity }) => bodies.partyFrom(tenant, identity));
    const known = parties.flatMap((party) => party ?? []);
    if (known.length < parties.length) {
      return badRequest(tenant, 'participants: nobody here has that id.');
    }
    const result = calls.invite(board, call, bot, known, body.clientContext ?? null);
    return answerOperation(board, call, result);
  });
  const one = '/participants/:participant';
  callRoute(server, board, 'del', one, NEEDS.initiate, ({ call, bot, incoming }) =>
    unlessRefused(
      tenant,
      calls.removeParticipant(board, call, bot, incoming.params['participant'] ?? ''),
      noContent,
    ),
  );
}

function registerMedia(server: Server, board: Board): void {
  callAction(server, board, 'playPrompt', NEEDS.initiate, bodies.promptBody, (call, bot, body) => {
    const uris = body.prompts.map(({ mediaInfo }) => mediaInfo.uri);
    const result = calls.playPrompt(board, call, bot, uris, body.clientContext ?? null);
    return answerOperation(board, call, result);
  });
  const { contextBody } = bodies;
  const cancel = 'cancelMediaProcessing';
  callAction(server, board, cancel, NEEDS.initiate, contextBody, (call, bot, body) =>
    answerOperation(board, call, calls.cancelMedia(board, call, bot, body?.clientContext ?? null)),
  );
  callAction(server, board, 'subscribeToTone', NEEDS.media, contextBody, (call, bot, body) =>
    answerOperation(board, call, calls.subscribeToTone(board, bot, body?.clientContext ?? null)),
  );
  for (const isMuted of [true, false]) {
    const name = isMuted ? 'mute' : 'unmute';
    callAction(server, board, name, NEEDS.initiate, contextBody, (call, bot, body) => {
      const itself = bot.participants.get(bot.participantId);
      const request = { isMuted, clientContext: body?.clientContext ?? null };
      return answerOperation(board, call, calls.mute(board, call, bot, itself, request));
    });
  }
  const muteOne = '/participants/:participant/mute';
  callRoute(server, board, 'post', muteOne, NEEDS.initiate, ({ call, bot, incoming }) => {
    const id = incoming.params['participant'] ?? '';
    const participant = bot.participants.get(id);
    if (participant === undefined) return resourceNotFound(board.tenant, id);
    const context = contextBody.safeParse(incoming.body).data?.clientContext ?? null;
    const request = { isMuted: true, clientContext: context };
    return answerOperation(board, call, calls.mute(board, call, bot, participant, request));
  });
}

function registerReads(server: Server, board: Board): void {
  const { tenant } = board;
  callRoute(server, board, 'get', '', NEEDS.none, ({ call, bot }) =>
    ok(callEntity(board, call, bot)),
  );
  callRoute(server, board, 'get', '/participants', NEEDS.none, ({ bot }) =>
    ok({
      '@odata.context': `${tenant.url}${GRAPH_ROOT}/$metadata#participants`,
      value: [...bot.participants.values()].map((one) => participantView(tenant, one, false)),
    }),
  );
  const onePath = '/participants/:participant';
  callRoute(server, board, 'get', onePath, NEEDS.none, ({ bot, incoming }) => {
    const id = incoming.params['participant'] ?? '';
    const participant = bot.participants.get(id);
    if (participant === undefined) return resourceNotFound(tenant, id);
    return ok(participantView(tenant, participant));
  });
  callRoute(server, board, 'get', '/operations/:operation', NEEDS.none, ({ bot, incoming }) => {
    const id = incoming.params['operation'] ?? '';
    const operation = bot.operations.get(id);
    if (operation === undefined) return resourceNotFound(tenant, id);
    return ok(operationView(tenant, operation));
  });
}

function callEntity(board: Board, call: Call, bot: BotSide): Readonly<Record<string, unknown>> {
  const { tenant } = board;
  return {
    '@odata.context': `${tenant.url}/graph/v1.0/$metadata#communications/calls/$entity`,
    ...callView(tenant, call, bot),
  };
}

/** An operation that began, with the address where it can be read. */
function answerOperation(board: Board, call: Call, result: Operation | Refusal): Answer {
  const { tenant } = board;
  if (isRefusal(result)) return graphError(tenant, result.status, result.code, result.message);
  const path = `/communications/calls/${call.id}/operations/${result.id}`;
  return {
    ...ok(operationView(tenant, result)),
    headers: { Location: `${tenant.url}/graph/v1.0${path}` },
  };
}
