/** The bounds of a number, from the schema that the server checks as well. */
import { configurationSchema } from '@rufwerk/engine/core';
import { z } from 'zod';

export interface Bounds {
  readonly minimum: number;
  readonly maximum: number;
}

/** @throws when the field is no number: then a screen asks for bounds that do not exist. */
export function boundsOf(field: string): Bounds {
  const number = schemaOf(field);
  if (!(number instanceof z.ZodNumber)) throw new Error(`"${field}" is no number.`);
  return { minimum: number.minValue ?? 0, maximum: number.maxValue ?? Number.MAX_SAFE_INTEGER };
}

export function isNumber(field: string): boolean {
  return schemaOf(field) instanceof z.ZodNumber;
}

function schemaOf(field: string): unknown {
  const found = field
    .split('.')
    .flatMap((part) => part.replaceAll(/\[\d+\]/g, '.[]').split('.'))
    .reduce<unknown>(schemaWithin, configurationSchema);
  return unwrapped(found);
}

function schemaWithin(schema: unknown, name: string): unknown {
  const bare = unwrapped(schema);
  if (name === '[]') return bare instanceof z.ZodArray ? bare.element : undefined;
  if (!(bare instanceof z.ZodObject)) return undefined;
  const shape: Readonly<Record<string, unknown>> = bare.shape;
  return shape[name];
}

/** Without what only says that it may be left out or null. */
function unwrapped(schema: unknown): unknown {
  const isWrapped =
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodOptional;
  return isWrapped ? unwrapped(schema.unwrap()) : schema;
}
