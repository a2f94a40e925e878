import type { Server } from 'restify';
import { z } from 'zod';
import type { Emergencies } from '../emergencies/emergencies.ts';
import type { Emergency } from '../emergencies/emergency.ts';
import { created, noContent, ok, unknownName, wrongBody } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import { controlRoute } from '../http/routes.ts';
import type { Method } from '../http/routes.ts';
import { withBody } from './body.ts';
import { callerNumber, partyAt } from './calls.ts';
import { viewEmergency } from './views.ts';

/** The number that the played responders call back from. */
const RESPONDER = '+41449990112';

const callBackBody = z.strictObject({ from: callerNumber.optional() }).optional();

type Handle = (emergency: Emergency, incoming: Incoming) => Answer | Promise<Answer>;

/** The emergency service's side: what it sees, hanging up, losing the line, calling back. */
export function registerEmergencyControl(server: Server, emergencies: Emergencies): void {
  const path = '/_simulator/emergencies';
  const route = (method: Method, below: string, handle: Handle): void =>
    controlRoute(server, method, `${path}/:id${below}`, (incoming) => {
      const id = incoming.params['id'] ?? '';
      const found = emergencies.find(id);
      return found ? handle(found, incoming) : unknownName(`There is no emergency ${id}.`);
    });
  const end =
    (how: Parameters<Emergencies['end']>[1]): Handle =>
    (emergency) =>
      emergencies.end(emergency, how) ? noContent : wrongBody('The call has ended.');
  controlRoute(server, 'get', path, () => ok(emergencies.all().map(viewEmergency)));
  route('get', '', (emergency) => ok(viewEmergency(emergency)));
  route('del', '', end('hungUpByEmergencyService'));
  route('post', '/drop', end('dropped'));
  route('post', '/callback', (emergency, { body }) =>
    withBody(callBackBody, body, (wanted) => {
      const seen = emergency.callerIdSeen;
      if (seen === null) return wrongBody('The emergency service saw no number to call back.');
      const from = wanted?.from ?? RESPONDER;
      const call = emergencies.callBack(emergency, partyAt(from), from);
      return call ? created({ id: call.id }) : unknownName(`${seen} is nobody's number here.`);
    }),
  );
}
