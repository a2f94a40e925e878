import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type InputDraft, NotAccepted } from '@rufwerk/engine/ports';
import { stringify } from 'yaml';
import { FirstImport } from '../../../src/server/configuration/firstImport.ts';
import { silentLog } from '../log.ts';
import { contosoFile, PlayedDirectory } from '../stage/contoso.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rufwerk-import-'));
});
afterEach(() => rm(folder, { recursive: true }));

interface Attempt {
  readonly directory?: PlayedDirectory;
  readonly refusals?: number;
  readonly version?: number;
}

function begin({ directory = new PlayedDirectory(), refusals = 0, version = 0 }: Attempt = {}) {
  const submitted: InputDraft[] = [];
  let refused = 0;
  const configuration = version === 0 ? null : ({} as never);
  const inForce = { version, configuration, groups: new Map() };
  const firstImport = new FirstImport({
    configuration: { current: () => inForce, stop: () => undefined },
    directory,
    people: {
      ensureEntraPerson: ({ entraId }) => Promise.resolve(`person-${entraId}` as never),
      ensureMailContact: (address) => Promise.resolve(`contact-${address}` as never),
    },
    sink: {
      submit: (input) => {
        refused += 1;
        if (refused <= refusals) return Promise.reject(new NotAccepted('stopping'));
        submitted.push(input);
        return Promise.resolve({ seq: 1, facts: [] });
      },
    },
    log: silentLog,
  });
  const ending = new AbortController();
  return { firstImport, submitted, ending };
}

async function fileWith(document: unknown): Promise<string> {
  const file = path.join(folder, 'contoso.yaml');
  await writeFile(file, typeof document === 'string' ? document : stringify(document));
  return file;
}

describe('the configuration of the first start', () => {
  test('comes into force with everybody by an internal id', async () => {
    const { firstImport, submitted, ending } = begin();
    await firstImport.run(await fileWith(contosoFile), ending.signal);
    expect(submitted).toMatchObject([
      {
        type: 'ConfigurationSubmitted',
        by: null,
        configuration: {
          administrators: ['person-object-of-admin'],
          services: [{ resourceAccount: 'object-of-it-helpdesk' }, {}],
        },
      },
    ]);
    expect(firstImport.trouble).toBeNull();
  });

  test('waits for a directory that cannot be asked yet, and says so meanwhile', async () => {
    const directory = new PlayedDirectory();
    directory.isDown = true;
    const { firstImport, submitted, ending } = begin({ directory });
    const imported = firstImport.run(await fileWith(contosoFile), ending.signal);
    await untilTrouble(firstImport);
    expect(firstImport.trouble).toContain('Graph does not answer');
    directory.isDown = false;
    await imported;
    expect(submitted).toHaveLength(1);
  });

  test('is tried again when the engine takes no more for now', async () => {
    const { firstImport, submitted, ending } = begin({ refusals: 1 });
    await firstImport.run(await fileWith(contosoFile), ending.signal);
    expect(submitted).toHaveLength(1);
  });

  test.each([
    ['a name nobody has', { administrators: ['nobody@contoso.example'] }, 'administrators[0]'],
    ['a field nobody knows', { adminstrators: [] }, 'adminstrators'],
    ['no YAML', 'services: [', 'cannot be read'],
  ])('a file with %s is told and nothing comes into force', async (_, document, words) => {
    const { firstImport, submitted, ending } = begin();
    await firstImport.run(await fileWith(document), ending.signal);
    expect(submitted).toEqual([]);
    expect(firstImport.trouble).toContain(words);
  });

  test('a file that is not there is told by the variable that names it', async () => {
    const { firstImport, ending } = begin();
    await firstImport.run(path.join(folder, 'absent.yaml'), ending.signal);
    expect(firstImport.trouble).toMatch(/CONFIGURATION: .*absent\.yaml/);
  });

  test('is not looked at when one is in force already', async () => {
    const { firstImport, submitted, ending } = begin({ version: 3 });
    await firstImport.run(await fileWith(contosoFile), ending.signal);
    expect(submitted).toEqual([]);
  });

  test('stops waiting when Rufwerk stops', async () => {
    const directory = new PlayedDirectory();
    directory.isDown = true;
    const { firstImport, ending } = begin({ directory });
    const imported = firstImport.run(await fileWith(contosoFile), ending.signal);
    await untilTrouble(firstImport);
    ending.abort();
    await imported;
  });
});

async function untilTrouble(firstImport: FirstImport): Promise<void> {
  while (firstImport.trouble === null) await new Promise((resolve) => setImmediate(resolve));
}
