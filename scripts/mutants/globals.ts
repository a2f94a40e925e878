/**
 * What the tests take from `@jest/globals`, in a few lines: so that one mutant is one short process
 * and not one run of jest.
 */
import { format } from 'node:util';
import { expect } from 'expect';

type Run = () => unknown;
interface Collected {
  readonly name: string;
  readonly run: Run;
}

const collected: Collected[] = [];
const groups: string[] = [];

/** The tests of the files that were loaded, in their order. */
export function collectedTests(): readonly Collected[] {
  return collected;
}

function describe(name: string, body: () => void): void {
  groups.push(name);
  body();
  groups.pop();
}

function test(name: string, run: Run): void {
  collected.push({ name: [...groups, name].join(' › '), run });
}

/** `%s` takes the row's values in turn, `$name` those of an object. */
function titled(name: string, row: unknown): string {
  if (Array.isArray(row)) {
    const shown: unknown[] = row.slice(0, (name.match(/%/g) ?? []).length);
    return format(name, ...shown);
  }
  if (row === null || typeof row !== 'object') return format(name, row);
  return Object.entries(row).reduce(
    (title, [key, value]) => title.replaceAll(`$${key}`, String(value)),
    name,
  );
}

test.each = (rows: readonly unknown[]) => (name: string, run: (...row: unknown[]) => unknown) => {
  for (const row of rows) {
    test(titled(name, row), () => (Array.isArray(row) ? run(...(row as unknown[])) : run(row)));
  }
};

export { describe, expect, test };
