/** People by name, for a sentence about many: at most this many, and how many there are. */
import type { Texts } from './check.ts';

const NAMED_MOST = 20;

export function namedPeople(names: readonly string[]): Texts {
  const some = names.slice(0, NAMED_MOST).join(', ');
  const rest = names.length - NAMED_MOST;
  if (rest <= 0) return { en: some, de: some };
  return {
    en: `${some} and ${rest} more (${names.length} in all)`,
    de: `${some} und ${rest} weitere (insgesamt ${names.length})`,
  };
}
