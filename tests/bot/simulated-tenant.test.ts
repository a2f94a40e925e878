/** The bot in the simulated tenant: its login, its keys and its Bot Connector, all over HTTP. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTokenSource } from '@rufwerk/engine/graph';
import { startSimulatedTenant } from '../../src/simulator/index.ts';
import type { SimulatedTenant } from '../../src/simulator/index.ts';
import { textsOf } from './stage/card-text.ts';
import { anna, annaWins, appId, offerTo, sam, sofia, waitingCall } from './stage/contoso.ts';
import { PLACE, showEmergency } from './stage/emergency.ts';
import { openHouse } from './stage/house.ts';
import type { House } from './stage/house.ts';

interface ChatMessage {
  readonly id: string;
  readonly from: string;
  readonly cards: readonly object[];
  readonly updates: readonly object[];
}

interface Chat {
  readonly id: string;
  readonly upn: string;
  readonly messages: readonly ChatMessage[];
}

const SAM = 'sam.supervisor@contoso.example';
const SOFIA = 'sofia.supervisor@contoso.example';

let played: SimulatedTenant;
let house: House;

beforeAll(async () => {
  played = await startSimulatedTenant();
  const { tenantId, applicationId, applicationSecret } = played.tenant;
  const loginUrl = `${played.url}/login`;
  const clock = { now: () => Date.now(), setTimer: () => ({ cancel: () => undefined }) };
  const secret = applicationSecret;
  house = await openHouse({
    tokens: createTokenSource({ tenantId, appId: applicationId, secret, loginUrl, clock }),
    openIdUrl: `${played.url}/connector/.well-known/openidconfiguration`,
    serviceUrl: `${played.url}/connector/`,
    clock,
  });
  played.setProduct(new URL(house.url).origin);
  house.tables.calls.push(waitingCall);
  house.tables.decisions.push(annaWins);
  house.tables.offers.push(offerTo(anna, annaWins, null));
});

afterAll(async () => {
  await house.close();
  await played.close();
});

async function control(method: string, path: string, body?: object): Promise<unknown> {
  const headers = { 'Content-Type': 'application/json' };
  const sent = body === undefined ? null : JSON.stringify(body);
  const response = await fetch(`${played.url}/_simulator${path}`, { method, headers, body: sent });
  const answered: unknown = await response.json();
  expect({ path, status: response.status < 300, answered }).toMatchObject({ status: true });
  return answered;
}

async function chatOf(upn: string): Promise<Chat> {
  const [chat] = (await control('GET', `/chats?upn=${upn}`)) as readonly Chat[];
  if (chat === undefined) throw new Error(`${upn} has no chat`);
  return chat;
}

test('the ids of the stage are those of the played world', () => {
  expect(played.tenant.applicationId).toBe(appId);
});

test('opening the chat is welcomed once, in the language of the person', async () => {
  await control('POST', '/chats', { from: SOFIA });
  const { messages } = await chatOf(SOFIA);
  expect(messages).toHaveLength(1);
  expect(textsOf(messages[0]?.cards)[0]).toContain('Hallo, ich bin Rufwerk');
});

test('the card of a call is one message, updated in place, and “Why?” explains it', async () => {
  expect(await house.showCard(sam, sofia)).toEqual({ kind: 'done' });
  house.tables.offers[0] = offerTo(anna, annaWins, 'accepted');
  house.tables.calls[0] = { ...waitingCall, agentId: anna.id, connectedAt: annaWins.at + 9_000 };
  expect(await house.showCard(sam, sofia)).toEqual({ kind: 'done' });

  const { id, messages } = await chatOf(SAM);
  expect(messages.map(({ updates }) => updates.length)).toEqual([2]);
  expect(textsOf(messages[0]?.cards)).toContain('Talks with Anna Müller');
  expect(textsOf((await chatOf(SOFIA)).messages[1]?.cards)).toContain(
    'Im Gespräch mit Anna Müller',
  );

  const messageId = messages[0]?.id;
  await control('POST', `/chats/${id}/actions`, { from: SAM, messageId, action: { verb: 'why' } });
  expect(textsOf((await chatOf(SAM)).messages[0]?.cards)).toContain('Carla Schröder');
});

test('the card of an emergency is one message, and its button says who pressed it', async () => {
  expect(await showEmergency(house.bot, [sam])).toMatchObject({ kind: 'done' });
  const { id, messages } = await chatOf(SAM);
  const messageId = messages.at(-1)?.id;
  expect(textsOf(messages.at(-1)?.cards).join()).toContain(PLACE);
  const action = { verb: 'emergency-over' };
  await control('POST', `/chats/${id}/actions`, { from: SAM, messageId, action });
  expect(house.desk.submitted).toMatchObject([{ type: 'EmergencyCallOver', by: sam.id }]);

  expect(await showEmergency(house.bot, [sam])).toMatchObject({ kind: 'done' });
  const last = (await chatOf(SAM)).messages.at(-1);
  expect(last?.id).toBe(messageId);
  expect(textsOf(last?.cards)).toContainEqual(expect.stringMatching(/^Sam Taylor said at/));
});

test('words to the bot are answered in the chat', async () => {
  const { id } = await chatOf(SAM);
  expect(
    await control('POST', `/chats/${id}/messages`, { from: SAM, text: 'status' }),
  ).toMatchObject({
    botStatus: 200,
  });
  expect(textsOf((await chatOf(SAM)).messages.at(-1)?.cards)).toContain('IT Helpdesk');
});
