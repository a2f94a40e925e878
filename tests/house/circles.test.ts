import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const CORE = path.resolve(import.meta.dirname, '../../src/engine/core');

/** What a file needs at run time of other files: types alone tie nothing together. */
const IMPORT = /^(?:import|export) (?!type )(?:[\s\S]*?) from '(\.[^']+)';$/gm;
const TYPES_ALONE = /^(?:import|export) \{(?:\s*type \w+,?)+\s*\}/;

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap(([statement, target = '']) =>
    TYPES_ALONE.test(statement) ? [] : [path.resolve(path.dirname(file), target)],
  );
}

/** The first way from a file back to itself that is found; null when there is none. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const way: string[] = [];
  const walk = (file: string): string[] | null => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return null;
    way.push(file);
    for (const next of graph.get(file) ?? []) {
      const circle = walk(next);
      if (circle !== null) return circle;
    }
    way.pop();
    done.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const circle = walk(file);
    if (circle !== null) return circle.map((each) => path.relative(CORE, each));
  }
  return null;
}

test('in the core no file needs itself, by whatever detour', () => {
  const files = readdirSync(CORE, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(CORE, name));
  const graph = new Map(files.map((file) => [file, importsOf(file)]));
  expect(graph.get(path.join(CORE, 'step/step.ts'))?.length).toBeGreaterThan(3);
  expect(circleIn(graph)).toBeNull();
});
