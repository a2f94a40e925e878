import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ANNA, BEN, TenantStage } from './tenant-stage.ts';
import type { Reply } from './tenant-stage.ts';

let stage: TenantStage;
beforeAll(async () => {
  stage = await TenantStage.open();
});
beforeEach(() => stage.reset());
afterAll(() => stage.close());

async function write(upn: string, action: string, body: unknown = {}): Promise<Reply> {
  return stage.graph('POST', `/users/${await stage.idOf(upn)}/presence/${action}`, body);
}

const inACall = (): Readonly<Record<string, unknown>> => ({
  sessionId: stage.simulated.tenant.applicationId,
  availability: 'Busy',
  activity: 'InACall',
  expirationDuration: 'PT1H',
});

describe('somebody else writes presence, too', () => {
  test('AHB-105: a competing writer flips presence right after every write of ours', async () => {
    await stage.control('PUT', `people/${ANNA}/competing-writer`, {
      availability: 'Available',
      activity: 'Available',
      afterSeconds: 2,
    });
    await write(ANNA, 'setPresence', inACall());
    await write(BEN, 'setPresence', inACall());
    expect(await stage.presenceOf(ANNA)).toBe('Busy/InACall');
    await stage.pass(3);
    expect(await stage.presenceOf(ANNA)).toBe('Available/Available');
    expect(await stage.presenceOf(BEN)).toBe('Busy/InACall');
    await stage.control('DELETE', `people/${ANNA}/competing-writer`);
    await write(ANNA, 'clearUserPreferredPresence');
    await stage.pass(3);
    expect(await stage.presenceOf(ANNA)).toBe('Busy/InACall');
  });

  test('what was refused is no write that anybody answers', async () => {
    await stage.control('PUT', `people/${ANNA}/competing-writer`, {
      availability: 'Away',
      activity: 'Away',
    });
    const refused = await write(ANNA, 'setPresence', { ...inACall(), activity: 'Focusing' });
    expect(refused.status).toBe(400);
    await stage.pass(3);
    expect(await stage.presenceOf(ANNA)).toBe('Available/Available');
  });
});

describe('the calendar of a mailbox on premises', () => {
  test('AHB-104: shows in presence as late as it is read', async () => {
    await stage.control('PUT', `people/${ANNA}/settings`, { calendarDelaySeconds: 900 });
    const meeting = { availability: 'Busy', activity: 'InAMeeting', source: 'calendar' };
    await stage.control('PUT', `people/${ANNA}/presence`, meeting);
    await stage.pass(899);
    expect(await stage.presenceOf(ANNA)).toBe('Available/Available');
    await stage.pass(2);
    expect(await stage.presenceOf(ANNA)).toBe('Busy/InAMeeting');
  });
});

describe('throttling of presence (throttling-limits)', () => {
  test('beyond the limit, reads and writes are 429 until the half minute is over', async () => {
    await stage.control('PUT', 'faults', { presence: { requestsPer30Seconds: 3 } });
    const statuses: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      statuses.push((await write(ANNA, 'setPresence', inACall())).status);
    }
    expect(statuses).toEqual([200, 200, 200, 429]);
    const read = await stage.graph('POST', '/communications/getPresencesByUserId', { ids: [] });
    expect([read.status, read.body.error.code]).toEqual([429, 'TooManyRequests']);
    expect(Number(read.headers.get('retry-after'))).toBeGreaterThan(20);
    expect((await stage.graph('GET', '/users?$top=1')).status).toBe(200);
    await stage.pass(30);
    expect((await write(ANNA, 'setPresence', inACall())).status).toBe(200);
  });
});
