import type { OfferPhase, ServiceTile } from '@rufwerk/engine/api';
import { countedReason } from '../language/engineWords.ts';
import type { Formats } from '../language/formats.ts';
import type { Language, Say } from '../language/language.ts';

/**
 * Why nobody could be offered a call of this service, "0 of 4 can be offered calls: 3 busy, 1 off
 * duty"; null while somebody could.
 */
export function troubleSentence(tile: ServiceTile, say: Say, language: Language): string | null {
  const { able, agents, notAble } = tile;
  if (agents === 0) return `${say('live.noAgents')} ${say('live.noAgentsMend')}`;
  if (able > 0) return null;
  const causes = [...offersCounted(notAble, say), ...reasonsCounted(notAble, language)].join(', ');
  return say('live.trouble', { able, agents, causes });
}

type Counted = ServiceTile['notAble'];

/**
 * Who is being confirmed rings a moment later: both are counted as one, lest the sentence flicker.
 */
function offersCounted(notAble: Counted, say: Say): string[] {
  const countOf = (phase: OfferPhase): number =>
    notAble.find(({ code }) => code === phase)?.count ?? 0;
  const offered = countOf('confirming') + countOf('ringing');
  const held = countOf('held');
  return [
    ...(offered === 0 ? [] : [say('live.offered', { number: offered })]),
    ...(held === 0 ? [] : [say('live.held', { number: held })]),
  ];
}

function reasonsCounted(notAble: Counted, language: Language): string[] {
  return notAble
    .filter(({ code }) => !Object.hasOwn(OFFER_PHASES, code))
    .map((counted) => countedReason(counted, language));
}

const OFFER_PHASES: Readonly<Record<OfferPhase, true>> = {
  confirming: true,
  held: true,
  ringing: true,
};

/** Since when little is known of its people, and what that costs; null while enough is. */
export function degradedSentence(
  { degraded }: ServiceTile,
  say: Say,
  time: Formats['time'],
): string | null {
  if (degraded === null) return null;
  const cost = say(`live.degradedCost.${degraded.cost}`);
  return say('live.degraded', { time: time(Date.parse(degraded.since)), cost });
}
