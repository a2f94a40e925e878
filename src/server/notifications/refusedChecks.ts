/**
 * Notifications that were refused because they are not authentic, or cannot be opened: one is
 * anybody's attempt, a large share of them is a fault of somebody's.
 */
import type { PresencePushHealth } from '@rufwerk/engine/graph';
import type { Texts } from '../readiness/check.ts';
import type { Found } from '../readiness/index.ts';
import { REFUSAL_WORDS, type RefusalKind, refusalKinds } from './refusalWords.ts';

type Figures = PresencePushHealth['notifications']['presence'];

/** Fewer are told by /metrics and the log only. */
const TOLD_FROM = 5;
const TOLD_FROM_SHARE = 0.1;

/** Whose subscription is meant is not always known: those count as presence. */
export function refusedPresenceCheck(
  { presence, unknown }: PresencePushHealth['notifications'],
  sinceAt: number,
): Found {
  const came = sumOf([presence, unknown], sinceAt);
  const isLarge = came.refused >= TOLD_FROM && came.refused >= came.all * TOLD_FROM_SHARE;
  return {
    id: 'push.refused',
    area: 'notifications',
    state: isLarge ? 'warning' : 'good',
    words: {
      title: {
        en: 'Refused notifications of presence',
        de: 'Abgelehnte Präsenzmeldungen',
      },
      effect: {
        en: `${refusedOf(came).en} What they told is learnt by reading in turn, some seconds later.`,
        de: `${refusedOf(came).de} Ihr Inhalt wird durch reihum Lesen erkannt, einige Sekunden später.`,
      },
      ...REFUSAL_WORDS[came.mostly],
    },
  };
}

/** Each of them may be an emergency call that nobody learns of. */
export function refusedEmergencyCheck(
  { 'emergency-calls': figures }: PresencePushHealth['notifications'],
  sinceAt: number,
): Found {
  const came = sumOf([figures], sinceAt);
  return {
    id: 'push.refused-emergencies',
    area: 'emergencies',
    state: came.refused === 0 ? 'good' : 'fault',
    words: {
      title: { en: 'Refused notifications of emergencies', de: 'Abgelehnte Notrufmeldungen' },
      effect: {
        en: `${refusedOf(came).en} Whoever dialled the emergency number then is not protected.`,
        de: `${refusedOf(came).de} Wer dabei den Notruf gewählt hat, ist nicht geschützt.`,
      },
      ...REFUSAL_WORDS[came.mostly],
    },
  };
}

interface Came {
  readonly all: number;
  readonly refused: number;
  /** The most frequent kind of reason. */
  readonly mostly: RefusalKind;
}

/** Of the last half hour; nothing from before `sinceAt`, when somebody has looked after it. */
function sumOf(figures: readonly Figures[], sinceAt: number): Came {
  const minutes = figures.flatMap(({ recent }) => recent).filter(({ fromAt }) => fromAt >= sinceAt);
  const kinds = refusalKinds(minutes.map(({ refused }) => refused));
  const refused = kinds.reduce((sum, { count }) => sum + count, 0);
  const taken = minutes.reduce((sum, minute) => sum + minute.taken, 0);
  const mostly = kinds.reduce((most, each) => (each.count > most.count ? each : most)).kind;
  return { all: taken + refused, refused, mostly };
}

function refusedOf({ all, refused }: Came): Texts {
  return {
    en: `Of ${all} notifications in the last 30 minutes ${refused} were refused.`,
    de: `Von ${all} Meldungen der letzten 30 Minuten wurden ${refused} abgelehnt.`,
  };
}
