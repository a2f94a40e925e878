import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { fillPlaceholders } from '../../scripts/package/placeholders.ts';
import { testWithContract } from '../house/skipping.ts';

interface Manifest {
  readonly name: { readonly short: string; readonly full: string };
  readonly developer: Readonly<Record<string, string>>;
  readonly staticTabs: readonly { readonly entityId: string; readonly contentUrl: string }[];
  readonly bots: readonly {
    readonly botId: string;
    readonly supportsCalling: boolean;
    readonly commandLists: readonly { readonly commands: readonly { readonly title: string }[] }[];
  }[];
  readonly validDomains: readonly string[];
  readonly webApplicationInfo: { readonly id: string; readonly resource: string };
}

const folder = path.resolve(import.meta.dirname, '../../appPackage');
const appId = '11111111-2222-4333-8444-555555555555';
const variables = {
  TEAMS_APP_ID: '66666666-7777-4888-8999-000000000000',
  MICROSOFT_APP_ID: appId,
  PUBLIC_URL: 'https://calls.contoso.example',
  PUBLIC_DOMAIN: 'calls.contoso.example',
  OPERATOR_URL: 'https://contoso.example',
};
const manifest = await readManifest();

describe('the manifest', () => {
  testWithContract(
    'teams-manifest-v1.30.schema.json',
    'is valid under the schema of Teams, version 1.30',
    async (schemaFile) => {
      const ajv = new AjvDraft04({ strict: false, allErrors: true });
      addFormats(ajv);
      const schema = JSON.parse(await readFile(schemaFile, 'utf8')) as object;
      const validate = ajv.compile(schema);
      validate(manifest);
      expect(validate.errors ?? []).toEqual([]);
      expect(validate({ ...manifest, icons: {} })).toBe(false);
    },
  );

  test('has a tab for each of the three screens', () => {
    const tabs = manifest.staticTabs.map(({ entityId, contentUrl }) => [entityId, contentUrl]);
    expect(tabs).toEqual([
      ['my-work', 'https://calls.contoso.example/tab/my-work'],
      ['live', 'https://calls.contoso.example/tab/live'],
      ['set-up', 'https://calls.contoso.example/tab/set-up'],
    ]);
  });

  test('has a bot that takes calls and names its commands', () => {
    const [bot] = manifest.bots;
    expect(bot).toMatchObject({ botId: appId, supportsCalling: true });
    const commands = bot?.commandLists.flatMap((list) => list.commands.map(({ title }) => title));
    expect(commands).toEqual(['help', 'why', 'status', 'emergency', 'call over', 'ready']);
  });

  test('signs in as the registration that is also the bot', () => {
    expect(manifest.webApplicationInfo).toEqual({
      id: appId,
      resource: `api://calls.contoso.example/botid-${appId}`,
    });
    expect(manifest.validDomains).toEqual(['calls.contoso.example']);
  });

  test('links to the operator over https, and leaves the name of Teams to Teams', () => {
    const { name: developer, ...addresses } = manifest.developer;
    expect(Object.values(addresses).every((url) => url.startsWith('https://'))).toBe(true);
    const names = `${manifest.name.short} ${manifest.name.full} ${developer}`;
    expect(names).not.toMatch(/teams|microsoft/i);
  });
});

describe('the German words', () => {
  test('replace texts that the manifest has, and every one that people read', async () => {
    const german = JSON.parse(await readFile(path.join(folder, 'de.json'), 'utf8')) as object;
    const keys = Object.keys(german).filter((key) => key !== '$schema');
    const readable = [
      /^(name|description)\.|^staticTabs.*\.name$/,
      /commands.*\.(title|description)$|activityTypes.*\.(description|templateText)$/,
    ];
    expect(keys.sort()).toEqual(
      textsOf(manifest)
        .filter((key) => readable.some((each) => each.test(key)))
        .sort(),
    );
  });
});

describe('placeholders', () => {
  test('that nobody defines, or defines as nothing, are told by name', () => {
    const text = '${{PUBLIC_URL}}/a ${{TEAMS_APP_ID}} ${{PUBLIC_URL}}';
    expect(fillPlaceholders(text, { TEAMS_APP_ID: '' })).toEqual({
      ok: false,
      missing: ['PUBLIC_URL', 'TEAMS_APP_ID'],
    });
  });
});

async function readManifest(): Promise<Manifest> {
  const template = await readFile(path.join(folder, 'manifest.json'), 'utf8');
  const filled = fillPlaceholders(template, variables);
  if (!filled.ok) throw new Error(`The manifest needs ${filled.missing.join(', ')}.`);
  return JSON.parse(filled.text) as Manifest;
}

/** The addresses of all texts, in the words of the localization file: `staticTabs[0].name`. */
function textsOf(value: unknown, at = ''): string[] {
  if (typeof value === 'string') return [at];
  if (Array.isArray(value)) {
    return value.flatMap((each, index) => textsOf(each, `${at}[${index}]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsOf(each, at ? `${at}.${key}` : key));
}
