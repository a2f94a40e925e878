import { describe, expect, test } from '@jest/globals';
import { citingTestsIn, readCitingTests } from '../../scripts/requirements/citations.ts';
import { idsIn, keyOf } from '../../scripts/requirements/ids.ts';
import { readIdList, readRequirements, requirementsIn } from '../../scripts/requirements/list.ts';
import { proofsInWords, proofsOf } from '../../scripts/requirements/proofs.ts';

describe('ids in a name', () => {
  test.each([
    ['NIM-28: an agent in a call is never rung', ['NIM-28']],
    ['holds (NIM-19..22)', ['NIM-19', 'NIM-20', 'NIM-21', 'NIM-22']],
    ['holds (NIM-28/29/44)', ['NIM-28', 'NIM-29', 'NIM-44']],
    ['leading zeros do not count: AHB-03', ['AHB-3']],
    ['each family is its own: NIMx-2 and REF-X1', ['NIMx-2', 'REF-X1']],
    ['a letter belongs to the id: CEP-33a', ['CEP-33a']],
    ['said twice, counted once: DEC-4, DEC-4', ['DEC-4']],
    ['no requirement: UTF-8, ISO-8601, RFC-9457, SHA-1', []],
  ])('%s', (name, ids) => {
    expect(idsIn(name)).toEqual(ids);
  });

  test('a range out of all proportion is refused', () => {
    expect(() => idsIn('AHB-1..999')).toThrow('A range');
  });
});

describe('statements of the document', () => {
  const text = [
    '- ABC-01 [S] The first sentence, with `code`. And more.',
    '- **DEC-1** (NIM-19) Decided',
    '  on two lines',
    '- not a statement',
    '- REF-X1 An opposition: explained.',
  ].join('\n');

  test('become ids with the beginning of their first sentence', () => {
    expect(requirementsIn(text)).toEqual([
      { id: 'ABC-01', title: 'The first sentence, with code' },
      { id: 'DEC-1', title: 'Decided on two lines' },
      { id: 'REF-X1', title: 'An opposition: explained' },
    ]);
  });
});

describe('citing tests', () => {
  const id = 'NIM-28';

  test.each([
    [`test('${id}: never', () => {});`, `${id}: never`],
    [`describe('${id}', () => { test('never', () => {}); });`, `${id} never`],
    [`test.each([['${id}', 1]])('%s: never', () => {});`, '%s: never'],
    [`const rows = [['${id}']]; test.each(rows)('%s: never', () => {});`, '%s: never'],
    [`testWithContract('a.json', 'never (${id})', () => {});`, `never (${id})`],
    [`test(\`never (${id})\`, () => {});`, `never (${id})`],
  ])('are found in %s', (source, name) => {
    expect(citingTestsIn('a.test.ts', source)).toEqual([{ file: 'a.test.ts', name, ids: [id] }]);
  });

  test('are not found in comments, helpers and rows that no name shows', () => {
    const source = `
      // ${id}
      expect('${id}').toBe(1);
      test.each([['${id}']])('never', () => {});
    `;
    expect(citingTestsIn('a.test.ts', source)).toEqual([]);
  });
});

describe('proofs', () => {
  test('count what is proven, what is not, and what does not exist', () => {
    const requirements = ['ABC-01', 'ABC-02'].map((id) => ({ id, title: 'a statement' }));
    const proofs = proofsOf(requirements, [
      { file: 'a.test.ts', name: 'a sentence', ids: ['ABC-1', 'ABC-9'] },
    ]);
    expect(proofs).toMatchObject({ proven: 1, unproven: 1 });
    expect(proofs.unknown).toEqual([{ id: 'ABC-9', tests: ['a.test.ts: a sentence'] }]);
    expect(proofsInWords(proofs)).toContain('All       1 proven, 1 unproven');
  });

  test('of this repository cite only requirements that exist', async () => {
    const { unknown } = proofsOf(await readRequirements(), await readCitingTests());
    expect(unknown).toEqual([]);
  });

  test('can be made without the document: the committed list is the same', async () => {
    const listed = await readIdList();
    expect(listed).toEqual(await readRequirements());
    expect(new Set(listed.map(({ id }) => keyOf(id))).size).toBe(listed.length);
  });
});
