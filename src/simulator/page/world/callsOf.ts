import type { Call, Leg, World } from './wire.ts';

/** A leg together with the call it belongs to, as a person's Teams client shows it. */
export type ClientCall = { readonly call: Call; readonly leg: Leg };

/** What a person's client shows now: calls that ring at it, and calls it takes part in. */
export type ClientCalls = {
  readonly ringing: readonly ClientCall[];
  readonly talking: readonly ClientCall[];
  /** Calls that the person dialled. */
  readonly dialled: readonly Call[];
};

const noCalls: ClientCalls = { ringing: [], talking: [], dialled: [] };

/** Groups the calls that have not ended by the person whose client shows them. */
export function groupCallsByPerson(world: World): (upn: string) => ClientCalls {
  type Growing = { ringing: ClientCall[]; talking: ClientCall[]; dialled: Call[] };
  const byPerson = new Map<string, Growing>();
  const of = (upn: string): Growing => {
    const known = byPerson.get(upn);
    if (known !== undefined) return known;
    const fresh: Growing = { ringing: [], talking: [], dialled: [] };
    byPerson.set(upn, fresh);
    return fresh;
  };
  const upns = new Set(world.people.map((person) => person.upn));
  for (const call of world.calls) {
    if (call.state === 'ended') continue;
    if (upns.has(call.from)) of(call.from).dialled.push(call);
    for (const leg of call.legs) {
      if (leg.endedAt === null && leg.state === 'ringing') of(leg.upn).ringing.push({ call, leg });
      if (leg.endedAt === null && leg.state === 'accepted') of(leg.upn).talking.push({ call, leg });
    }
  }
  return (upn) => byPerson.get(upn) ?? noCalls;
}

/** Who was called, as people read it: the service, a colleague's name, or the number. */
export function nameOfCalled(world: World, called: string): string {
  const service = world.services.find((each) => each.phone === called);
  const owner = world.people.find((each) => each.phone === called);
  return service?.name ?? owner?.displayName ?? nameOfParty(world, called);
}

/** Whether the person dialled an emergency number. */
export function isEmergency(world: World, call: Call): boolean {
  return world.emergencies?.some(({ callId }) => callId === call.id) ?? false;
}

/** Who calls, as people read it: a colleague's name, or the number. */
export function nameOfCaller(world: World, call: Call): string {
  return nameOfParty(world, call.from);
}

function nameOfParty(world: World, upnOrNumber: string): string {
  const colleague = world.people.find((person) => person.upn === upnOrNumber);
  return colleague?.displayName ?? readableNumber(upnOrNumber);
}

/** Whom a telephone outside talks to: the service that was called, or that calls back. */
export function nameAtOtherEnd(world: World, call: Call): string {
  return nameOfCalled(world, call.direction === 'outgoing' ? call.from : call.to);
}

/** The telephone's own number. */
export function ownNumber(world: World, call: Call): string {
  return call.direction === 'outgoing' ? nameOfParty(world, call.to) : nameOfCaller(world, call);
}

/** What a ringing client shows first: the service, or the caller of a direct call. */
export function nameOnRinging(world: World, call: Call): string {
  const service = world.services.find((each) => each.phone === call.to);
  return service?.name ?? nameOfCaller(world, call);
}

/** `+41790000001` as people read it, `+41 79 000 00 01`; other numbers stay as they are. */
export function readableNumber(phone: string): string {
  const swiss = /^\+41(\d{2})(\d{3})(\d{2})(\d{2})$/.exec(phone);
  return swiss === null ? phone : `+41 ${swiss.slice(1).join(' ')}`;
}

/** A person's name for a user principal name, or the user principal name itself. */
export function nameOfPerson(world: World, upn: string): string {
  return world.people.find((person) => person.upn === upn)?.displayName ?? upn;
}
