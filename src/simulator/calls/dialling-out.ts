import type { Person } from '../world/directory.ts';
import { arrive } from './arriving.ts';
import type { Call } from './call.ts';
import { endCall, partnerLeft } from './ending.ts';
import type { Switchboard } from './switchboard.ts';
import { reachVoicemail } from './voicemail.ts';

/**
 * A person dials from the Teams client and is in a call from then on: with a service (which the
 * product is told of), with a colleague whose client rings, or with a number outside, of which
 * nobody is told anything.
 */
export function dialOut(board: Switchboard, person: Person, to: string): Call {
  const { directory } = board.tenant;
  const service = directory.findServiceByPhone(to);
  if (service !== undefined) return arrive(board, { kind: 'person', person }, person.upn, service);
  const call = board.open({
    direction: 'outgoing',
    from: person.upn,
    to,
    service: null,
    caller: { kind: 'person', person },
  });
  board.note(call, `${person.upn} dialled ${to}`);
  const colleague =
    directory.findPerson(to) ?? directory.people.find(({ settings }) => settings.ownNumber === to);
  if (colleague === undefined || colleague === person) {
    call.experience = 'connected';
    return call;
  }
  board.clients.ring(call, colleague, {
    onAccepted: (leg) => {
      call.experience = 'connected';
      call.connectedTo = leg.person;
      board.tenant.changed('calls');
    },
    onVoicemail: (leg) => reachVoicemail(board, call, { kind: 'person', person: leg.person }),
    onFailed: (_leg, failure) => {
      if (failure !== 'cancelled') endCall(board, call, failure);
    },
    onLeft: () => partnerLeft(board, call),
  });
  return call;
}
