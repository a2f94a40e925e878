import { describe, expect, test } from '@jest/globals';
import { serviceSchema, validateConfiguration } from '@rufwerk/engine/core';
import fc from 'fast-check';
import {
  named,
  newServicePart,
  proposedId,
} from '../../../../src/tab/setUp/services/newService.ts';
import { configurationOfContoso } from '../../contosoSetUp.ts';

const idSchema = serviceSchema.shape.id;
const TAKEN = ['it-helpdesk', 'sales'];

function blank() {
  const content = newServicePart.read(configurationOfContoso());
  if (content === null) throw new Error('A new service is always there to be filled in.');
  return content;
}

describe('the short name that is proposed', () => {
  test.each([
    ['IT Support', 'it-support'],
    ['  Schäden & Unfälle  ', 'schaeden-unfaelle'],
    ['Größe Zürich', 'groesse-zuerich'],
    ['Café Genève (24/7)', 'cafe-geneve-24-7'],
    ['Sales', 'sales-2'],
    ['苏黎世', ''],
  ])('"%s" becomes "%s"', (name, id) => {
    expect(proposedId(name, TAKEN)).toBe(id);
  });

  test('is one that the schema takes and nobody has, whatever the name', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 100, unit: 'binary' }),
        fc.array(fc.string({ maxLength: 3, unit: fc.constantFrom('a', 'b', '-', '2') })),
        (name, taken) => {
          const id = proposedId(name, taken);
          if (id === '') return;
          expect(idSchema.safeParse(id).success).toBe(true);
          expect(taken).not.toContain(id);
        },
      ),
    );
  });

  test('stays within its bound when a number makes it longer', () => {
    const long = 'x'.repeat(63);
    expect(proposedId(long, [long])).toBe(`${'x'.repeat(61)}-2`);
  });

  test('follows the name until another is chosen', () => {
    const typed = named(named(blank(), 'Cla', TAKEN), 'Claims', TAKEN);
    expect(typed).toMatchObject({ name: 'Claims', id: 'claims' });
    const chosen = named({ ...typed, id: 'accidents' }, 'Claims Bern', TAKEN);
    expect(chosen).toMatchObject({ name: 'Claims Bern', id: 'accidents' });
  });
});

describe('a new service', () => {
  test('stands after the others, with everything usual that nobody has said', () => {
    const before = configurationOfContoso();
    const content = { ...named(blank(), 'Claims', TAKEN), resourceAccount: 'c@contoso.example' };
    const after = newServicePart.write(before, content);
    expect(newServicePart.field(after)).toBe('services[2]');
    expect(after.services.slice(0, 2)).toEqual(before.services);
    const usual = { id: 'claims', name: 'Claims', resourceAccount: 'c@contoso.example' };
    expect(after.services[2]).toEqual(serviceSchema.parse(usual));
    expect(validateConfiguration(after).ok).toBe(true);
  });
});
