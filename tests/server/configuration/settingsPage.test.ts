/** The manual of the settings says what the schema says, of every one of them. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { orderSchema, orderSentence } from '@rufwerk/engine/core';
import { allSettings, settingsPage } from '../../../src/server/configuration/settingsPage.ts';

const page = await readFile(path.join(import.meta.dirname, '../../../docs/settings.md'), 'utf8');

test('docs/settings.md is what the schema says today', () => {
  expect(page).toBe(settingsPage());
});

test('every setting has words, and its default or that it is required', () => {
  const wordless = allSettings().filter(({ described }) => described.description === undefined);
  expect(wordless.map(({ path: name }) => name)).toEqual([]);
  expect(allSettings().length).toBeGreaterThan(80);
  for (const { path: name } of allSettings()) expect(page).toContain(`\`${name}\``);
});

test('NIMx-01: the manual says each order in the sentence of the screens', () => {
  for (const order of orderSchema.options) expect(page).toContain(orderSentence(order, 'en'));
});
