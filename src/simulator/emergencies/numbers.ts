/** Emergency numbers by country, as the numbering plans of the countries publish them. */
const NUMBERS_BY_COUNTRY: Readonly<Record<string, readonly string[]>> = {
  AT: ['112', '122', '133', '144'],
  AU: ['000', '112'],
  BE: ['100', '101', '112'],
  BR: ['190', '192', '193'],
  CA: ['911'],
  CH: ['112', '117', '118', '144', '1414'],
  DE: ['110', '112'],
  ES: ['112'],
  FR: ['112', '15', '17', '18'],
  GB: ['112', '999'],
  IN: ['112'],
  IT: ['112', '113', '115', '118'],
  JP: ['110', '119'],
  LI: ['112', '117', '118', '144'],
  NL: ['112'],
  NZ: ['111'],
  US: ['911'],
};

const ALL = new Set(Object.values(NUMBERS_BY_COUNTRY).flat());

/**
 * Whether a Teams client takes what was dialled for an emergency number: 911 anywhere, and those of
 * the countries above, since the played clients may be anywhere.
 */
export function isEmergencyNumber(dialled: string): boolean {
  return ALL.has(dialled.replace(/[\s()-]/g, ''));
}
