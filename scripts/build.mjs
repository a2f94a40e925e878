/** `npm run build`: builds the Teams tab and the simulated tenant's page into dist/. */
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { changedAt, orEnd, root, run } from './repository.mjs';

const screens = [
  {
    name: 'tab',
    config: 'src/tab/vite.config.ts',
    output: 'dist/tab',
    sources: ['src/tab', 'src/engine/core', 'src/engine/api', 'package-lock.json'],
  },
  {
    name: 'page',
    config: 'src/simulator/page/vite.config.ts',
    output: 'dist/page',
    sources: ['src/simulator/page', 'package-lock.json'],
  },
];

/**
 * Builds each screen; with `onlyStale` those alone that are absent or older than their sources.
 * @throws Error when vite fails; vite has then printed why.
 */
export async function buildScreens({ onlyStale }) {
  for (const screen of screens) {
    if (onlyStale && !(await isStale(screen))) continue;
    const startedAt = new Date();
    console.log(`Building the ${screen.name} ...`);
    await run(process.execPath, [
      'node_modules/vite/bin/vite.js',
      ...['build', '--config', screen.config, '--logLevel', 'warn'],
    ]);
    await markBuilt(screen, startedAt);
  }
}

async function isStale({ name, output, sources }) {
  if ((await changedAt(output)) === 0) return true;
  const builtAt = await changedAt(markOf(name));
  const changes = await Promise.all(sources.map(changedAt));
  return Math.max(...changes) > builtAt;
}

/** The mark bears the build's start: what is edited during a build is not in it. */
async function markBuilt({ name }, startedAt) {
  const mark = path.join(root, markOf(name));
  await mkdir(path.dirname(mark), { recursive: true });
  await writeFile(mark, '');
  await utimes(mark, startedAt, startedAt);
}

function markOf(name) {
  return `.cache/built/${name}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await orEnd(buildScreens({ onlyStale: false }));
}
