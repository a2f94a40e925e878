import type { Person } from '../world/directory.ts';
import type { Call } from './call.ts';
import { endCall, partnerLeft } from './ending.ts';
import type { Switchboard } from './switchboard.ts';
import { reachVoicemail } from './voicemail.ts';

/** A call rings a person's client with nothing of the product in between; the client decides. */
export function ringDirectly(board: Switchboard, call: Call, person: Person): void {
  board.clients.ring(call, person, {
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
}
