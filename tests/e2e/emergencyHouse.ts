/** The whole system in an emergency: what the tests of it say and look at. */
import { emergenciesSchema, type EmergencyShown, myWorkSchema } from '@rufwerk/engine/api';
import { type Control, eventually, upn } from './control.ts';
import { House, type HouseOptions } from './house.ts';

export const [ANNA, BEN, DAVID] = ['anna', 'ben', 'david'].map((name) => upn(`${name}.agent`)) as [
  string,
  string,
  string,
];
export const SAM = upn('sam.supervisor');
export const SOFIA = upn('sofia.supervisor');
export const OUTSIDE = 'security@fabrikam.example';

/** Anna is called back on her own number; David, and in a fire the others, on one of the pool. */
const configurationText = `
administrators: [${upn('admin')}]
emergency:
  country: CH
  policies: [EmergencyPolicy]
  contacts: ['${SOFIA}; ${OUTSIDE}']
  callbackNumbers:
${[1, 2, 3]
  .map(
    (number) => `    - resourceAccount: ${upn(`emergency-callback-${number}`)}
      number: '+4144000090${number}'`,
  )
  .join('\n')}
agents:
${['david', 'emma', 'felix', 'greta']
  .map((name) => `  - { id: ${upn(`${name}.agent`)}, emergency: { callback: pool } }`)
  .join('\n')}
services:
  - id: it-helpdesk
    name: IT Helpdesk
    resourceAccount: ${upn('it-helpdesk')}
    agents: [${ANNA}, ${BEN}, ${DAVID}]
    supervisors: [${SAM}]
    afterCallWork: { mode: none }
  - id: sales
    name: Sales
    resourceAccount: ${upn('sales')}
    agents: [${['emma', 'felix', 'greta'].map((name) => upn(`${name}.agent`)).join(', ')}]
    supervisors: [${SAM}]
    afterCallWork: { mode: none }
`;

/** Open once Graph would tell of emergency calls, and presence has been read. */
export async function openEmergencyHouse(options: HouseOptions = {}): Promise<House> {
  const house = await House.open({ configurationText, ...options });
  await eventually(
    () => house.control.get<{ subscriptions: { resource: string }[] }>('/world'),
    ({ subscriptions }) => subscriptions.some(({ resource }) => /emergency/i.test(resource)),
    15_000,
  );
  await house.control.advance(5);
  return house;
}

export interface PlayedEmergency {
  readonly id: string;
  readonly upn: string;
  readonly callerIdSeen: string | null;
  readonly state: string;
}

/** The person dials in their Teams client; the emergency service answers. */
export async function dials112(control: Control, person: string): Promise<PlayedEmergency> {
  await control.post(`/people/${person}/calls`, { to: '112' });
  const all = await eventually(
    () => control.get<PlayedEmergency[]>('/emergencies'),
    (emergencies) => emergencies.some((one) => one.upn === person && one.state === 'connected'),
  );
  const found = all.filter((one) => one.upn === person).at(-1);
  if (found === undefined) throw new Error('The emergency that was seen is gone.');
  return found;
}

/** The responder dials the number that was seen; the call's id. */
export async function callsBack(control: Control, { id }: PlayedEmergency): Promise<string> {
  const answer = await control.post(`/emergencies/${id}/callback`);
  return ((await answer.json()) as { id: string }).id;
}

export function pressesButton(house: House, person: string): Promise<EmergencyShown> {
  return house.send(person, 'POST', '/api/v1/my-work/emergency', { isDrill: false });
}

export function says(
  house: House,
  person: string,
  what: 'call-over' | 'goes-on' | 'ready',
): Promise<unknown> {
  return house.send(person, 'POST', `/api/v1/my-work/emergency/${what}`);
}

/** The person's emergency as the person's own screen shows it. */
export async function emergencyOf(house: House, person: string): Promise<EmergencyShown | null> {
  return myWorkSchema.parse(await house.api(person, '/api/v1/my-work')).emergency;
}

export async function isProtected(house: House, person: string): Promise<boolean> {
  return (await emergencyOf(house, person)) !== null;
}

/** What somebody sees of the emergencies under way. */
export async function seenBy(house: House, person: string): Promise<readonly EmergencyShown[]> {
  return emergenciesSchema.parse(await house.api(person, '/api/v1/emergencies')).emergencies;
}

interface World {
  readonly people: readonly {
    readonly upn: string;
    readonly presence: { readonly availability: string };
  }[];
}

/** What everybody in the tenant sees of the person. */
export async function shownInTeams(control: Control, person: string): Promise<string | undefined> {
  const { people } = await control.get<World>('/world');
  return people.find((one) => one.upn === person)?.presence.availability;
}

/** How many mails have come to the contact outside. */
export async function mailsOutside(control: Control): Promise<number> {
  const mails = await control.get<{ readonly to: readonly string[] }[]>('/mail');
  return mails.filter(({ to }) => to.includes(OUTSIDE)).length;
}

/** As played time passes, one more mail has come to the contact outside than `before`. */
export async function laterMailed(control: Control, before: number): Promise<void> {
  await eventually(
    async () => {
      await control.advance(60);
      return mailsOutside(control);
    },
    (count) => count > before,
    20_000,
  );
}

/** Graph takes no mail: the person's emergency says that it is tried again. */
export async function pressesWithMailDown(house: House, person: string): Promise<EmergencyShown> {
  await house.control.put('/faults', { graph: { status: 503, path: '/users/*/sendMail' } });
  await pressesButton(house, person);
  const shown = await eventually(
    () => emergencyOf(house, person),
    (seen) => seen?.notices.some(({ state }) => state === 'waiting') === true,
    15_000,
  );
  if (shown === null) throw new Error('The emergency that was seen is gone.');
  return shown;
}

export async function until<T>(look: () => Promise<T>, wanted: T, withinMs = 10_000): Promise<T> {
  return eventually(look, (seen) => seen === wanted, withinMs);
}
