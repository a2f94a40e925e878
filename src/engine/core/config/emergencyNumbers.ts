/**
 * Emergency numbers by country (DEC-10): which are offered to somebody, and which are recognised.
 * 911 is recognised everywhere, for people who know no other, and offered only where it is the
 * number. An administrator adds countries and numbers in the configuration.
 */
import { z } from 'zod';

/** ISO 3166-1 alpha-2. */
export const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'two capital letters, such as CH (ISO 3166)')
  .describe('ISO 3166-1 code of the country');

/** As it is dialled: no country code stands before it. */
export const emergencyNumber = z
  .string()
  .regex(/^\d{2,6}$/, 'the digits as they are dialled, such as 112');

/** The number for every kind of help first. */
const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  AT: ['112', '133', '122', '144'],
  AU: ['000'],
  BE: ['112'],
  BG: ['112'],
  BR: ['190', '192', '193'],
  CA: ['911'],
  CH: ['112', '117', '118', '144'],
  CY: ['112'],
  CZ: ['112'],
  DE: ['112', '110'],
  DK: ['112'],
  EE: ['112'],
  ES: ['112'],
  FI: ['112'],
  FR: ['112', '17', '18', '15'],
  GB: ['999', '112'],
  GR: ['112'],
  HR: ['112'],
  HU: ['112'],
  IE: ['112', '999'],
  IN: ['112'],
  IS: ['112'],
  IT: ['112'],
  JP: ['110', '119'],
  LI: ['112', '117', '118', '144'],
  LT: ['112'],
  LU: ['112', '113'],
  LV: ['112'],
  MT: ['112'],
  MX: ['911'],
  NL: ['112'],
  NO: ['112', '110', '113'],
  NZ: ['111'],
  PL: ['112'],
  PR: ['911'],
  PT: ['112'],
  RO: ['112'],
  SE: ['112'],
  SG: ['999', '995'],
  SI: ['112', '113'],
  SK: ['112'],
  US: ['911'],
  ZA: ['112', '10111', '10177'],
};

/** Dialled by people who grew up with it, wherever they are. */
const ALIAS = '911';

/** What an administrator adds, or puts in the place of a country of the table. */
export interface CountryNumbers {
  readonly country: string;
  readonly numbers: readonly string[];
}

/** The numbers that are offered in the country; empty for one of which none are known. */
export function numbersOffered(code: string, own: readonly CountryNumbers[]): readonly string[] {
  return own.find((entry) => entry.country === code)?.numbers ?? NUMBERS[code] ?? [];
}

/** Whether the digits are an emergency number anywhere, or the alias that is one everywhere. */
export function isEmergencyNumber(dialled: string, own: readonly CountryNumbers[] = []): boolean {
  const known = [...Object.values(NUMBERS), ...own.map(({ numbers }) => numbers)];
  return dialled === ALIAS || known.some((numbers) => numbers.includes(dialled));
}

/** The countries of the table and those that were added, in the order of their codes. */
export function countriesWithNumbers(own: readonly CountryNumbers[]): readonly string[] {
  return [...new Set([...Object.keys(NUMBERS), ...own.map((entry) => entry.country)])].sort();
}
