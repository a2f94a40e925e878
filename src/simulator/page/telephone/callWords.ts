import type { Say } from '../language/language.ts';
import { nameOfPerson } from '../world/callsOf.ts';
import type { Call, World } from '../world/wire.ts';

/** What the caller experiences now, in one line. */
export function stateInWords(call: Call, world: World, say: Say): string {
  switch (call.state) {
    case 'ringing':
    case 'answered':
    case 'voicemail':
      return say(`telephone.states.${call.state}`);
    case 'connected':
      return call.connectedTo === null
        ? say('telephone.states.connectedUnknown')
        : say('telephone.states.connected', { person: nameOfPerson(world, call.connectedTo) });
    case 'ended':
      return call.endReason === null
        ? say('telephone.states.ended')
        : say('telephone.endedBecause', { reason: call.endReason });
    default:
      return call.state satisfies never;
  }
}

/** Whose clients ring for this call, by name. */
export function ringingAt(call: Call, world: World): readonly string[] {
  return call.legs
    .filter((leg) => leg.state === 'ringing')
    .map((leg) => nameOfPerson(world, leg.upn));
}

/** How long the call has lasted, or lasted until it ended, in ms. */
export function durationOf(call: Call, playedNow: number): number {
  const first = call.timeline[0];
  if (first === undefined) return 0;
  const last = call.timeline[call.timeline.length - 1] ?? first;
  const until = call.state === 'ended' ? Date.parse(last.at) : playedNow;
  return until - Date.parse(first.at);
}

/** A caller's number that none of these calls came from. */
export function freeNumber(calls: readonly Call[]): string {
  const taken = new Set(calls.map((call) => call.from));
  let number = '+41790000001';
  // One more number than there are calls is enough to find a free one.
  for (let tried = 0; tried <= taken.size && taken.has(number); tried += 1) {
    number = nextNumber(number);
  }
  return number;
}

function nextNumber(phone: string): string {
  const parts = /^(.*?)(\d{1,9})$/.exec(phone);
  const [, head = '', tail = ''] = parts ?? [];
  return tail === '' ? phone : head + String(Number(tail) + 1).padStart(tail.length, '0');
}
