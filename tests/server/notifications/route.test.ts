import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Stage } from '../stage/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.openEmpty();
});
afterAll(() => stage.close());

const post = (path: string, body?: string): Promise<Response> =>
  fetch(stage.parts.url + path, { method: 'POST', ...(body === undefined ? {} : { body }) });

describe.each(['/api/notifications', '/api/lifecycle'])('%s', (path) => {
  test('gives Graph its token back, as plain text that nothing can run', async () => {
    const token = 'Validation: Testing <b>client</b> reachability+1';
    const response = await post(`${path}?validationToken=${encodeURIComponent(token)}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toBe(
      'Validation: Testing &lt;b&gt;client&lt;/b&gt; reachability+1',
    );
  });

  test('refuses a token that is none, other methods, and more than it can read', async () => {
    expect((await post(`${path}?validationToken=${'x'.repeat(2_000)}`)).status).toBe(400);
    const got = await fetch(stage.parts.url + path);
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await post(path, 'x'.repeat(1024 * 1024 + 1))).status).toBe(413);
  });

  test('takes what is not authentic without a word', async () => {
    const value = [{ subscriptionId: 'a', clientState: 'b', lifecycleEvent: 'missed' }];
    for (const body of ['', 'nothing', '{}', JSON.stringify({ value })]) {
      expect((await post(path, body)).status).toBe(202);
    }
  });

  test('lets a sender ask before it sends', async () => {
    const url = new URL(stage.parts.url + path);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { expect: '100-continue', 'content-length': '2' };
      const asking = request(url, { method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asking.on('continue', () => asking.end('{}'));
      asking.on('error', reject);
      asking.flushHeaders();
    });
    expect(status).toBe(202);
  });

  test('bears a sender that leaves in the middle', async () => {
    const { hostname, port } = new URL(stage.parts.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf`);
        setTimeout(() => socket.destroy(), 20);
      });
      socket.on('close', () => resolve());
    });
    expect((await post(path, '{}')).status).toBe(202);
  });
});

test('everything else goes on to the rest of the server', async () => {
  expect((await fetch(`${stage.parts.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${stage.parts.url}/api/notifications/more`)).status).toBe(404);
});
