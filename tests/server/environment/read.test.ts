import { describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { environmentPage } from '../../../src/server/environment/documentation.ts';
import { readEnvironment } from '../../../src/server/environment/read.ts';
import { simulatedVariables } from './variables.ts';

function refusalOf(changes: Readonly<Record<string, string | undefined>>): string {
  const result = readEnvironment({ ...simulatedVariables, ...changes });
  return result.ok ? 'accepted' : result.message;
}

describe('the environment', () => {
  test('is read with Microsoft’s real addresses where none are given', () => {
    const { LOGIN_URL, GRAPH_URL, CLOCK, CLOCK_URL, ...rest } = simulatedVariables;
    expect([LOGIN_URL, GRAPH_URL, CLOCK, CLOCK_URL]).not.toContain(undefined);
    const result = readEnvironment({ ...rest, PORT: '' });
    expect(result).toMatchObject({
      ok: true,
      environment: {
        PORT: 3978,
        HOST: '127.0.0.1',
        LOGIN_URL: 'https://login.microsoftonline.com',
        GRAPH_URL: 'https://graph.microsoft.com/v1.0',
        CLOCK: 'system',
      },
    });
  });

  test('names every missing variable at once, and where to set it', () => {
    const message = refusalOf({ MICROSOFT_APP_ID: undefined, DATA_KEY: '' });
    expect(message).toContain('MICROSOFT_APP_ID is missing.');
    expect(message).toContain('DATA_KEY is missing.');
    expect(message).toContain('env/.env.local');
  });

  test.each([
    ['PORT', '99999', 'PORT must be 65535 or less.'],
    ['PORT', 'seventy', 'PORT must be a port number'],
    ['PUBLIC_URL', 'http://rufwerk.contoso.example', 'PUBLIC_URL must be an https address'],
    ['GRAPH_URL', 'http://192.168.1.5/v1.0', 'GRAPH_URL must be an https address'],
    ['DATA_KEY', Buffer.alloc(16).toString('base64'), 'DATA_KEY must be 32 bytes'],
    ['MICROSOFT_TENANT_ID', 'contoso', 'MICROSOFT_TENANT_ID must be an id such as'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be debug, info'],
  ])('refuses %s=%s in words', (name, value, words) => {
    expect(refusalOf({ [name]: value })).toContain(words);
  });

  test('a secret is never repeated in a refusal', () => {
    expect(refusalOf({ DATA_KEY: 'c2hvcnQ=' })).not.toContain('c2hvcnQ=');
  });

  test('the played clock is refused where Microsoft is not played on this machine', () => {
    expect(refusalOf({ LOGIN_URL: 'https://login.microsoftonline.com' })).toContain(
      'CLOCK must be system',
    );
    expect(refusalOf({ CLOCK_URL: undefined })).toContain('CLOCK_URL is missing');
    expect(refusalOf({})).toBe('accepted');
  });

  test('docs/environment.md says what the schema says', async () => {
    const page = await readFile(`${import.meta.dirname}/../../../docs/environment.md`, 'utf8');
    expect(page).toBe(environmentPage());
  });
});
