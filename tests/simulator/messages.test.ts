import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ANNA, BEN, TenantStage } from './tenant-stage.ts';
import type { Reply } from './tenant-stage.ts';
import { listOf } from './wire.ts';
import type { Wire } from './wire.ts';

const URSULA = 'ursula.user@contoso.example';
const MAILBOX = 'emergency@contoso.example';
const SERVICE_ACCOUNT = 'it-helpdesk@contoso.example';

let stage: TenantStage;
beforeAll(async () => {
  stage = await TenantStage.open();
});
beforeEach(() => stage.reset());
afterAll(() => stage.close());

describe('sending mail', () => {
  const to = (address: string) => [{ emailAddress: { address, name: 'Somebody' } }];
  const message = {
    subject: 'Anna is in an emergency call',
    body: { contentType: 'HTML', content: '<p>Open the card in Teams.</p>' },
    toRecipients: to('reception@contoso.example'),
    ccRecipients: to(BEN),
    importance: 'high',
  };
  const send = (as: string, body: unknown = { message, saveToSentItems: false }): Promise<Reply> =>
    stage.graph('POST', `/users/${as}/sendMail`, body);
  const sent = async (): Promise<readonly Wire[]> =>
    listOf((await stage.control('GET', 'mail')).body);

  test('EMG-18: as a person or as a shared mailbox is accepted, and it was sent', async () => {
    expect((await send(ANNA)).status).toBe(202);
    expect((await send(await stage.idOf(ANNA))).status).toBe(202);
    expect((await send(MAILBOX)).status).toBe(202);
    const mails = await sent();
    expect(mails.map(({ from }) => from)).toEqual([ANNA, ANNA, MAILBOX]);
    expect(mails[0]).toMatchObject({
      to: ['reception@contoso.example'],
      cc: [BEN],
      bcc: [],
      subject: message.subject,
      contentType: 'html',
      content: message.body.content,
      importance: 'high',
      isSavedToSentItems: false,
    });
    expect(Date.parse(mails[0]?.at ?? '')).not.toBeNaN();
  });

  test('a shared mailbox is a user of the directory', async () => {
    const { body } = await stage.graph('GET', `/users/${MAILBOX}?$select=displayName,mail`);
    expect(body).toMatchObject({ displayName: 'Contoso Emergency', mail: MAILBOX });
  });

  test('nobody, and an account without a mailbox, are refused each in its own words', async () => {
    const replies = await Promise.all([send('nobody@contoso.example'), send(SERVICE_ACCOUNT)]);
    expect(replies.map(({ status, body }) => [status, body.error.code])).toEqual([
      [404, 'ErrorInvalidUser'],
      [404, 'MailboxNotEnabledForRESTAPI'],
    ]);
  });

  test('a message without recipients, body or with a wrong address is refused', async () => {
    const wrong = [
      {},
      { message: { ...message, toRecipients: [], ccRecipients: null } },
      { message: { ...message, body: undefined } },
      { message: { ...message, toRecipients: to('nowhere') } },
    ];
    for (const body of wrong) expect((await send(ANNA, body)).status).toBe(400);
    expect(await sent()).toEqual([]);
  });

  test('needs the permission, which no person can give it', async () => {
    const person = await stage.delegatedToken(ANNA);
    const path = `/users/${ANNA}/sendMail`;
    expect((await stage.graph('POST', path, { message }, person)).status).toBe(403);
    await stage.control('PUT', 'consents', { 'Mail.Send': false });
    const refused = await send(ANNA);
    expect([refused.status, refused.body.error.code]).toEqual([403, 'ErrorAccessDenied']);
  });

  test('a fault can meet mail alone, whoever sends', async () => {
    const fault = { status: 503, retryAfterSeconds: 5, path: '/users/*/sendMail' };
    await stage.control('PUT', 'faults', { graph: fault });
    const replies = await Promise.all([send(ANNA), send(MAILBOX)]);
    expect(replies.map(({ status }) => status)).toEqual([503, 503]);
    expect((await stage.graph('GET', `/users/${ANNA}`)).status).toBe(200);
    expect((await stage.graph('GET', `/users/${ANNA}/presence`)).status).toBe(200);
    await stage.control('DELETE', 'faults');
    expect((await send(ANNA)).status).toBe(202);
  });

  test('a reset forgets what was sent', async () => {
    await send(ANNA);
    await stage.reset();
    expect(await sent()).toEqual([]);
  });
});

describe('activity notifications', () => {
  const notification = {
    topic: {
      source: 'text',
      value: 'Emergency call',
      webUrl: 'https://teams.microsoft.com/l/entity/app/live',
    },
    activityType: 'emergencyCall',
    previewText: { content: 'Anna is in an emergency call' },
    templateParameters: [{ name: 'agent', value: 'Anna' }],
  };
  const notify = (upn: string, fields: object = {}): Promise<Reply> =>
    stage.graph('POST', `/users/${upn}/teamwork/sendActivityNotification`, {
      ...notification,
      ...fields,
    });
  const feed = async (query = ''): Promise<readonly Wire[]> =>
    listOf((await stage.control('GET', `activity-notifications${query}`)).body);

  test('reach the feed of somebody who has the app', async () => {
    expect((await notify(BEN)).status).toBe(204);
    await notify(ANNA);
    expect(await feed(`?upn=${BEN}`)).toMatchObject([
      {
        upn: BEN,
        activityType: 'emergencyCall',
        previewText: 'Anna is in an emergency call',
        templateParameters: { agent: 'Anna' },
        webUrl: notification.topic.webUrl,
      },
    ]);
    expect(await feed()).toHaveLength(2);
  });

  test('a later one of the same chain takes the place of the earlier', async () => {
    await notify(BEN, { chainId: 7 });
    await notify(BEN, { chainId: 7, previewText: { content: 'It is over' } });
    await notify(BEN, { chainId: 8 });
    const previews = (await feed()).map((one) => (one as unknown as Preview).previewText);
    expect(previews).toEqual(['It is over', notification.previewText.content]);
  });

  test('are refused where the app is not installed, and where nobody is', async () => {
    const replies = await Promise.all([notify(URSULA), notify('nobody@contoso.example')]);
    expect(replies.map(({ status, body }) => [status, body.error.code])).toEqual([
      [404, 'NotFound'],
      [404, 'Request_ResourceNotFound'],
    ]);
    expect(await feed()).toEqual([]);
  });

  test('are refused when a field is missing or wrong', async () => {
    const wrong = [
      { activityType: '' },
      { topic: { ...notification.topic, webUrl: 'https://contoso.example' } },
      { topic: { source: 'entityUrl', value: 'https://contoso.example' } },
      { previewText: { content: 'x'.repeat(151) } },
    ];
    for (const fields of wrong) expect((await notify(BEN, fields)).status).toBe(400);
  });

  test('need the permission', async () => {
    await stage.control('PUT', 'consents', { 'TeamsActivity.Send': false });
    expect((await notify(BEN)).status).toBe(403);
  });
});

interface Preview {
  readonly previewText: string;
}
