import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from '@jest/globals';

/** The published descriptions of the outside world, which lie beside the repository, not in it. */
const contracts = path.resolve(import.meta.dirname, '../../../shared/contracts');

/**
 * A test that needs one of `../shared/contracts`. Where the file is absent the test is skipped, and
 * its name says so; `npm test` prints the names of all skipped tests.
 */
export function testWithContract(
  file: string,
  name: string,
  run: (contractPath: string) => void | Promise<void>,
): void {
  const contractPath = path.join(contracts, file);
  if (existsSync(contractPath)) test(name, () => run(contractPath));
  else test.skip(`${name} [skipped: ../shared/contracts/${file} is absent]`, () => undefined);
}
