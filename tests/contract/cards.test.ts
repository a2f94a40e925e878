import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { expect } from '@jest/globals';
import { everyCard } from '../bot/stage/every-card.ts';
import { testWithContract } from '../house/skipping.ts';

const CONTRACT = 'adaptive-card-1.5.0.json';
const draft6 = createRequire(import.meta.url)('ajv/dist/refs/json-schema-draft-06.json') as object;

/** The published schema names itself by draft 4's `id`, which Ajv knows as `$id`. */
function validator(contractPath: string): ValidateFunction {
  const { id, ...schema } = JSON.parse(readFileSync(contractPath, 'utf8')) as {
    readonly id: string;
  };
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addMetaSchema(draft6);
  return ajv.compile({ $id: id, ...schema });
}

for (const language of ['en', 'de'] as const) {
  testWithContract(
    CONTRACT,
    `every card is valid under Adaptive Cards 1.5 (${language})`,
    (path) => {
      const isValid = validator(path);
      for (const [name, card] of Object.entries(everyCard(language))) {
        isValid(card);
        expect({ name, errors: isValid.errors }).toEqual({ name, errors: null });
      }
    },
  );
}

testWithContract(CONTRACT, 'the schema tells a wrong card from a right one', (path) => {
  const isValid = validator(path);
  const [card] = Object.values(everyCard('en'));
  expect(isValid({ ...card, body: [{ type: 'TextBlock', txt: 'no text' }] })).toBe(false);
});
