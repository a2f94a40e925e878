/**
 * `npm run requirements`: every requirement and the tests whose names cite it.
 *
 *   --json     the same as JSON
 *   --update   writes the ids and titles of requirements.md into docs/requirements-ids.json,
 *              which is read where requirements.md is not beside the repository
 */
import { parseArgs } from 'node:util';
import { readCitingTests } from './requirements/citations.ts';
import { readRequirements, updateIdList } from './requirements/list.ts';
import { proofsOf, proofsInWords } from './requirements/proofs.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
  },
});

if (options.update) {
  console.log(`docs/requirements-ids.json now lists ${await updateIdList()} requirements.`);
} else {
  const proofs = proofsOf(await readRequirements(), await readCitingTests());
  console.log(options.json ? JSON.stringify(proofs, null, 2) : proofsInWords(proofs));
  process.exitCode = proofs.unknown.length > 0 ? 1 : 0;
}
