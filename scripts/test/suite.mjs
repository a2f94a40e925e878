import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../repository.mjs';
import { runScript } from './script.mjs';

const limitMs = 20 * 60_000;

/**
 * Runs one of jest's projects and counts its tests. A test file that could not run at all is one
 * failure; so is a run that leaves no result. Skipped tests are told by name, which says why.
 */
export async function runSuite(project, args = []) {
  const resultFile = path.join(root, '.cache/jest', `${project}.json`);
  await mkdir(path.dirname(resultFile), { recursive: true });
  await rm(resultFile, { force: true });
  const { isWell, output } = await runScript('jest', {
    args: [
      ...['--selectProjects', project, '--ci', '--passWithNoTests'],
      ...['--json', `--outputFile=${resultFile}`, ...args],
    ],
    limitMs,
  });
  const result = await readResult(resultFile);
  if (!result) return { passed: 0, failed: 1, skipped: [], words: output };
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return {
    passed: result.numPassedTests,
    // Every test passed and jest still complains: that is a failure too.
    failed: failed === 0 && !isWell ? 1 : failed,
    skipped: skippedTests(result),
    words: failed > 0 ? failures(result) : isWell ? '' : output,
  };
}

async function readResult(file) {
  const text = await readFile(file, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : JSON.parse(text);
}

function failures(result) {
  return result.testResults
    .filter(({ status }) => status === 'failed')
    .map(({ name, message }) => `${path.relative(root, name)}\n${message}`)
    .join('\n');
}

function skippedTests(result) {
  return result.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'pending' || status === 'todo' || status === 'skipped')
    .map(({ fullName }) => fullName);
}
