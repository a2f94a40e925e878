import type { EmergencyShown } from '@rufwerk/engine/api';
import { useFormats } from '../language/formats.ts';
import { useWords } from '../language/language.ts';

/**
 * Where the emergency service calls back, and whom that rings.
 * @param voice `ownPath` speaks to the agent, `path` of the agent
 */
export function useCallbackWords(
  voice: 'path' | 'ownPath',
): (callback: EmergencyShown['callback']) => string {
  const say = useWords();
  const { list } = useFormats();
  return ({ path, number, rung }) => {
    if (path === 'own-number') return say(`emergency.${voice}.own`);
    if (path === 'none') return say(`emergency.${voice}.none`);
    if (number === null) return say(`emergency.${voice}.poolGone`);
    const names = rung.map((name) => name || say('page.unknownPerson'));
    if (names.length === 0) return say(`emergency.${voice}.pool`, { number });
    return say(`emergency.${voice}.poolRung`, { number, names: list(names) });
  };
}
