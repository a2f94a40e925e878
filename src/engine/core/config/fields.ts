/** The small schemas that every part of the configuration document is made of. */
import { z } from 'zod';
import type { PersonId, ServiceId } from '../ids.ts';

export const personId = z
  .string()
  .min(1)
  .max(200)
  .transform((text) => text as PersonId);

export const serviceId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower case letters, digits and hyphens, at most 63')
  .transform((text) => text as ServiceId);

/** The short name by which one part of the document speaks of another. */
export const shortName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower case letters, digits and hyphens, at most 63');

export const title = z.string().trim().min(1).max(100);

export const whole = (minimum: number, maximum: number): z.ZodNumber =>
  z.number().int().min(minimum).max(maximum);

/** A number of whole seconds with its bounds and its default. */
export const seconds = (
  minimum: number,
  maximum: number,
  otherwise: number,
): z.ZodDefault<z.ZodNumber> => whole(minimum, maximum).default(otherwise);
