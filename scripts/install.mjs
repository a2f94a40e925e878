import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { changedAt, orEnd, run } from './repository.mjs';

/**
 * Runs `npm ci` when the packages are absent or older than the lock file.
 * Uses nothing but Node, because it runs before anything is installed.
 * @throws Error when npm fails; npm has then printed why.
 */
export async function installWhenNeeded() {
  const installedAt = await changedAt('node_modules/.package-lock.json');
  if (installedAt >= (await changedAt('package-lock.json'))) return;
  console.log('Installing the packages (npm ci) ...');
  // Development packages are asked for by name: NODE_ENV=production would leave out the build.
  await run('npm', ['ci', '--include=dev', '--loglevel=error']);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await orEnd(installWhenNeeded());
