import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { chromium as playwright } from 'playwright-core';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../..');
const packageFile = path.join(root, 'node_modules/@sparticuz/chromium/package.json');
const installedChromium = '/usr/bin/chromium';

/** Runs without a sandbox (containers have none to give) and without a word to the internet. */
const flags = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-quic'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/**
 * Starts a headless Chromium for tests and pictures: the one that CHROMIUM_PATH names, else the
 * machine's own, else the one out of our packages, which needs nothing installed (Linux on x64).
 * Close it with `close()`.
 */
export async function launchChromium(): Promise<Browser> {
  const own = [process.env['CHROMIUM_PATH'], installedChromium].find(
    (file) => file && existsSync(file),
  );
  if (own) return playwright.launch({ executablePath: own, args: flags });
  const folder = await unpackOnce();
  const env = { ...process.env, ...(await missingParts(folder)) } as Record<string, string>;
  return playwright.launch({ executablePath: path.join(folder, 'chromium'), args: flags, env });
}

/**
 * Unpacks the packaged Chromium with its libraries and fonts: into a folder of its own, moved into
 * place when complete, so that neither two processes at once nor a killed one leave half a browser.
 */
async function unpackOnce(): Promise<string> {
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
  const folder = path.join(root, '.cache/chromium', version);
  if (existsSync(folder)) return folder;
  await mkdir(path.dirname(folder), { recursive: true });
  const staging = await mkdtemp(`${folder}-`);
  // The package unpacks into the temporary folder, and its libraries only where it believes itself
  // to be in the cloud: both are said to a process of its own.
  const unpack = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  await run(process.execPath, ['--input-type=module', '--eval', unpack], {
    cwd: root,
    env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  });
  await writeFile(path.join(staging, 'fonts/fonts.conf'), fontsConfiguration(folder));
  try {
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    // Another process was faster: its browser is as good.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** What a bare machine lacks: Chromium's shared libraries, and any font. */
async function missingParts(folder: string): Promise<Record<string, string>> {
  const { stdout } = await run('ldd', [path.join(folder, 'chromium')]);
  const libraries = path.join(folder, 'al2023/lib');
  return {
    ...(stdout.includes('not found') ? { LD_LIBRARY_PATH: libraries } : {}),
    ...(existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: path.join(folder, 'fonts') }),
  };
}

function fontsConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/fonts/cache</cachedir>
</fontconfig>
`;
}
