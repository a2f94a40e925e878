import type { EmergencyShown } from '@rufwerk/engine/api';
import type { Fact } from '../../appearance/FactList.tsx';
import { durationWords } from '../../clock/duration.ts';
import { useNow } from '../../clock/useNow.ts';
import { useCallbackWords } from '../../emergency/useCallbackWords.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.ts';

/** What is told of an emergency beside who: never the number dialled (DEC-9). */
export function useEmergencyFacts(emergency: EmergencyShown): readonly Fact[] {
  const say = useWords();
  const now = useNow();
  const { time } = useFormats();
  const callbackWords = useCallbackWords('path');
  const { call, dialledAt, shownUntil, until } = emergency;
  const begun = Date.parse(dialledAt);
  const since = { time: time(begun), elapsed: durationWords(now - begun) };
  const ends = time(Date.parse(call === 'over' ? until : shownUntil));
  const location = emergency.location ?? say('emergency.live.noLocation');
  return [
    { term: say('emergency.live.since'), value: say('emergency.live.sinceValue', since) },
    { term: say('emergency.live.state'), value: say(`emergency.live.${call}`, { time: ends }) },
    { term: say('emergency.live.location'), value: location },
    ...useStatusFacts(emergency),
    { term: say('emergency.callback'), value: callbackWords(emergency.callback) },
  ];
}

/** What Teams shows is worth a line while we show something, or while it stands in the way. */
function useStatusFacts({ call, callback, ...seen }: EmergencyShown): readonly Fact[] {
  const say = useWords();
  const term = say('emergency.live.shows');
  if (seen.ownDoNotDisturb) {
    return [{ term, value: say(`emergency.live.ownDoNotDisturb.${callback.path}`) }];
  }
  if (seen.shownInstead !== null) {
    return [{ term, value: say('emergency.live.showsInstead', { value: seen.shownInstead }) }];
  }
  return call === 'shown' ? [{ term, value: say('emergency.live.showsOurs') }] : [];
}
