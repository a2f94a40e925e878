import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { anna, cardMessage, cardSaying, setStage } from './connector-stage.ts';
import type { Reply, Stage } from './connector-stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
});

afterEach(() => stage.close());

/** A card of the bot in Anna's chat; answers the ids that a press needs. */
async function postedCard(): Promise<{ readonly chatId: string; readonly messageId: string }> {
  const chat = await stage.annasChat();
  const path = `v3/conversations/${encodeURIComponent(chat.id)}/activities`;
  const { body } = await stage.asBot('POST', path, cardMessage('Anna rang'));
  return { chatId: chat.id, messageId: body.id };
}

function press(chatId: string, messageId: string, action: unknown): Promise<Reply> {
  return stage.asControl('POST', `chats/${encodeURIComponent(chatId)}/actions`, {
    from: anna.upn,
    messageId,
    action,
  });
}

describe('what the bot hears', () => {
  test('the first opening tells of the installation and the members, and only once', async () => {
    const opened = await stage.asControl('POST', 'chats', { from: anna.upn });
    expect(opened.status).toBe(201);
    await stage.asControl('POST', 'chats', { from: anna.upn });
    expect(stage.received.map(({ activity }) => activity['type'])).toEqual([
      'installationUpdate',
      'conversationUpdate',
    ]);
  });

  test('a message arrives in the shape of Teams', async () => {
    const chat = await stage.annasChat();
    const sent = await stage.asControl('POST', `chats/${encodeURIComponent(chat.id)}/messages`, {
      from: anna.upn,
      text: 'help',
    });
    expect(sent).toMatchObject({ status: 201, body: { botStatus: 200 } });
    expect(stage.received.at(-1)?.activity).toMatchObject({
      type: 'message',
      text: 'help',
      id: sent.body.id,
      channelId: 'msteams',
      serviceUrl: `${stage.tenant.url}/connector/`,
      locale: 'de-CH',
      from: { id: expect.stringMatching(/^29:/), aadObjectId: anna.id, name: anna.name },
      recipient: { id: `28:${stage.tenant.application.id}` },
      conversation: { conversationType: 'personal', id: chat.id, tenantId: stage.tenant.id },
      channelData: { tenant: { id: stage.tenant.id } },
    });
  });

  test('every activity is signed by the key of the published metadata, for this bot', async () => {
    await stage.asControl('POST', 'chats', { from: anna.upn });
    const metadata = await stage.asBot('GET', '.well-known/openidconfiguration');
    const keys = await stage.asBot('GET', '.well-known/keys');
    expect(keys.body.keys[0]?.endorsements).toEqual(['msteams']);
    const token = stage.received[0]?.authorization.replace('Bearer ', '') ?? '';
    const { payload } = await jwtVerify(
      token,
      createRemoteJWKSet(new URL(metadata.body.jwks_uri)),
      {
        issuer: 'https://api.botframework.com',
        audience: stage.tenant.application.id,
      },
    );
    expect(payload['serviceurl']).toBe(`${stage.tenant.url}/connector/`);
  });

  test('the token is good by the real clock even when the played one is hours ahead', async () => {
    stage.tenant.clock.jumpTo(stage.tenant.clock.nowMs() + 5 * 3_600_000);
    await stage.asControl('POST', 'chats', { from: anna.upn });
    const token = stage.received[0]?.authorization.replace('Bearer ', '') ?? '';
    const now = new Date();
    const { payload } = await jwtVerify(token, stage.tenant.keys.connector.publicKey, {
      currentDate: now,
    });
    expect((payload.exp ?? 0) * 1000).toBeGreaterThan(stage.tenant.clock.nowMs());
  });
});

