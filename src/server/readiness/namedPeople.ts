/** People by name, for a sentence about many: at most this many, and how many there are. */
import type { Texts } from './check.ts';

const NAMED_MOST = 20;

export function namedPeople(names: readonly string[], most = NAMED_MOST): Texts {
  const some = names.slice(0, most).join(', ');
  const rest = names.length - most;
  if (rest <= 0) return { en: some, de: some };
  return {
    en: `${some} and ${rest} more (${names.length} in all)`,
    de: `${some} und ${rest} weitere (insgesamt ${names.length})`,
  };
}
