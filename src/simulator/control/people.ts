import type { Server } from 'restify';
import { z } from 'zod';
import { callerHangsUp, dialOut } from '../calls/index.ts';
import type { Leg, Switchboard } from '../calls/index.ts';
import type { Emergencies } from '../emergencies/emergencies.ts';
import { isEmergencyNumber } from '../emergencies/numbers.ts';
import { created, noContent, ok, unknownName, wrongBody } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import { controlRoute } from '../http/routes.ts';
import type { Method } from '../http/routes.ts';
import type { CompetingWriters } from '../presence/competing-writers.ts';
import type { Person } from '../world/directory.ts';
import { withBody } from './body.ts';
import { viewPerson } from './views.ts';

const presenceBody = z.strictObject({
  availability: z.string().min(1),
  activity: z.string().min(1),
  source: z.enum(['person', 'calendar']).optional(),
});
const takeBackBody = z.object({ source: z.enum(['person', 'calendar']).optional() }).optional();
const behaviourBody = z.strictObject({
  answers: z.enum(['auto', 'never', 'manual']).optional(),
  afterSeconds: z.number().min(0).optional(),
  talksForSeconds: z.number().min(0).nullable().optional(),
});
const settingsBody = z.strictObject({
  voicemailAfterSeconds: z.number().min(0).nullable().optional(),
  forwardTo: z.string().nullable().optional(),
  busyOnBusy: z.boolean().optional(),
  ownNumber: z.string().nullable().optional(),
  callerIdRewrite: z.boolean().optional(),
  emergencyPolicy: z.string().min(1).nullable().optional(),
  locationKnown: z.boolean().optional(),
  calendarDelaySeconds: z.number().min(0).optional(),
});
const competitorBody = z.strictObject({
  availability: z.string().min(1),
  activity: z.string().min(1),
  afterSeconds: z.number().min(0).default(1),
});
const dialBody = z.strictObject({ to: z.string().min(1) });

type PersonHandler = (person: Person, incoming: Incoming) => Answer | Promise<Answer>;

/** What people do: in their Teams client, in their calendar, and what was set up for them. */
export function registerPeopleControl(
  server: Server,
  board: Switchboard,
  competitors: CompetingWriters,
  emergencies: Emergencies,
): void {
  const route = (method: Method, path: string, handle: PersonHandler): void =>
    controlRoute(server, method, `/_simulator/people/:upn${path}`, (incoming) => {
      const upn = incoming.params['upn'] ?? '';
      const person = board.tenant.directory.findPerson(upn);
      return person ? handle(person, incoming) : unknownName(`${upn} is nobody here.`);
    });
  route('get', '', (person) => ok(viewPerson(person, board.presence)));
  registerClient(route, board, emergencies);
  registerPresence(route, board);
  registerCompetitors(route, competitors);
  route('put', '/behaviour', (person, { body }) =>
    withBody(behaviourBody, body, (wanted) => {
      person.behaviour = { ...person.behaviour, ...withoutUndefined(wanted) };
      board.tenant.changed('people');
      return ok(person.behaviour);
    }),
  );
  route('put', '/settings', (person, { body }) =>
    withBody(settingsBody, body, (wanted) => {
      if (!canForwardTo(board, wanted.forwardTo)) {
        return wrongBody(
          `forwardTo: ${String(wanted.forwardTo)} is neither a person nor a number.`,
        );
      }
      person.settings = { ...person.settings, ...withoutUndefined(wanted) };
      board.tenant.changed('people');
      return ok(person.settings);
    }),
  );
}

type Route = (method: Method, path: string, handle: PersonHandler) => void;

function registerClient(route: Route, board: Switchboard, emergencies: Emergencies): void {
  route('post', '/calls', (person, { body }) =>
    withBody(dialBody, body, ({ to }) => {
      if (!isEmergencyNumber(to)) return created({ id: dialOut(board, person, to).id });
      const { id, call } = emergencies.dial(person, to);
      return created({ id: call.id, emergencyId: id });
    }),
  );
  const acts = {
    accept: (leg: Leg) => board.clients.accept(leg),
    decline: (leg: Leg) => board.clients.decline(leg),
  };
  for (const [name, act] of Object.entries(acts)) {
    route('post', `/calls/:leg/${name}`, (person, { params }) => {
      const leg = findLeg(board, person, params['leg'] ?? '');
      if (leg === undefined) return unknownName(`${person.upn} has no call ${params['leg']}.`);
      if (leg.state !== 'ringing') return wrongBody(`The call does not ring; it is ${leg.state}.`);
      act(leg);
      return noContent;
    });
  }
  route('post', '/calls/:leg/hangup', (person, { params }) => {
    const id = params['leg'] ?? '';
    const leg = findLeg(board, person, id);
    if (leg !== undefined) return hangUpLeg(board, leg);
    const own = board.find(id);
    const isOwn = own?.caller?.kind === 'person' && own.caller.person === person;
    if (own === undefined || !isOwn) return unknownName(`${person.upn} has no call ${id}.`);
    callerHangsUp(board, own);
    return noContent;
  });
}

function registerPresence(route: Route, board: Switchboard): void {
  route('put', '/presence', (person, { body }) =>
    withBody(presenceBody, body, ({ source, availability, activity }) => {
      const wanted = { availability, activity };
      if (source === 'calendar') board.presence.setMeeting(person, wanted);
      else board.presence.switchByPerson(person, wanted);
      return ok(board.presence.shown(person));
    }),
  );
  route('del', '/presence', (person, { body, query }) =>
    withBody(takeBackBody, body ?? query, (wanted) => {
      if (wanted?.source !== 'person') board.presence.setMeeting(person, null);
      if (wanted?.source !== 'calendar') board.presence.takeBackByPerson(person);
      return ok(board.presence.shown(person));
    }),
  );
}

/** Another application that writes the person's presence right after the product did. */
function registerCompetitors(route: Route, competitors: CompetingWriters): void {
  route('put', '/competing-writer', (person, { body }) =>
    withBody(competitorBody, body, (writer) => {
      competitors.set(person, writer);
      return ok(writer);
    }),
  );
  route('del', '/competing-writer', (person) => {
    competitors.set(person, null);
    return noContent;
  });
}

function hangUpLeg(board: Switchboard, leg: Leg): Answer {
  if (leg.state !== 'accepted' || leg.endedAt !== null) {
    return wrongBody(`There is no conversation to hang up; the call is ${leg.state}.`);
  }
  board.clients.hangUp(leg);
  return noContent;
}

function findLeg(board: Switchboard, person: Person, id: string): Leg | undefined {
  for (const call of board.calls()) {
    const leg = call.legs.find((one) => one.id === id && one.person === person);
    if (leg !== undefined) return leg;
  }
  return undefined;
}

function canForwardTo(board: Switchboard, forwardTo: string | null | undefined): boolean {
  if (forwardTo === undefined || forwardTo === null) return true;
  return /^\+\d+$/.test(forwardTo) || board.tenant.directory.findPerson(forwardTo) !== undefined;
}

/** With exact optional properties, a field that is not given must not be there at all. */
function withoutUndefined<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };
}
