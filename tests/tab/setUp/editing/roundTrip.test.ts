import { describe, expect, test } from '@jest/globals';
import { type Configuration, configurationSchema } from '@rufwerk/engine/core';
import fc from 'fast-check';
import { boundsOf } from '../../../../src/tab/setUp/editing/bounds.ts';
import { check } from '../../../../src/tab/setUp/editing/check.ts';
import { type ConfigurationForm, typedNumber } from '../../../../src/tab/setUp/editing/form.ts';
import {
  emergencyPart,
  organisationPart,
  type Part,
  peoplePart,
  servicePart,
} from '../../../../src/tab/setUp/editing/part.ts';
import { entries, type Setting, within } from '../../../../src/tab/setUp/editing/setting.ts';
import { contosoDocument } from './contosoDocument.ts';
import { configurations } from './configurations.ts';

/** Reads a part into the form and writes it back, as saving without a change would. */
function thereAndBack<Content extends object>(
  part: Part<Content>,
  configuration: Configuration,
): ConfigurationForm {
  const content = part.read(configuration);
  if (content === null) throw new Error(`There is no part ${part.key}.`);
  return part.write(configuration, content);
}

/** Every setting below one, down to the values, as the fields of a screen reach them. */
function leaves(setting: Setting<unknown>): Setting<unknown>[] {
  const { value } = setting;
  if (Array.isArray(value)) {
    return entries(setting as Setting<readonly unknown[]>).flatMap(leaves);
  }
  if (typeof value !== 'object' || value === null) return [setting];
  const group = setting as Setting<Record<string, unknown>>;
  return Object.keys(value).flatMap((key) => leaves(within(group, key)));
}

describe('a configuration in the form and back', () => {
  test('is the same for every part of every configuration', () => {
    fc.assert(
      fc.property(configurations, (configuration) => {
        const parts = configuration.services.map(({ id }) => servicePart(id));
        for (const part of parts) expect(thereAndBack(part, configuration)).toEqual(configuration);
        expect(thereAndBack(peoplePart, configuration)).toEqual(configuration);
        expect(thereAndBack(organisationPart, configuration)).toEqual(configuration);
        expect(thereAndBack(emergencyPart, configuration)).toEqual(configuration);
      }),
      { numRuns: 200 },
    );
  });

  test('survives each value being entered again as it stands, number by number', () => {
    fc.assert(
      fc.property(configurations, (configuration) => {
        let form: unknown = configuration;
        const root = (): Setting<unknown> => ({
          field: '',
          value: form,
          set: (next) => (form = next),
        });
        const count = leaves(root()).length;
        for (let index = 0; index < count; index += 1) {
          const leaf = leaves(root())[index];
          const { value } = leaf ?? {};
          leaf?.set(typeof value === 'number' ? typedNumber(String(value)) : value);
        }
        expect(configurationSchema.parse(form)).toEqual(configuration);
      }),
      { numRuns: 15 },
    );
  });

  test('shows settings of which none has its default', () => {
    const configuration = contosoDocument();
    expect(thereAndBack(servicePart('it-helpdesk'), configuration)).toEqual(configuration);
    expect(thereAndBack(emergencyPart, configuration)).toEqual(configuration);
    expect(check(configuration, 'en').problems).toEqual([]);
  });

  test('a saved service leaves the presence rule that somebody else changed', () => {
    const before = contosoDocument();
    const part = servicePart('it-helpdesk');
    const content = part.read(before);
    const [first, ...others] = before.services;
    if (content === null || first === undefined) throw new Error('There is no service.');
    const presence = { ...first.presence, busy: false };
    const meanwhile = { ...before, services: [{ ...first, presence }, ...others] };
    const saved = part.write(meanwhile, { ...content, name: 'Help' });
    expect(saved.services[0]).toMatchObject({ name: 'Help', presence: { busy: false } });
  });
});

describe('what is typed', () => {
  test.each(['', '  ', 'soon', '1e2', '12.5', '-1', '99999999999'])(
    '"%s" stays as typed, and is a problem of its field',
    (text) => {
      const before: ConfigurationForm = contosoDocument();
      const form = { ...before, ageingSeconds: typedNumber(text) };
      expect(form.ageingSeconds).toBe(text);
      expect(check(form, 'en').problems.map(({ field }) => field)).toEqual(['ageingSeconds']);
    },
  );

  test('has the bounds of the schema that the server checks', () => {
    expect(boundsOf('services[3].offers.ringTimeoutSeconds')).toEqual({ minimum: 5, maximum: 90 });
    expect(boundsOf('services[0].queue.maximumWaiting')).toEqual({ minimum: 0, maximum: 10_000 });
    expect(boundsOf('agents[1].skills[0].level')).toEqual({ minimum: 0, maximum: 100 });
    expect(boundsOf('services[0].responsibility.levels[2].skills[1].minimum').maximum).toBe(100);
    expect(() => boundsOf('services[0].name')).toThrow();
  });
});
