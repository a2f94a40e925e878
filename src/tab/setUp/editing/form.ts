/**
 * The configuration as it stands in a form. The form is the document itself, so that what a screen
 * does not show is not lost on the way; only a number may be a text while it is being typed.
 */
import type { Configuration, Id, ServiceSettings } from '@rufwerk/engine/core';

/** A whole number, or what was typed in its place and is none (yet). */
export type TypedNumber = number | string;

/** People and accounts stand in an administrator's file by name: ids are plain texts there. */
export type Form<Value> =
  Value extends Id<string>
    ? string
    : Value extends number
      ? TypedNumber
      : Value extends readonly (infer Each)[]
        ? readonly Form<Each>[]
        : Value extends object
          ? { readonly [Key in keyof Value]: Form<Value[Key]> }
          : Value;

export type ConfigurationForm = Form<Configuration>;
export type ServiceForm = Form<ServiceSettings>;

/** Longer numbers than any bound of ours are left as typed, and so refused. */
const DIGITS = /^\d{1,9}$/;

export function typedNumber(text: string): TypedNumber {
  const trimmed = text.trim();
  return DIGITS.test(trimmed) ? Number(trimmed) : text;
}
