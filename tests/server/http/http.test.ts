import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { START_MS, Stage } from '../stage/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

describe('every answer', () => {
  test.each(['/healthz', '/api/v1/me', '/tab/', '/nowhere'])(
    'carries the server’s time (%s)',
    async (address) => {
      const { headers } = await stage.send(address);
      expect(headers.get('x-rufwerk-now')).toBe(String(START_MS));
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  test('to an unknown address or method is a problem that says where to look', async () => {
    const nowhere = await stage.send('/api/v1/pizza');
    expect(nowhere.status).toBe(404);
    expect(nowhere.headers.get('content-type')).toBe('application/problem+json');
    expect(nowhere.body).toMatchObject({ status: 404, mend: expect.stringContaining('openapi') });
    const wrongMethod = await stage.send('/api/v1/me', { method: 'PUT', body: {} });
    expect(wrongMethod.status).toBe(405);
    expect(wrongMethod.body).toMatchObject({ status: 405 });
  });

  test('to a fault of ours says nothing of its inside', async () => {
    const { status, text } = await stage.send('/api/messages', { method: 'POST', body: {} });
    expect(status).toBe(500);
    expect(text).not.toContain('out of order');
  });
});

describe('the API’s description', () => {
  test('lists every operation with its parameters and answers', async () => {
    const { body } = await stage.send('/api/openapi.json');
    const { openapi, paths } = body as { openapi: string; paths: Record<string, object> };
    expect(openapi).toBe('3.1.0');
    expect(Object.keys(paths).toSorted()).toEqual([
      '/api/emergency/caller-id',
      '/api/readiness',
      '/api/readiness/check',
      '/api/v1/agents',
      '/api/v1/agents/{id}',
      '/api/v1/agents/{id}/after-call-work/extend',
      '/api/v1/agents/{id}/after-call-work/finish',
      '/api/v1/agents/{id}/break',
      '/api/v1/agents/{id}/duty',
      '/api/v1/agents/{id}/emergency-drill',
      '/api/v1/agents/{id}/emergency/call-over',
      '/api/v1/agents/{id}/emergency/goes-on',
      '/api/v1/agents/{id}/next',
      '/api/v1/agents/{id}/profiles',
      '/api/v1/agents/{id}/ready',
      '/api/v1/agents/{id}/services/{serviceId}',
      '/api/v1/agents/{id}/teams-presence',
      '/api/v1/agents/{id}/why-not',
      '/api/v1/announcements',
      '/api/v1/announcements/{name}',
      '/api/v1/calls/{id}/service',
      '/api/v1/configuration',
      '/api/v1/decisions',
      '/api/v1/decisions/{id}',
      '/api/v1/emergencies',
      '/api/v1/emergency-callback-numbers',
      '/api/v1/emergency-drills',
      '/api/v1/emergency-drills/{id}/report',
      '/api/v1/emergency-mail-preview',
      '/api/v1/holiday-places',
      '/api/v1/live',
      '/api/v1/me',
      '/api/v1/my-work',
      '/api/v1/my-work/after-call-work/extend',
      '/api/v1/my-work/after-call-work/finish',
      '/api/v1/my-work/break',
      '/api/v1/my-work/duty',
      '/api/v1/my-work/emergency',
      '/api/v1/my-work/emergency-numbers',
      '/api/v1/my-work/emergency/call-over',
      '/api/v1/my-work/emergency/goes-on',
      '/api/v1/my-work/emergency/ready',
      '/api/v1/my-work/next',
      '/api/v1/my-work/profiles',
      '/api/v1/my-work/ready',
      '/api/v1/my-work/services/{serviceId}',
      '/api/v1/my-work/teams-presence',
      '/api/v1/presence-accounts',
      '/api/v1/presence-accounts/sign-ins',
      '/api/v1/presence-accounts/sign-ins/{id}',
      '/api/v1/presence-accounts/{id}',
      '/api/v1/services',
      '/api/v1/services/{id}',
      '/api/v1/services/{id}/emergency',
      '/api/v1/services/{id}/presence-rule',
      '/api/v1/services/{id}/presence-rule/preview',
    ]);
    expect(paths['/api/v1/announcements/{name}']).toMatchObject({
      put: { requestBody: { content: { 'audio/wav': {} } } },
      delete: { responses: { 204: {} } },
    });
    expect(paths['/api/v1/services/{id}/presence-rule']).toMatchObject({
      put: {
        parameters: [
          { name: 'id', in: 'path' },
          { name: 'If-Match', in: 'header' },
        ],
      },
    });
    expect(paths['/api/v1/decisions']).toMatchObject({
      get: { parameters: [{ name: 'service' }, { name: 'task' }, { name: 'limit' }, {}] },
    });
  });

  test('describes what is really answered', async () => {
    const { body } = await stage.send('/api/openapi.json');
    const paths = (body as { paths: Record<string, unknown> }).paths;
    const validator = new Ajv2020({ strict: false, validateFormats: false });
    for (const path of ['/api/v1/me', '/api/v1/services', '/api/v1/decisions', '/api/v1/my-work']) {
      const { get } = paths[path] as {
        get: { responses: { 200: { content: { 'application/json': { schema: object } } } } };
      };
      const validate = validator.compile(get.responses[200].content['application/json'].schema);
      const answer = await stage.ask('anna.agent', path);
      expect([path, validate(answer.body), validate.errors]).toEqual([path, true, null]);
    }
  });
});

describe('the tab', () => {
  test('is its files, and any other address below it is the page itself', async () => {
    const page = await stage.send('/tab/live?theme=dark');
    expect(page.status).toBe(200);
    expect(page.text).toContain('<title>Tab</title>');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const script = await stage.send('/tab/assets/app-a1b2c3.js');
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect((await stage.send('/tab/assets/gone.js')).headers.get('cache-control')).toBe('no-cache');
  });

  test('is what the bare address leads to', async () => {
    expect((await stage.send('/')).text).toContain('<title>Tab</title>');
  });

  test('is not sent again to a client that has it', async () => {
    const first = await stage.send('/tab/');
    const etag = first.headers.get('etag') ?? '';
    const again = await stage.send('/tab/', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(again.text).toBe('');
  });

  test('does not reach outside its folder', async () => {
    const { text } = await stage.send('/tab/..%2F..%2Fstage.ts');
    expect(text).not.toContain('import');
  });

  test('may be framed by Teams, and here by the simulated tenant’s page', async () => {
    const { headers } = await stage.send('/tab/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain('https://teams.microsoft.com');
    expect(policy).toContain('https://*.cloud.microsoft');
    expect(policy).toContain(new URL(stage.parts.signIn.loginUrl).origin);
    const { body } = await stage.send('/tab/config.json');
    expect(body).toMatchObject({
      appId: 'c0ffee00-1d2e-4f3a-8b4c-5d6e7f8a9b0c',
      extraHostOrigins: expect.arrayContaining([new URL(stage.parts.signIn.loginUrl).origin]),
    });
  });
});

describe('health', () => {
  test('/readyz is 503 and names the part that is missing, 200 when nothing is', async () => {
    const empty = await Stage.openEmpty();
    const { status, body } = await empty.send('/readyz');
    expect(status).toBe(503);
    expect(body).toMatchObject({
      parts: [
        { part: 'engine', ready: true },
        { part: 'configuration', ready: false, detail: 'the file is missing' },
        { part: 'presence', ready: false },
      ],
    });
    expect((await empty.send('/healthz')).status).toBe(200);
    await empty.close();
  });

  test('/metrics counts without naming anybody', async () => {
    await stage.ask('anna.agent', '/api/v1/me');
    await stage.send('/api/calls', { method: 'POST', body: {} });
    const { text } = await stage.send('/metrics');
    expect(text).toMatch(/rufwerk_notification_to_commit_seconds_count 1/);
    expect(text).toMatch(/rufwerk_journal_row \d+/);
    expect(text).not.toMatch(/anna|Müller/);
  });

  test('DEC-15: /metrics tells of push what it took, what it refused and why, and how long', async () => {
    const taken = await stage.send('/api/notifications', { method: 'POST', body: { value: 'x' } });
    expect(taken.status).toBe(202);
    const { text } = await stage.send('/metrics');
    const lines = text.split('\n');
    const refused = 'rufwerk_change_notifications_refused_total{subject=';
    expect(lines).toContain(`${refused}"unknown",reason="malformed"} 1`);
    expect(lines).toContain(`${refused}"presence",reason="malformed"} 0`);
    expect(lines).toContain(`${refused}"emergency-calls",reason="signature"} 0`);
    const took = 'rufwerk_change_notifications_total{subject="presence",outcome="accepted"} 0';
    expect(lines).toContain(took);
    const answered = 'rufwerk_change_notification_answer_seconds';
    expect(lines).toContain(`${answered}_count{subject="unknown"} 1`);
    expect(lines).toContain(`${answered}_bucket{subject="unknown",le="+Inf"} 1`);
    expect(lines).toContain('rufwerk_presence_source_seconds_count{source="push"} 0');
    expect(lines).toContain('rufwerk_presence_behind_polling_seconds_count{source="push"} 0');
    expect(lines).toContain('# TYPE rufwerk_presence_source_seconds histogram');
  });
});
