/**
 * The quick suite against one mutant, in a process of its own; prints the name of the test that
 * caught it, or nothing. Arguments: the mutant's number (none plays the rules as they are).
 */
import { register } from 'node:module';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { MUTATIONS } from './mutations.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** Cheap ones first: most mutants do not live long. */
const SUITE = [
  'tests/engine/core/orders/orders.test.ts',
  'tests/engine/core/orders.test.ts',
  'tests/engine/core/responsibility.test.ts',
  'tests/engine/core/offers.test.ts',
  'tests/engine/core/afterCallWork.test.ts',
  'tests/engine/core/offerRules.test.ts',
  'tests/engine/core/queue.test.ts',
  'tests/engine/core/queueRules.test.ts',
  'tests/engine/core/agentChoices.test.ts',
  'tests/engine/core/ranks.test.ts',
  'tests/engine/core/joining.test.ts',
  'tests/engine/core/counters.test.ts',
  'tests/engine/core/heldBack.test.ts',
  'tests/engine/core/presenceAge.test.ts',
  'tests/engine/core/nobodyAble.test.ts',
  'tests/engine/core/callBack.test.ts',
  'tests/engine/core/calledAgain.test.ts',
  'tests/engine/core/calledAgainElsewhere.test.ts',
  'tests/engine/core/movedPreferences.test.ts',
  'tests/engine/core/otherCalls.test.ts',
  'tests/engine/core/voicemailUnrung.test.ts',
  'tests/engine/core/ignoredInputs.test.ts',
  'tests/engine/core/guard.test.ts',
  'tests/engine/core/invariants.test.ts',
  'tests/engine/core/presenceRule.test.ts',
  'tests/engine/core/presence/sources.test.ts',
  'tests/engine/core/leases/leases.test.ts',
  'tests/engine/core/presence/confirming.test.ts',
  'tests/engine/core/presence/degradedView.test.ts',
  'tests/engine/core/emergency/life.test.ts',
  'tests/engine/core/emergency/numbers.test.ts',
  'tests/engine/core/emergency/contacts.test.ts',
  'tests/engine/core/emergency/callback.test.ts',
  'tests/engine/core/emergency/callbackNumbers.test.ts',
  'tests/engine/core/redirect.test.ts',
  'tests/engine/core/conference.test.ts',
  'tests/engine/core/lostNews.test.ts',
  'tests/simulation/worlds/failed-seeds.test.ts',
  'scripts/mutants/fewWorlds.ts',
];

const mutation = MUTATIONS[Number(process.argv[2] ?? -1)];
const url = mutation === undefined ? '' : pathToFileURL(path.join(root, mutation.file)).href;
register('./hooks.mjs', import.meta.url, { data: { ...mutation, url } });

const { collectedTests } = (await import('@jest/globals')) as unknown as {
  collectedTests: () => readonly { name: string; run: () => unknown }[];
};
let done = 0;
for (const file of SUITE) {
  await import(pathToFileURL(path.join(root, file)).href);
  for (const { name, run } of collectedTests().slice(done)) {
    done += 1;
    try {
      await run();
    } catch {
      process.stdout.write(`${path.basename(file, '.test.ts')}: ${name}\n`);
      process.exit(0);
    }
  }
}
