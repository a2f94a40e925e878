import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { applicationToken } from '../../src/simulator/entra/tokens.ts';
import { noFaults } from '../../src/simulator/control/faults.ts';
import { anna, cardMessage, setStage } from './connector-stage.ts';
import type { Reply, Stage, WireMessage } from './connector-stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
});

afterEach(() => stage.close());

function conversationWith(memberId: string): Promise<Reply> {
  return stage.asBot('POST', 'v3/conversations', {
    isGroup: false,
    bot: { id: `28:${stage.tenant.application.id}` },
    members: [{ id: memberId }],
    channelData: { tenant: { id: stage.tenant.id } },
  });
}

async function annasPath(): Promise<string> {
  const { body } = await conversationWith(anna.id);
  return `v3/conversations/${encodeURIComponent(body.id)}`;
}

async function annasMessages(): Promise<readonly WireMessage[]> {
  return (await stage.annasChat()).messages;
}

describe('conversations', () => {
  test('a bot and a person have one conversation, by Entra id and by Teams id', async () => {
    const first = await conversationWith(anna.id);
    expect(first.status).toBe(201);
    const members = await stage.asBot<readonly { readonly id: string }[]>(
      'GET',
      `v3/conversations/${encodeURIComponent(first.body.id)}/members`,
    );
    const teamsId = members.body[0]?.id ?? '';
    expect(teamsId).toMatch(/^29:/);
    expect((await conversationWith(teamsId)).body.id).toBe(first.body.id);
  });

  test('an activity given with the conversation is posted at once', async () => {
    const created = await stage.asBot('POST', 'v3/conversations', {
      members: [{ id: anna.id }],
      tenantId: stage.tenant.id,
      activity: { type: 'message', text: 'Hello' },
    });
    expect(created.status).toBe(201);
    expect(await annasMessages()).toMatchObject([{ id: created.body.activityId, text: 'Hello' }]);
  });

  test('a person without the bot answers 403 MessageWritesBlocked', async () => {
    const plainUser = stage.tenant.directory.people.find(({ role }) => role === 'user');
    const refused = await conversationWith(plainUser?.id ?? '');
    expect(refused.status).toBe(403);
    expect(refused.body.error.code).toBe('MessageWritesBlocked');
  });

  test('a stranger, a group and a foreign tenant are 400 with a reason', async () => {
    const stranger = await conversationWith('11111111-2222-4333-8444-555555555555');
    const group = await stage.asBot('POST', 'v3/conversations', {
      isGroup: true,
      members: [{ id: anna.id }],
      tenantId: stage.tenant.id,
    });
    const foreign = await stage.asBot('POST', 'v3/conversations', {
      members: [{ id: anna.id }],
      tenantId: '11111111-2222-4333-8444-555555555555',
    });
    for (const refused of [stranger, group, foreign]) {
      expect(refused.status).toBe(400);
      expect(refused.body.error.code).toBe('BadSyntax');
    }
  });

  test('a conversation from before a restart of the played world is still known', async () => {
    const path = await annasPath();
    stage.tenant.reset();
    const posted = await stage.asBot('POST', `${path}/activities`, {
      type: 'message',
      text: 'Still here',
    });
    expect(posted.status).toBe(201);
  });

  test('the roster describes the person as Teams does', async () => {
    const path = await annasPath();
    const { body } = await stage.asBot('GET', `${path}/members/${anna.id}`);
    expect(body).toMatchObject({
      aadObjectId: anna.id,
      name: anna.name,
      userPrincipalName: anna.upn,
      email: anna.upn,
      tenantId: stage.tenant.id,
    });
    const paged = await stage.asBot('GET', `${path}/pagedmembers?pageSize=50`);
    expect(paged.body.members).toEqual([body]);
    const other = await stage.asBot('GET', `${path}/members/29:nobody`);
    expect(other.body.error.code).toBe('MemberNotFoundInConversation');
  });
});

