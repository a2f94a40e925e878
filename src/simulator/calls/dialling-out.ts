import type { Person } from '../world/directory.ts';
import { arrive } from './arriving.ts';
import type { Call } from './call.ts';
import { ringDirectly } from './ringing-directly.ts';
import type { Switchboard } from './switchboard.ts';

/**
 * A person dials from the Teams client and is in a call from then on: with a service (which the
 * product is told of), with a colleague whose client rings, or with a number outside, of which
 * nobody is told anything.
 */
export function dialOut(board: Switchboard, person: Person, to: string): Call {
  const { directory } = board.tenant;
  const service = directory.findServiceByPhone(to);
  if (service !== undefined) return arrive(board, { kind: 'person', person }, person.upn, service);
  const call = openOutgoing(board, person, to);
  const colleague = directory.findPerson(to) ?? directory.findPersonByNumber(to);
  if (colleague === undefined || colleague === person) call.experience = 'connected';
  else ringDirectly(board, call, colleague);
  return call;
}

/** A person's call to somebody or something that the product does not stand before. */
export function openOutgoing(board: Switchboard, person: Person, to: string): Call {
  const call = board.open({
    direction: 'outgoing',
    from: person.upn,
    to,
    service: null,
    caller: { kind: 'person', person },
  });
  board.note(call, `${person.upn} dialled ${to}`);
  return call;
}
