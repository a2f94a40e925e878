import { describe, expect, test } from '@jest/globals';
import { complaints } from './lint.ts';

/** Files need not exist: what counts is where they would stand. */
const allowed: readonly (readonly [file: string, code: string])[] = [
  ['src/engine/core/config/schema.ts', `import { z } from 'zod'; export const a = z.string();`],
  ['src/engine/core/step/step.ts', `export { evolve } from '../tenant/evolve.ts';`],
  ['src/engine/ports/calls.ts', `import type { CallId } from '@rufwerk/engine/core';`],
  ['src/engine/ports/calls.ts', `import { type CallId } from '@rufwerk/engine/core';`],
  ['src/engine/api/me.ts', `import { z } from 'zod'; export * from '@rufwerk/engine/core';`],
  ['src/engine/graph/calls/answer.ts', `export { decide } from '@rufwerk/engine/core';`],
  ['src/engine/graph/calls/answer.ts', `import type { Calls } from '@rufwerk/engine/ports';`],
  ['src/engine/store/open.ts', `export { open } from 'node:fs/promises';`],
  ['src/engine/runtime/writer.ts', `export { step } from '@rufwerk/engine/core';`],
  ['src/bot/cards.ts', `import type { Announcements } from '@rufwerk/engine/ports';`],
  ['src/tab/live/Live.tsx', `export { me } from '@rufwerk/engine/api';`],
  ['src/server/main.ts', `export { Bot } from '@rufwerk/bot';`],
  ['src/server/main.ts', `export { openStore } from '@rufwerk/engine/store';`],
  ['src/simulator/main.ts', `export { createServer } from 'node:http';`],
];

const refused: readonly (readonly [file: string, code: string, reason: string])[] = [
  ['src/engine/core/a.ts', `export * from '@rufwerk/engine/ports';`, 'core may not use ports'],
  ['src/engine/core/a.ts', `export * from '../graph/index.ts';`, 'core may not use graph'],
  ['src/engine/core/a.ts', `export { readFile } from 'node:fs';`, 'runs without Node'],
  ['src/engine/core/a.ts', `export { readFile } from 'fs';`, 'runs without Node'],
  ['src/engine/core/a.ts', `export { pino } from 'pino';`, 'may not use the package pino'],
  ['src/engine/core/a.ts', `export * from '../../../env/a.ts';`, 'reach outside its part'],
  ['src/engine/core/tenant/a.ts', `export * from '../step/a.ts';`, 'tenant stands below step'],
  [
    'src/engine/core/config/a.ts',
    `import type { A } from '../tenant/a.ts';`,
    'config stands below tenant',
  ],
  ['src/engine/core/a.ts', `export * from './words/a.ts';`, 'the ground stands below words'],
  ['src/engine/ports/a.ts', `export { step } from '@rufwerk/engine/core';`, 'holds types only'],
  ['src/engine/ports/a.ts', `import { z } from 'zod'; export { z };`, 'may not use the package'],
  ['src/engine/api/a.ts', `export * from '@rufwerk/engine/ports';`, 'api may not use ports'],
  ['src/engine/graph/a.ts', `export * from '@rufwerk/engine/store';`, 'graph may not use store'],
  ['src/engine/graph/a.ts', `export * from '../store/index.ts';`, 'graph may not use store'],
  ['src/engine/graph/a.ts', `export * from '../core/presence/rule.ts';`, 'by its door'],
  ['src/engine/store/a.ts', `export * from '@rufwerk/bot';`, 'store may not use bot'],
  ['src/engine/connectors/x/a.ts', `export * from '@rufwerk/engine/graph';`, 'not use graph'],
  [
    'src/engine/runtime/a.ts',
    `export * from '@rufwerk/engine/store';`,
    'runtime may not use store',
  ],
  ['src/bot/a.ts', `export * from '@rufwerk/engine/runtime';`, 'bot may not use runtime'],
  ['src/bot/a.ts', `export const load = () => import('@rufwerk/server');`, 'not use server'],
  ['src/tab/a.ts', `export * from '@rufwerk/engine/ports';`, 'tab may not use ports'],
  ['src/tab/a.ts', `export { join } from 'node:path';`, 'runs without Node'],
  ['src/tab/a.ts', `export type A = import('@rufwerk/server').A;`, 'tab may not use server'],
  ['src/server/a.ts', `export * from '@rufwerk/simulator';`, 'server may not use simulator'],
  ['src/server/a.ts', `export * from '@rufwerk/engine';`, 'no door of the house'],
  ['src/server/a.ts', `export * from '@rufwerk/engine/core/step';`, 'no door of the house'],
  ['src/simulator/a.ts', `import type { A } from '@rufwerk/engine/core';`, 'not use core'],
  ['src/simulator/a.ts', `export * from '../engine/graph/index.ts';`, 'not use graph'],
];

describe('the arrows of the house', () => {
  test.each(allowed)('%s may say: %s', async (file, code) => {
    expect(await complaints('house/arrows', file, code)).toEqual([]);
  });

  test.each(refused)('%s may not say: %s', async (file, code, reason) => {
    expect(await complaints('house/arrows', file, code)).toEqual([expect.stringContaining(reason)]);
  });
});

describe('the bans of the core', () => {
  test.each([
    `export const a = Date.now();`,
    `export const a = new Date(0);`,
    `export const a = performance.now();`,
    `export const a = Math.random();`,
    `export const { random } = Math;`,
    `setTimeout(() => undefined, 1);`,
    `queueMicrotask(() => undefined);`,
    `export const a = new Intl.NumberFormat();`,
    `export const a = 'a'.localeCompare('b');`,
    `export const a = (1).toLocaleString();`,
    `export const a = process.env;`,
    `export const a = Buffer.alloc(1);`,
    `export const a = fetch('/');`,
    `console.log('a');`,
    `export const a = crypto.randomUUID();`,
    `export const a = globalThis.Date;`,
    `export const a = new WeakRef({});`,
    `export const a = import.meta.url;`,
    `export const a = async () => undefined;`,
  ])('a core file may not say: %s', async (code) => {
    const rule = /^no-restricted-(globals|properties|syntax)$/;
    expect(await complaints(rule, 'src/engine/core/a.ts', code)).not.toEqual([]);
    expect(await complaints(rule, 'src/engine/runtime/a.ts', code)).toEqual([]);
  });
});

describe('habits', () => {
  test.each([
    ['no-empty', `try { a(); } catch {}\nfunction a(): void {}`],
    ['eqeqeq', `export const a = (b: number): boolean => b == 1;`],
    ['max-lines', `export {};\n`.repeat(301)],
    ['max-lines-per-function', `export function a(): void {\n${'a();\n'.repeat(70)}}`],
    ['@typescript-eslint/explicit-module-boundary-types', `export function a() { return 1; }`],
    ['@typescript-eslint/no-explicit-any', `export const a: any = 1;`],
  ])('%s is watched', async (rule, code) => {
    expect(await complaints(rule, 'src/server/a.ts', code)).toHaveLength(1);
  });

  test.each([
    ['@typescript-eslint/no-floating-promises', `Promise.resolve(1);`],
    [
      '@typescript-eslint/switch-exhaustiveness-check',
      `export function a(b: 'c' | 'd'): void { switch (b) { case 'c': a('d'); } }`,
    ],
    [
      '@typescript-eslint/consistent-type-imports',
      `import { Stats } from 'node:fs'; export type A = Stats;`,
    ],
  ])('%s is watched, with types', async (rule, code) => {
    expect(await complaints(rule, import.meta.filename, code, { withTypes: true })).toHaveLength(1);
  });
});