describe('activities', () => {
  test('a message is updated in place and keeps its history', async () => {
    const path = await annasPath();
    const { body } = await stage.asBot('POST', `${path}/activities`, cardMessage('Ringing'));
    const updated = await stage.asBot('PUT', `${path}/activities/${body.id}`, cardMessage('Taken'));
    expect(updated.status).toBe(200);
    const [message] = await annasMessages();
    expect(message?.cards[0]?.body[0]?.text).toBe('Taken');
    const shown = message?.updates.map(({ cards }) => cards[0]?.body[0]?.text);
    expect(shown).toEqual(['Ringing', 'Taken']);
  });

  test('a deleted message is marked, and cannot be changed again', async () => {
    const path = await annasPath();
    const { body } = await stage.asBot('POST', `${path}/activities`, cardMessage('Gone soon'));
    expect((await stage.asBot('DELETE', `${path}/activities/${body.id}`)).status).toBe(200);
    const again = await stage.asBot('PUT', `${path}/activities/${body.id}`, cardMessage('Back'));
    expect(again.status).toBe(404);
    expect(await annasMessages()).toMatchObject([{ deleted: true }]);
  });

  test('an unknown conversation and an unknown activity are 404 with their codes', async () => {
    const conversation = await stage.asBot('POST', 'v3/conversations/a:nowhere/activities', {
      type: 'message',
      text: 'Hello?',
    });
    expect(conversation.status).toBe(404);
    expect(conversation.body.error.code).toBe('ConversationNotFound');
    const activity = await stage.asBot(
      'PUT',
      `${await annasPath()}/activities/1`,
      cardMessage('Nothing'),
    );
    expect(activity.status).toBe(404);
    expect(activity.body.error.code).toBe('ActivityNotFoundInConversation');
  });

  test('a message of more than 100 KB in UTF-16 is 413 and is not posted', async () => {
    const refused = await stage.asBot('POST', `${await annasPath()}/activities`, {
      type: 'message',
      text: 'x'.repeat(52_000),
    });
    expect(refused.status).toBe(413);
    expect(refused.body.error.code).toBe('MessageSizeTooBig');
    expect(await annasMessages()).toEqual([]);
  });

  test('empty messages and foreign attachments are 400', async () => {
    const path = `${await annasPath()}/activities`;
    const wrong = [
      { type: 'message' },
      { type: 'dance' },
      { type: 'message', attachments: [{ contentType: 'application/pdf', content: {} }] },
      'not an activity',
    ];
    for (const body of wrong) expect((await stage.asBot('POST', path, body)).status).toBe(400);
    expect(await annasMessages()).toEqual([]);
  });

  test('typing is taken and leaves nothing behind', async () => {
    const path = `${await annasPath()}/activities`;
    expect((await stage.asBot('POST', path, { type: 'typing' })).status).toBe(201);
    expect(await annasMessages()).toEqual([]);
  });
});

describe('who may call', () => {
  test('unsigned, foreign and expired tokens are 401 and change nothing', async () => {
    const path = `${await annasPath()}/activities`;
    const { tenant } = stage;
    const forGraph = await applicationToken(tenant, 'https://graph.microsoft.com');
    const expired = await applicationToken(tenant, 'https://api.botframework.com');
    tenant.clock.jumpTo(tenant.clock.nowMs() + 3_700_000);
    for (const authorization of [
      '',
      'Bearer nonsense',
      `Bearer ${forGraph}`,
      `Bearer ${expired}`,
    ]) {
      const refused = await stage.asBot('POST', path, cardMessage('No'), authorization);
      expect(refused.status).toBe(401);
    }
    expect(await annasMessages()).toEqual([]);
  });

  test('a connector fault answers 429 with Retry-After until it is healed', async () => {
    const path = `${await annasPath()}/activities`;
    stage.tenant.faults = {
      ...noFaults,
      connector: { status: 429, retryAfterSeconds: 2, share: 1 },
    };
    const refused = await stage.asBot('POST', path, cardMessage('Later'));
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toBe('2');
    stage.tenant.faults = noFaults;
    expect((await stage.asBot('POST', path, cardMessage('Now'))).status).toBe(201);
  });
});
