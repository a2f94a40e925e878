import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import archiver from 'archiver';
import { readEnvironment } from '../environment.mjs';
import { fillPlaceholders } from './placeholders.ts';

const root = path.resolve(import.meta.dirname, '../..');
const sources = path.join(root, 'appPackage');
/** Teams accepts what lies at the top of the zip and nothing else. */
const contents = ['manifest.json', 'de.json', 'color.png', 'outline.png'];
/** The same sources make the same zip, whenever it is made. */
const fixedDate = new Date('2026-01-01T00:00:00Z');

type Built =
  { readonly ok: true; readonly file: string } | { readonly ok: false; readonly message: string };

/**
 * Makes `<folder>/rufwerk.<environment>.zip` from appPackage/ and env/.env.<environment>.
 * What the environment lacks is told by name; nothing is made then.
 */
export async function buildPackage(
  environmentName: string,
  folder = path.join(sources, 'build'),
): Promise<Built> {
  const environmentFile = `env/.env.${environmentName}`;
  if (!existsSync(path.join(root, environmentFile))) {
    return {
      ok: false,
      message: `There is no environment ${environmentName}: ${environmentFile}.`,
    };
  }
  const variables = await readEnvironment(path.join(root, environmentFile), process.env);
  const manifest = fillPlaceholders(
    await readFile(path.join(sources, 'manifest.json'), 'utf8'),
    variables,
  );
  if (!manifest.ok) {
    const names = manifest.missing.join(', ');
    return { ok: false, message: `The manifest needs ${names}: set it in ${environmentFile}.` };
  }
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `rufwerk.${environmentName}.zip`);
  await writeZip(file, manifest.text);
  return { ok: true, file: path.relative(root, file) };
}

async function writeZip(file: string, manifest: string): Promise<void> {
  const zip = archiver('zip', { zlib: { level: 9 } });
  const written = pipeline(zip, createWriteStream(file));
  for (const name of contents) {
    const content = name === 'manifest.json' ? manifest : await readFile(path.join(sources, name));
    zip.append(content, { name, date: fixedDate });
  }
  await Promise.all([zip.finalize(), written]);
}
