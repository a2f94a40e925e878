/**
 * `npm test`: everything that must hold, from a bare clone on, with a last line
 * `N passed, N failed` (and `, N skipped`), in which each check counts as one.
 *
 *   install -> types, lint, format, dead code (side by side) -> build
 *     -> unit -> contract -> browser -> e2e
 *
 * `npm test -- lint unit` runs only the steps named.
 */
import process from 'node:process';
import { installWhenNeeded } from './install.mjs';
import { orEnd } from './repository.mjs';
import { runCheck } from './test/check.mjs';
import { runSuite } from './test/suite.mjs';

/** One group after the other; what stands in one group runs side by side. */
const groups = [
  [
    { name: 'types', run: () => runCheck('types') },
    { name: 'lint', run: () => runCheck('lint') },
    { name: 'format', run: () => runCheck('format:check') },
    { name: 'dead-code', run: () => runCheck('dead-code') },
  ],
  [{ name: 'build', run: () => runCheck('build') }],
  [{ name: 'unit', run: () => runSuite('unit') }],
  [{ name: 'contract', run: () => runSuite('contract') }],
  [{ name: 'browser', run: () => runSuite('browser') }],
  // They wait for time to pass more than they work: two cores carry three of them.
  [{ name: 'e2e', run: () => runSuite('e2e', ['--maxWorkers=3']) }],
];
const steps = groups.flat();

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  const names = steps.map(({ name }) => name).join(', ');
  console.error(`No such step: ${unknown.join(', ')}. The steps are: ${names}.`);
  process.exit(2);
}

await orEnd(installWhenNeeded());
const total = { passed: 0, failed: 0, skipped: [] };
for (const group of groups) {
  const chosen = group.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  await Promise.all(chosen.map(perform));
}

if (total.skipped.length > 0) console.log(`\nSkipped:\n  ${total.skipped.join('\n  ')}`);
console.log(`\n${summary(total.passed, total.failed, total.skipped)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function perform({ name, run }) {
  const startedAt = Date.now();
  const { passed, failed, skipped, words } = await run();
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`${name.padEnd(10)} ${summary(passed, failed, skipped)}   ${seconds} s`);
  if (words) console.log(`\n${words}\n`);
  total.passed += passed;
  total.failed += failed;
  total.skipped.push(...skipped);
}

function summary(passed, failed, skipped) {
  const words = `${passed} passed, ${failed} failed`;
  return skipped.length > 0 ? `${words}, ${skipped.length} skipped` : words;
}
