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
  return ({ path, number, rung, wasAskedFor = true }) => {
    if (path === 'own-number') return say(`emergency.${voice}.own`);
    if (path === 'none') return say(`emergency.${voice}.none`);
    if (number === null) return say(`emergency.${voice}.poolGone`);
    const names = list(rung.map((name) => name || say('page.unknownPerson')));
    const rings =
      rung.length === 0
        ? say(`emergency.${voice}.pool`, { number })
        : say(`emergency.${voice}.poolRung`, { number, names });
    return wasAskedFor ? rings : `${rings} ${say('emergency.notAskedFor')}`;
  };
}

/** What becomes of a callback once the agent has said "I am ready". */
export function useReadyWords(): (callback: EmergencyShown['callback']) => string {
  const say = useWords();
  const { list } = useFormats();
  return ({ path, number, rung }) => {
    if (path === 'own-number') return say('emergency.window.readySure.own');
    if (path === 'none') return say('emergency.window.readySure.none');
    if (number === null) return say('emergency.window.readySure.poolGone');
    if (rung.length === 0) return say('emergency.window.readySure.pool', { number });
    const names = list(rung.map((name) => name || say('page.unknownPerson')));
    return say('emergency.window.readySure.poolRung', { number, names });
  };
}
