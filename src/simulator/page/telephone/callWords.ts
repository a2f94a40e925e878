import type { WordKey } from '../language/en.ts';
import type { Say } from '../language/language.ts';
import { nameOfPerson, readableNumber } from '../world/callsOf.ts';
import type { Call, Hears, World } from '../world/wire.ts';

/** What the caller experiences now, in one line. */
export function stateInWords(call: Call, world: World, say: Say): string {
  switch (call.state) {
    case 'ringing':
      return say('telephone.states.ringing');
    case 'answered':
      return answeredInWords(call.hears, say);
    case 'voicemail':
      return call.hears?.from == null
        ? say('telephone.states.voicemail')
        : say('telephone.states.voicemailOf', { person: nameOfPerson(world, call.hears.from) });
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

function answeredInWords(hears: Hears | undefined, say: Say): string {
  switch (hears?.what) {
    case 'announcement':
      return say('telephone.states.plays', { names: announcementsInWords(hears.names, say) });
    case 'silence':
      return say('telephone.states.silence');
    case 'ringing':
      return say('telephone.states.transferring');
    default:
      return say('telephone.states.answered');
  }
}

/** The announcements that are there from the start; others are shown by their names. */
const builtIn: Readonly<Record<string, WordKey>> = {
  greeting: 'telephone.announcements.greeting',
  'waiting-music': 'telephone.announcements.waitingMusic',
  comfort: 'telephone.announcements.comfort',
  'all-busy': 'telephone.announcements.allBusy',
  closed: 'telephone.announcements.closed',
  ringing: 'telephone.announcements.ringing',
  'call-back-confirmed': 'telephone.announcements.callBackConfirmed',
};

/** Announcements by the names that people know them by. */
export function announcementsInWords(names: readonly string[], say: Say): string {
  return names
    .map((name) => {
      const known = builtIn[name];
      return known === undefined ? name : say(known);
    })
    .join(', ');
}

/** Whose clients ring for this call, by name, and which telephones the caller is sent to. */
export function ringingAt(call: Call, world: World): readonly string[] {
  const clients = call.legs
    .filter((leg) => leg.state === 'ringing')
    .map((leg) => nameOfPerson(world, leg.upn));
  const telephones = call.direction === 'outgoing' ? [] : (call.ringsAt ?? []);
  return [...clients, ...telephones.map(readableNumber)];
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
