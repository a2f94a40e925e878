/** Random configurations that are valid: each setting within its bounds, no rule contradicted. */
import { type Configuration, validateConfiguration } from '@rufwerk/engine/core';
import fc, { type Arbitrary } from 'fast-check';

const person = fc.constantFrom('anna', 'ben', 'carla').map((name) => `${name}@contoso.example`);
const people = fc.uniqueArray(person, { maxLength: 3 });
const contacts = fc.uniqueArray(person, { maxLength: 2 });
const skillName = fc.constantFrom('network', 'windows', 'german');
const upTo = (minimum: number, maximum: number): Arbitrary<number> =>
  fc.integer({ min: minimum, max: maximum });
const announcement = fc.constantFrom('greeting', 'closed', 'my-own-1');
const group = fc.uuid();
const required = fc.uniqueArray(fc.record({ skill: skillName, minimum: upTo(0, 100) }), {
  selector: ({ skill }) => skill,
  minLength: 1,
  maxLength: 2,
});

/** Never to another service: where calls go round is the server's to find. */
const action = fc.oneof(
  fc.record({ do: fc.constant('person'), person }),
  fc.record({ do: fc.constant('voicemail'), person }),
  fc.record({ do: fc.constant('number'), number: fc.constant('+41435000000') }),
  fc.record({ do: fc.constant('group-voicemail'), group }),
  fc.record({ do: fc.constant('announce'), announcement }),
);

const period = fc.constantFrom({ from: '08:00', to: '12:00' }, { from: '13:00', to: '24:00' });
const periods = fc.array(period, { maxLength: 2 });
const week = fc.record({
  ...{ monday: periods, tuesday: periods, wednesday: periods, thursday: periods },
  ...{ friday: periods, saturday: periods, sunday: periods },
});
const exception = fc.record(
  { day: fc.constantFrom('2026-12-24', '2027-01-02'), name: fc.constant('Eve'), periods },
  { requiredKeys: ['day', 'periods'] },
);
const hours = fc.record({
  timeZone: fc.constantFrom('UTC', 'Europe/Zurich'),
  week,
  holidays: fc.option(fc.constantFrom('CH', 'CH-ZH')),
  exceptions: fc.array(exception, { maxLength: 2 }),
});

const responsibility = fc.record({
  by: fc.constantFrom('people', 'skills', 'nobody'),
  team: fc.option(group),
  newMembersActive: fc.boolean(),
  skills: required,
  levels: fc.array(fc.record({ afterSeconds: upTo(1, 14_400), agents: people, skills: required }), {
    maxLength: 1,
  }),
  preferred: people,
  preferredFirstSeconds: upTo(0, 3_600),
  lastAgentFirstSeconds: upTo(0, 3_600),
});

const queue = fc.record({
  priority: upTo(1, 5),
  maximumWaiting: fc.option(upTo(0, 10_000)),
  whenFull: action,
  maximumWaitSeconds: fc.option(upTo(90, 14_400)),
  whenTooLong: action,
  nobodyAfterSeconds: upTo(0, 3_600),
  whenNobody: fc.option(action),
  whenClosed: action,
  waitingAtClosing: fc.constantFrom('serve', 'act'),
});

const offers = fc.record({
  ringTimeoutSeconds: upTo(5, 90),
  pauseAfterMissedSeconds: upTo(0, 3_600),
  pauseAfterDeclinedSeconds: upTo(0, 3_600),
  pauseAfterUnreachableSeconds: upTo(0, 3_600),
  offDutyAfterMisses: upTo(0, 20),
  broadcastTo: upTo(2, 25),
  pauseAfterMissedBroadcast: fc.boolean(),
});

const service = fc.record({
  id: fc.constantFrom('sales', 'claims', 'help-1'),
  name: fc.constantFrom('Sales', '12', 'Hilfe & Rat'),
  agents: people,
  supervisors: people,
  responsibility,
  order: fc.constantFrom('longest-idle', 'fixed-order', 'broadcast', 'best-skill'),
  offers,
  afterCallWork: fc.record({
    mode: fc.constantFrom('none', 'fixed', 'extendable', 'until-done'),
    seconds: upTo(1, 600),
    extensionSeconds: upTo(5, 3_600),
    maximumSeconds: upTo(600, 14_400),
  }),
  queue,
  hours: fc.option(hours),
  announcements: fc.record({
    greeting: announcement,
    waitingMusic: announcement,
    comfort: fc.option(announcement),
    comfortEverySeconds: upTo(10, 600),
    callBackConfirmed: announcement,
  }),
  callBack: fc.record({
    offered: fc.boolean(),
    key: fc.constantFrom('1', '9', '*', '#'),
    attempts: upTo(1, 5),
    retryAfterSeconds: upTo(30, 7_200),
    dialTimeoutSeconds: upTo(15, 120),
  }),
  redirectMaximumMinutes: upTo(1, 1_440),
  emergencyContacts: contacts,
});

const emergency = fc.record({
  contacts,
  policies: fc.constantFrom([], ['Zurich']),
  country: fc.constantFrom('CH', 'US'),
  numbers: fc.constantFrom([], [{ country: 'CH', numbers: ['112', '144'] }]),
  callbackNumbers: fc.constantFrom(
    [],
    [{ resourceAccount: 'pool-1@c.example', number: '+41440000901' }],
  ),
  mailFrom: fc.option(person),
  mailTemplates: fc.constantFrom([], [{ language: 'de', subject: 'Hilfe', body: '{{agent}}' }]),
});

const agent = fc.record({
  id: person,
  skills: fc.uniqueArray(fc.record({ skill: skillName, level: upTo(0, 100) }), {
    selector: ({ skill }) => skill,
    maxLength: 3,
  }),
  profiles: fc.constantFrom([], ['some']),
  lots: upTo(1, 10),
  emergency: fc.record({
    contacts,
    callback: fc.constant('own-number'),
    country: fc.option(fc.constantFrom('CH', 'US')),
  }),
});

const document = fc.record({
  emergency,
  administrators: people,
  dutyAtStart: fc.constantFrom('on', 'off'),
  ageingSeconds: upTo(10, 3_600),
  timeZone: fc.constantFrom('UTC', 'Europe/Zurich'),
  agents: fc.uniqueArray(agent, { selector: ({ id }) => id, maxLength: 3 }),
  profiles: fc.constant([{ id: 'some', name: 'Some', skills: ['network'] }]),
  breakReasons: fc.uniqueArray(
    fc.record({
      code: upTo(100, 999),
      name: fc.constantFrom('Lunch', 'Training'),
      maximumMinutes: fc.option(upTo(1, 480)),
    }),
    { selector: ({ code }) => code, maxLength: 3 },
  ),
  services: fc.uniqueArray(service, { selector: ({ id }) => id, minLength: 1, maxLength: 3 }),
});

export const configurations: Arbitrary<Configuration> = document.map((each) => {
  const services = each.services.map((one) => ({ ...one, resourceAccount: `${one.id}@c.example` }));
  const result = validateConfiguration({ ...each, services });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.configuration;
});
