import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildPackage } from '../../scripts/package/build.ts';
import { readZip } from './zip.ts';

const root = path.resolve(import.meta.dirname, '../..');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rufwerk-package-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the app package', () => {
  test('holds the filled manifest, its German words and both icons, and nothing else', async () => {
    const files = await build();
    expect([...files.keys()]).toEqual(['manifest.json', 'de.json', 'color.png', 'outline.png']);
    const manifest = String(files.get('manifest.json'));
    expect(manifest).not.toContain('${{');
    expect(JSON.parse(manifest)).toMatchObject({ validDomains: ['127.0.0.1:3978'] });
    expect(files.get('color.png')).toEqual(await readFile(`${root}/appPackage/color.png`));
  });

  test('is the same whenever it is made', async () => {
    await build();
    const first = await readFile(path.join(folder, 'rufwerk.local.zip'));
    await build();
    expect(await readFile(path.join(folder, 'rufwerk.local.zip'))).toEqual(first);
  });

  test('is not made while the environment lacks something, which is told by name', async () => {
    const built = await buildPackage('dev', folder);
    expect(built).toEqual({
      ok: false,
      message: expect.stringMatching(/needs .*PUBLIC_URL.*: set it in env\/\.env\.dev/),
    });
  });

  test('is not made for an environment that does not exist', async () => {
    expect(await buildPackage('nowhere', folder)).toMatchObject({
      ok: false,
      message: 'There is no environment nowhere: env/.env.nowhere.',
    });
  });
});

describe('the icons', () => {
  test('color.png is 192 pixels square, in full colour', async () => {
    expect(await headerOf('color.png')).toMatchObject({ width: 192, height: 192, bitDepth: 8 });
  });

  test('outline.png is 32 pixels square, with transparency', async () => {
    const header = await headerOf('outline.png');
    expect(header).toEqual({ width: 32, height: 32, bitDepth: 8, hasTransparency: true });
  });
});

async function build(): Promise<ReadonlyMap<string, Buffer>> {
  const built = await buildPackage('local', folder);
  if (!built.ok) throw new Error(built.message);
  return readZip(await readFile(path.join(folder, 'rufwerk.local.zip')));
}

/** The IHDR chunk, which is always the first of a PNG; colour type 6 is RGB with alpha. */
async function headerOf(icon: string): Promise<Readonly<Record<string, number | boolean>>> {
  const png = await readFile(path.join(root, 'appPackage', icon));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return {
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    bitDepth: png.readUInt8(24),
    hasTransparency: png.readUInt8(25) === 6,
  };
}