describe('cards', () => {
  test('the card that an invoke answers replaces the pressed one', async () => {
    stage.behave(({ type }) =>
      type === 'invoke'
        ? {
            status: 200,
            body: {
              statusCode: 200,
              type: 'application/vnd.microsoft.card.adaptive',
              value: cardSaying('Because she was idle longest'),
            },
          }
        : { status: 200 },
    );
    const { chatId, messageId } = await postedCard();
    const pressed = await press(chatId, messageId, { verb: 'why', data: { detail: 'full' } });
    expect(pressed).toMatchObject({ status: 200, body: { botStatus: 200, notice: null } });
    expect(stage.received.at(-1)?.activity).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: messageId,
      value: {
        action: {
          type: 'Action.Execute',
          title: 'Why?',
          verb: 'why',
          data: { call: 7, detail: 'full' },
        },
        trigger: 'manual',
      },
    });
    const [message] = (await stage.annasChat()).messages;
    expect(message?.cards[0]?.body[0]?.text).toBe('Because she was idle longest');
    expect(message?.updates).toHaveLength(2);
  });

  test('words instead of a card leave the card and are handed on', async () => {
    stage.behave(() => ({
      status: 200,
      body: {
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: 'Noted.',
      },
    }));
    const { chatId, messageId } = await postedCard();
    const pressed = await press(chatId, messageId, { verb: 'why', data: {} });
    expect(pressed.body.notice).toBe('Noted.');
    expect((await stage.annasChat()).messages[0]?.updates).toHaveLength(1);
  });

  test('nobody can press a button that the card does not have', async () => {
    const { chatId, messageId } = await postedCard();
    const unknownVerb = await press(chatId, messageId, { verb: 'explode', data: {} });
    const otherCall = await press(chatId, messageId, { verb: 'why', data: { call: 8 } });
    for (const refused of [unknownVerb, otherCall]) {
      expect(refused.status).toBe(400);
      expect(refused.body.message).toContain('verb');
    }
    expect(stage.received).toEqual([]);
  });

  test('an Action.Submit arrives as a message with its value', async () => {
    const { chatId, messageId } = await postedCard();
    await press(chatId, messageId, { data: { choice: 'quiet' } });
    expect(stage.received.at(-1)?.activity).toMatchObject({
      type: 'message',
      value: { choice: 'quiet' },
      replyToId: messageId,
    });
  });
});

describe('the control interface', () => {
  test('a bot that cannot be reached leaves the message in the chat and says so', async () => {
    stage.tenant.product.baseUrl = 'http://127.0.0.1:1';
    const chat = await stage.annasChat();
    const sent = await stage.asControl('POST', `chats/${encodeURIComponent(chat.id)}/messages`, {
      from: anna.upn,
      text: 'anybody?',
    });
    expect(sent).toMatchObject({ status: 201, body: { botStatus: null } });
    expect((await stage.annasChat()).messages).toMatchObject([
      { from: anna.upn, text: 'anybody?' },
    ]);
  });

  test('unknown names are 404 and wrong bodies 400 with a message', async () => {
    const { chatId, messageId } = await postedCard();
    const path = encodeURIComponent(chatId);
    const cases: readonly (readonly [number, Promise<Reply>])[] = [
      [404, stage.asControl('GET', 'chats?upn=nobody@contoso.example')],
      [404, stage.asControl('POST', 'chats', { from: 'nobody@contoso.example' })],
      [404, stage.asControl('POST', 'chats/a:nowhere/messages', { from: anna.upn, text: 'x' })],
      [404, press(chatId, '1', { verb: 'why', data: {} })],
      [400, stage.asControl('POST', `chats/${path}/messages`, { from: anna.upn })],
      [400, stage.asControl('POST', `chats/${path}/messages`, { from: anna.upn, text: '  ' })],
      [
        400,
        stage.asControl('POST', `chats/${path}/messages`, {
          from: 'ben.agent@contoso.example',
          text: 'not mine',
        }),
      ],
      [400, press(chatId, messageId, 'why')],
    ];
    for (const [status, reply] of cases) {
      const { status: seen, body } = await reply;
      expect(seen).toBe(status);
      expect(body.message).toEqual(expect.any(String));
    }
  });

  test('people without the bot have no chat', async () => {
    const plainUser = stage.tenant.directory.people.find(({ role }) => role === 'user');
    const chats = await stage.asControl('GET', `chats?upn=${plainUser?.upn}`);
    expect(chats.body).toEqual([]);
    expect((await stage.asControl('POST', 'chats', { from: plainUser?.upn })).status).toBe(400);
  });
});
