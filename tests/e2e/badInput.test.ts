/** What bad input gets: a clear refusal, and nothing changed or lost. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateKeyPair, SignJWT } from 'jose';
import { upn } from './control.ts';
import { House } from './house.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

let house: House;
let foreignToken: string;

beforeAll(async () => {
  house = await House.open();
  const { privateKey } = await generateKeyPair('RS256');
  foreignToken = await new SignJWT({ tid: house.tenant.tenant.tenantId })
    .setProtectedHeader({ alg: 'RS256', kid: 'nobody' })
    .setIssuer('https://api.botframework.com')
    .setAudience(house.tenant.tenant.applicationId)
    .setExpirationTime('1h')
    .sign(privateKey);
}, 60_000);

afterAll(() => house.close());

/** Calls known to Rufwerk, by its metrics: a refused notification must not add one. */
async function callsQueued(): Promise<number> {
  const text = await (await fetch(`${house.url}/metrics`)).text();
  return Number(/rufwerk_facts_total\{type="CallQueued"\} (\d+)/.exec(text)?.[1] ?? 0);
}

const incoming = {
  '@odata.type': '#microsoft.graph.commsNotifications',
  value: [
    {
      changeType: 'created',
      resourceUrl: '/communications/calls/forged',
      resourceData: { '@odata.type': '#microsoft.graph.call', id: 'forged', state: 'incoming' },
    },
  ],
};

const activity = {
  type: 'message',
  id: '1',
  text: 'status',
  channelId: 'msteams',
  serviceUrl: 'http://127.0.0.1/connector/',
  from: { id: '29:nobody' },
  recipient: { id: '28:bot' },
  conversation: { id: 'chat' },
};

describe('tokens', () => {
  test.each(['/api/calls', '/api/messages', '/api/v1/me', '/api/v1/my-work/duty'])(
    '%s refuses requests without a token or with a foreign one, and changes nothing',
    async (address) => {
      const before = await callsQueued();
      const method = address.endsWith('/me') ? 'GET' : address.endsWith('/duty') ? 'PUT' : 'POST';
      const said = address === '/api/messages' ? activity : incoming;
      const body = method === 'GET' ? {} : { body: JSON.stringify(said) };
      for (const authorization of [undefined, 'Bearer rubbish', `Bearer ${foreignToken}`]) {
        const headers = {
          'content-type': 'application/json',
          ...(authorization === undefined ? {} : { authorization }),
        };
        const { status } = await fetch(house.url + address, { method, headers, ...body });
        expect([401, 403]).toContain(status);
      }
      expect(await callsQueued()).toBe(before);
    },
  );

  test('a token that has expired by the played time is refused', async () => {
    const token = await house.signIn(upn('anna.agent'));
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${house.url}/api/v1/me`, { headers })).status).toBe(200);
    await house.control.advance(3 * 3600);
    expect((await fetch(`${house.url}/api/v1/me`, { headers })).status).toBe(401);
  });
});

describe('a wrong configuration', () => {
  test('names field, rule and mend, and the old one stays in force', async () => {
    const authorization = `Bearer ${await house.signIn(upn('admin'))}`;
    const address = `${house.url}/api/v1/configuration`;
    const read = await fetch(address, { headers: { authorization, accept: 'application/json' } });
    const inForce = (await read.json()) as { services: { offers: object }[] };
    const wrong = structuredClone(inForce);
    const [service] = wrong.services;
    if (service === undefined) throw new Error('Contoso has services.');
    service.offers = { ringTimeoutSeconds: 1 };
    const headers = {
      authorization,
      'content-type': 'application/json',
      'if-match': read.headers.get('etag') ?? '',
    };
    const refused = await fetch(address, { method: 'PUT', headers, body: JSON.stringify(wrong) });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(
      /services\[0\]\.offers\.ringTimeoutSeconds.*Use at least 5/s,
    );
    const after = await fetch(address, { headers: { authorization, accept: 'application/json' } });
    expect(await after.json()).toEqual(inForce);
  });
});

describe('a start that cannot succeed', () => {
  test('a missing variable is named, with where to set it', async () => {
    const { code, said } = await start({ DATA_KEY: '' });
    expect(code).toBe(1);
    expect(said).toMatch(/DATA_KEY is missing/);
    expect(said).toMatch(/env\/\.env\.local/);
  });

  test('the played clock is refused with real addresses', async () => {
    const { code, said } = await start({ GRAPH_URL: 'https://graph.microsoft.com/v1.0' });
    expect(code).toBe(1);
    expect(said).toMatch(/CLOCK must be system/);
  });

  test('a port in use is named', async () => {
    const { code, said } = await start({ DATA_DIR: `${house.dataDirectory}-other` });
    expect(code).toBe(1);
    expect(said).toMatch(new RegExp(`Port ${new URL(house.url).port} .* in use`));
  });

  test('a data folder in use is named, with the process that holds it', async () => {
    const { code, said } = await start({ PORT: '0' });
    expect(code).toBe(1);
    expect(said).toContain(house.dataDirectory);
    expect(said).toMatch(/process \d+/);
  });
});

/** Starts a second Rufwerk with the first one's environment, changed, and waits for its end. */
async function start(
  changes: NodeJS.ProcessEnv,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn(
    process.execPath,
    ['--import', './scripts/typescript/register.mjs', 'src/server/main.ts'],
    { cwd: ROOT, env: { ...house.environment, ...changes }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  }
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, said };
}
