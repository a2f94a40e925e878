import type { Server } from 'restify';
import { z } from 'zod';
import { callerHangsUp, dialIn, pressTones } from '../calls/index.ts';
import type { Call, Party, Switchboard } from '../calls/index.ts';
import { created, noContent, ok, unknownName, wrongBody } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import { controlRoute } from '../http/routes.ts';
import type { Method } from '../http/routes.ts';
import { withBody } from './body.ts';
import { viewCall, viewHeard, viewVoicemail } from './views.ts';

/** A telephone outside, as it shows itself. */
export const callerNumber = z
  .string()
  .regex(/^\+\d{6,15}$|^withheld$/, 'give a number like +41790000001, or "withheld"');
const dialBody = z.strictObject({ from: callerNumber, to: z.string() });
const tonesBody = z.strictObject({
  tones: z.string().regex(/^[0-9*#A-Da-d]+$/, 'give keys of a telephone: 0-9, *, #, A-D'),
});

const behaviourBody = z.strictObject({
  answers: z.enum(['auto', 'never', 'manual']).optional(),
  afterSeconds: z.number().min(0).optional(),
});

/** Telephones outside: dialling somebody here, being called, hearing, pressing keys, hanging up. */
export function registerCallControl(server: Server, board: Switchboard): void {
  controlRoute(server, 'post', '/_simulator/calls', ({ body }) =>
    withBody(dialBody, body, ({ from, to }) => {
      const call = dialIn(board, partyAt(from), from, to);
      return call ? created({ id: call.id }) : unknownName(`${to} is nobody's number here.`);
    }),
  );
  callRoute(server, board, 'get', '', (call) => ok(viewCall(call)));
  callRoute(server, board, 'get', '/heard', (call) => ok(viewHeard(call)));
  for (const act of ['accept', 'decline'] as const) {
    callRoute(server, board, 'post', `/${act}`, (call) => {
      const [telephone] = call.telephones;
      if (telephone === undefined) return wrongBody('No telephone rings for this call.');
      telephone[act]();
      return noContent;
    });
  }
  registerTelephones(server, board);
  controlRoute(server, 'get', '/_simulator/voicemails', () =>
    ok(board.voicemails.map(viewVoicemail)),
  );
  callRoute(server, board, 'del', '', (call) => {
    callerHangsUp(board, call);
    return noContent;
  });
  callRoute(server, board, 'post', '/tones', (call, { body }) =>
    withBody(tonesBody, body, ({ tones }) => {
      if (call.experience === 'ended') return wrongBody('The call has ended.');
      pressTones(board, call, tones);
      return noContent;
    }),
  );
}

/** Who calls, by the number that is shown. */
export function partyAt(from: string): Party {
  return from === 'withheld' ? { kind: 'withheld' } : { kind: 'phone', number: from };
}

function registerTelephones(server: Server, { telephones }: Switchboard): void {
  const path = '/_simulator/telephones/:number/behaviour';
  controlRoute(server, 'put', path, ({ params, body }) =>
    withBody(behaviourBody, body, ({ answers, afterSeconds }) => {
      const number = params['number'] ?? '';
      if (!/^\+\d{6,15}$/.test(number)) return wrongBody(`${number} is no telephone number.`);
      const before = telephones.behaviour(number);
      const wanted = {
        answers: answers ?? before.answers,
        afterSeconds: afterSeconds ?? before.afterSeconds,
      };
      if (!telephones.behave(number, wanted)) return wrongBody('Too many telephones are set.');
      return ok(wanted);
    }),
  );
}

function callRoute(
  server: Server,
  board: Switchboard,
  method: Method,
  path: string,
  handle: (call: Call, incoming: Incoming) => Answer | Promise<Answer>,
): void {
  controlRoute(server, method, `/_simulator/calls/:call${path}`, (incoming) => {
    const id = incoming.params['call'] ?? '';
    const call = board.find(id);
    return call === undefined ? unknownName(`There is no call ${id}.`) : handle(call, incoming);
  });
}
