import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { rulePreviewSchema, serviceRuleSchema } from '@rufwerk/engine/api';
import { Stage } from '../stage/stage.ts';

const PATH = '/api/v1/services/it-helpdesk/presence-rule';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

async function etagInForce(): Promise<string> {
  return (await stage.ask('admin', PATH)).headers.get('etag') ?? '';
}

function put(rule: unknown, headers: Record<string, string>, name: 'admin' | 'sam.supervisor') {
  return stage.ask(name, PATH, { method: 'PUT', body: { rule }, headers });
}

describe('a service’s presence rule', () => {
  test('NIM-18 NIM-22: is seen with its version, and changed by naming that version', async () => {
    const before = await stage.ask('sam.supervisor', PATH);
    expect(serviceRuleSchema.parse(before.body)).toMatchObject({
      serviceName: 'IT Helpdesk',
      rule: { busy: false, away: false },
    });
    const etag = before.headers.get('etag') ?? '';
    const changed = await put({ busy: true }, { 'if-match': etag }, 'admin');
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ rule: { busy: true, away: false } });
    expect(changed.headers.get('etag')).not.toBe(etag);
    expect(changed.headers.get('etag')).toBe(await etagInForce());
  });

  test('decides at once: who is Busy is able when the rule rings Busy agents', async () => {
    await stage.showPresence('Busy');
    const able = async () => (await stage.ask('admin', '/api/v1/services/it-helpdesk')).body;
    expect(await able()).toMatchObject({ able: 0 });
    await put({ busy: true }, { 'if-match': await etagInForce() }, 'admin');
    expect(await able()).toMatchObject({ able: 2 });
  });

  test('a change made from an older version is refused and changes nothing', async () => {
    const etag = await etagInForce();
    await put({ busy: true }, { 'if-match': etag }, 'admin');
    const late = await put({ away: true }, { 'if-match': etag }, 'admin');
    expect(late.status).toBe(412);
    expect(late.headers.get('etag')).toBe(await etagInForce());
    expect((await stage.ask('admin', PATH)).body).toMatchObject({
      rule: { busy: true, away: false },
    });
  });

  test('of two changes from the same version at the same moment only one comes into force', async () => {
    const headers = { 'if-match': await etagInForce() };
    const both = await Promise.all([
      put({ busy: true }, headers, 'admin'),
      put({ away: true }, headers, 'admin'),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });

  test('a change that names no version is refused', async () => {
    expect((await put({ busy: true }, {}, 'admin')).status).toBe(428);
  });

  test('is changed by administrators only, and seen by the service’s supervisors', async () => {
    const headers = { 'if-match': await etagInForce() };
    expect((await put({ busy: true }, headers, 'sam.supervisor')).status).toBe(403);
    expect((await stage.ask('sofia.supervisor', PATH)).status).toBe(403);
    expect((await stage.ask('anna.agent', PATH)).status).toBe(403);
  });

  test('out of bounds is refused and names the field', async () => {
    const headers = { 'if-match': await etagInForce() };
    const refused = await put({ notOlderThanSeconds: 1 }, headers, 'admin');
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ field: 'body.rule.notOlderThanSeconds' });
  });

  test('a preview tells what it would mean for each agent, and changes nothing', async () => {
    await stage.showPresence('Busy');
    const etag = await etagInForce();
    const preview = await stage.ask('admin', `${PATH}/preview`, {
      method: 'POST',
      body: { rule: { busy: true } },
    });
    const { agents } = rulePreviewSchema.parse(preview.body);
    expect(agents.map(({ now, then }) => [now?.code, then])).toEqual([
      ['not-distributed', null],
      ['not-distributed', null],
    ]);
    expect(await etagInForce()).toBe(etag);
  });
});
