import type { CitingTest } from './citations.ts';
import { keyOf } from './ids.ts';
import type { Requirement } from './list.ts';

interface Proof extends Requirement {
  /** `file: name` of each test that cites it. */
  readonly tests: readonly string[];
}

/** Which requirements a test's name cites, and what tests cite that is no requirement. */
export interface Proofs {
  readonly proven: number;
  readonly unproven: number;
  readonly requirements: readonly Proof[];
  readonly unknown: readonly { readonly id: string; readonly tests: readonly string[] }[];
}

/** Puts requirements and the tests that cite them together. */
export function proofsOf(
  requirements: readonly Requirement[],
  citingTests: readonly CitingTest[],
): Proofs {
  const testsOf = new Map<string, string[]>();
  for (const { file, name, ids } of citingTests) {
    for (const id of ids) testsOf.set(id, [...(testsOf.get(id) ?? []), `${file}: ${name}`]);
  }
  const proofs = requirements.map((each) => ({
    ...each,
    tests: testsOf.get(keyOf(each.id)) ?? [],
  }));
  const known = new Set(requirements.map(({ id }) => keyOf(id)));
  const proven = proofs.filter(({ tests }) => tests.length > 0).length;
  return {
    proven,
    unproven: proofs.length - proven,
    requirements: proofs,
    unknown: [...testsOf].filter(([id]) => !known.has(id)).map(([id, tests]) => ({ id, tests })),
  };
}

/** The proofs as a list to read, with a sum for each family of ids and for all. */
export function proofsInWords({ proven, unproven, requirements, unknown }: Proofs): string {
  const lines = requirements.flatMap(({ id, title, tests }) => [
    `${id.padEnd(9)} ${tests.length > 0 ? 'proven  ' : 'unproven'}  ${title}`,
    ...tests.map((test) => `            ${test}`),
  ]);
  const families = [...new Set(requirements.map(({ id }) => familyOf(id)))].map((family) => {
    const all = requirements.filter(({ id }) => familyOf(id) === family);
    return sum(family, all.filter(({ tests }) => tests.length > 0).length, all.length);
  });
  const strangers = unknown.map(({ id, tests }) => `No such requirement: ${id}, in ${tests[0]}`);
  const total = sum('All', proven, proven + unproven);
  return [...lines, '', ...families, total, ...strangers].join('\n');
}

function familyOf(id: string): string {
  return id.slice(0, id.indexOf('-'));
}

function sum(family: string, proven: number, all: number): string {
  return `${family.padEnd(9)} ${proven} proven, ${all - proven} unproven`;
}
