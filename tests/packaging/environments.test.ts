import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import dotenv from 'dotenv';
import { readEnvironment } from '../../scripts/environment.mjs';
import { placeholdersIn } from '../../scripts/package/placeholders.ts';

const root = path.resolve(import.meta.dirname, '../..');
const environments = execFileSync('git', ['ls-files', 'env/.env.*'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '');

/** The simulated tenant's published credentials: whoever reads them can do nothing with them. */
const published = new Map([
  ['MICROSOFT_APP_SECRET', 'simulated-tenant-secret'],
  ['EMERGENCY_CALLER_ID_KEY', 'simulated-carrier-asks-for-the-caller-id'],
  ['DATA_KEY', Buffer.from('simulated-tenant-dummy-data-key0').toString('base64')],
]);

describe('the environments in git', () => {
  test.each(environments)('%s holds nothing secret', (file) => {
    const secrets = Object.entries(readVariables(file)).filter(
      ([name, value]) =>
        /SECRET|KEY|PASSWORD|TOKEN|CERTIFICATE/.test(name) &&
        value !== '' &&
        !(file === 'env/.env.local' && published.get(name) === value),
    );
    expect(secrets).toEqual([]);
  });

  test.each(['teamsapp.yml', 'infra/azure.parameters.json', 'infra/entra-app.json'])(
    '%s uses only variables that env/.env.dev names, and secrets that stay out of git',
    (file) => {
      const known = Object.keys(readVariables('env/.env.dev'));
      const used = placeholdersIn(read(file));
      expect(used.length).toBeGreaterThan(0);
      expect(used.filter((name) => !known.includes(name) && !/^SECRET_/.test(name))).toEqual([]);
    },
  );

  test.each(environments)('%s names every variable of the manifest', (file) => {
    const known = Object.keys(readVariables(file));
    const used = placeholdersIn(read('appPackage/manifest.json'));
    expect(used.filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('the real environment', () => {
  const local = path.join(root, 'env/.env.local');

  test('moves a port and every address made from it', async () => {
    const moved = await readEnvironment(local, { PORT: '5001', SIMULATOR_PORT: '5002' });
    expect(moved).toMatchObject({
      PORT: '5001',
      PUBLIC_URL: 'http://127.0.0.1:5001',
      PUBLIC_DOMAIN: '127.0.0.1:5001',
      GRAPH_URL: 'http://127.0.0.1:5002/graph/v1.0',
    });
  });

  test('wins over the file, but an empty variable does not', async () => {
    const environment = await readEnvironment(local, { DATA_DIR: 'elsewhere', PORT: '' });
    expect(environment).toMatchObject({ DATA_DIR: 'elsewhere', PORT: '3978' });
  });

  test('is passed on as it is', async () => {
    const given = { LANG: 'de_CH', PRICE: '$5 ${PORT}' };
    expect(await readEnvironment(local, given)).toMatchObject(given);
  });
});

function readVariables(file: string): Readonly<Record<string, string>> {
  return dotenv.parse(read(file));
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}
