/**
 * Why not me? In sentences, English and German: of a service, of each call that waits in it, and of
 * what a decision made of the agent. Screens, the bot and the API share them.
 */
import type { DecisionAbout } from '../explain/decisionAbout.ts';
import type { Comparison } from '../explain/inOrder.ts';
import { orderName, valueUnit } from '../explain/orders.ts';
import type { Reason } from '../explain/reasons.ts';
import type { PersonId } from '../ids.ts';
import type { Language, Texts } from '../language.ts';
import type { TaskPhase } from '../tenant/taskState.ts';
import { durationText } from './changes.ts';
import { reasonText, type Telling, type TimeOf } from './reasons.ts';

/** How a call that waits stands to one agent. */
export type CallStanding =
  | { readonly is: 'rings-here' }
  /** Of the agent and of this very call, in the order in which the engine asks. */
  | { readonly is: 'against'; readonly reasons: readonly Reason[] }
  | { readonly is: 'rings-others'; readonly agentIds: readonly PersonId[] }
  /** The call rings at nobody, whoever is free. */
  | { readonly is: 'wants-nobody'; readonly phase: TaskPhase }
  /** Nothing speaks against it: it is decided at this very moment. */
  | { readonly is: 'open' };

/** Values of orders are instants too, so that a clock is needed. */
type Told = Telling & { readonly timeOf: TimeOf };

/** What a service's sentence is made of. */
export interface ToldService {
  readonly reasons: readonly Reason[];
  readonly waiting: number;
  /** What would keep a new call from the agent for now. */
  readonly newCall: Reason | null;
  readonly standings: readonly CallStanding[];
}

/** In one sentence without a full stop; null where the reasons against the agent say it all. */
export function serviceStandingText(told: ToldService, language: Language): string | null {
  const { reasons, waiting, newCall, standings } = told;
  if (standings.some(({ is }) => is === 'rings-here')) return RINGS_HERE[language];
  if (reasons.length > 0) return null;
  const en = language === 'en';
  if (waiting === 0) {
    const none = en ? 'No call waits' : 'Kein Anruf wartet';
    const next =
      newCall === null
        ? NEXT_CALL[language]
        : (en ? 'of a new one: ' : 'bei einem neuen: ') + reasonText(newCall, language);
    return `${none}; ${next}`;
  }
  if (en) return `${counted(waiting, 'call waits', 'calls wait')}, and none is offered here now`;
  const wait = counted(waiting, 'Anruf wartet', 'Anrufe warten');
  return `${wait}, und keiner wird jetzt hier zugestellt`;
}

const RINGS_HERE: Texts = {
  en: 'A call of this service rings here now',
  de: 'Ein Anruf dieses Service wird gerade hier zugestellt',
};

const NEXT_CALL: Texts = {
  en: 'nothing speaks against the next one, and the order of the service decides whom it rings',
  de: 'gegen den nächsten spricht nichts, und die Reihenfolge des Service entscheidet, wen er ruft',
};

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

export interface ToldCall {
  readonly standing: CallStanding;
  /** What the decision by which it rings at others made of the agent, where that is known. */
  readonly decision: DecisionAbout | null;
  /** Who rings, by name. */
  readonly ringing: readonly string[];
}

/**
 * Why this call does not ring at the agent now, without a full stop.
 *
 * @param known reasons that the service tells already; the call's own come first
 */
export function callStandingText(
  { standing, decision, ringing }: ToldCall,
  known: readonly Reason[],
  language: Language,
  telling: Told,
): string {
  const en = language === 'en';
  switch (standing.is) {
    case 'rings-here':
      return en ? 'rings here now' : 'wird gerade hier zugestellt';
    case 'against': {
      const codes = new Set(known.map(({ code }) => code));
      const own = standing.reasons.filter(({ code }) => !codes.has(code));
      const told = own.length > 0 ? own : standing.reasons.slice(0, 1);
      return told.map((reason) => reasonText(reason, language, telling)).join('; ');
    }
    case 'wants-nobody':
      return PHASE[standing.phase][language];
    case 'open':
      return en ? 'is being decided at this moment' : 'wird in diesem Augenblick entschieden';
    case 'rings-others': {
      const who = ringing.join(', ');
      const rings = en ? `rings at ${who}` : `klingelt bei ${who}`;
      return decision === null ? rings : `${rings}; ${decisionText(decision, language, telling)}`;
    }
  }
}

const BEING_ANSWERED: Texts = {
  en: 'is being answered, and is offered afterwards',
  de: 'wird gerade entgegengenommen und danach zugestellt',
};

const CALLED_BACK: Texts = {
  en: 'the caller is being called back',
  de: 'die Person wird gerade zurückgerufen',
};

const SERVED: Texts = { en: 'somebody has it already', de: 'jemand hat ihn bereits' };

const PHASE: Readonly<Record<TaskPhase, Texts>> = {
  arriving: BEING_ANSWERED,
  waiting: BEING_ANSWERED,
  confirming: {
    en: 'the caller hears that they will be called back',
    de: 'die Person hört, dass sie zurückgerufen wird',
  },
  'call-back': {
    en: 'a call-back: the caller is called while the service is open, and once a pause is over',
    de: 'ein Rückruf: angerufen wird, solange der Service offen und eine Pause vorbei ist',
  },
  dialling: CALLED_BACK,
  leaving: { en: 'is leaving the queue', de: 'verlässt die Warteschlange' },
  connected: SERVED,
  'handed-over': SERVED,
  ended: { en: 'is over', de: 'ist zu Ende' },
};

/** What a decision made of the agent, without a subject and without a full stop. */
export function decisionText(about: DecisionAbout, language: Language, telling: Told): string {
  const en = language === 'en';
  switch (about.was) {
    case 'rung':
      return en
        ? `was rung, at place ${about.place} of the order`
        : `wurde gerufen, an Stelle ${about.place} der Reihenfolge`;
    case 'not-considered':
      return en
        ? 'was not of this service when it was decided'
        : 'gehörte bei der Entscheidung nicht zu diesem Service';
    case 'not-chosen': {
      const reason = reasonText(about.reason, language, telling);
      return en ? `when it was decided: ${reason}` : `bei der Entscheidung: ${reason}`;
    }
    case 'behind': {
      const order = orderName(about.order, language);
      const place = en
        ? `place ${about.place} in the order "${order}"`
        : `Stelle ${about.place} in der Reihenfolge «${order}»`;
      return `${place}: ${comparedText(about, language, telling)}`;
    }
  }
}

type Behind = Extract<DecisionAbout, { was: 'behind' }>;

const COMPARED: Readonly<Record<Exclude<Comparison, 'value'>, Texts>> = {
  offers: {
    en: 'this call was offered here more often before',
    de: 'dieser Anruf wurde hier schon öfter zugestellt',
  },
  presence: {
    en: 'the presence was old, and others go first then',
    de: 'die Präsenz war alt, dann gehen andere vor',
  },
  idle: { en: 'equal otherwise, idle less long', de: 'sonst gleich, weniger lang frei' },
  lot: { en: 'equal otherwise, the lot decided', de: 'sonst gleich, das Los entschied' },
};

function comparedText(about: Behind, language: Language, telling: Told): string {
  const { comparison, value, neededValue } = about;
  if (comparison !== 'value') return COMPARED[comparison][language];
  const here = valueText(value, about.order, language, telling);
  const there = valueText(neededValue, about.order, language, telling);
  return language === 'en'
    ? `${here}, who was rung: ${there}`
    : `${here}, wer gerufen wurde: ${there}`;
}

/** What an order compared of one agent: "idle since 10:02", "3 calls today". */
function valueText(
  value: number,
  order: DecisionAbout['order'],
  language: Language,
  { timeOf }: Told,
): string {
  const en = language === 'en';
  switch (valueUnit(order)) {
    case 'instant': {
      const at = timeOf(value);
      return en ? `idle since ${at}` : `frei seit ${at}`;
    }
    case 'offer-number':
      if (value === 0) return en ? 'no offer yet' : 'noch keine Zustellung';
      return en ? `last offer number ${value}` : `letzte Zustellung Nummer ${value}`;
    case 'place':
      return en ? `number ${value + 1} in the list` : `Nummer ${value + 1} der Liste`;
    case 'count':
      if (en) return `${counted(value, 'call', 'calls')} today`;
      return `${counted(value, 'Anruf', 'Anrufe')} heute`;
    case 'ms':
      return en ? `${durationText(value)} of talk today` : `${durationText(value)} Gespräch heute`;
    case 'thousandths':
      return en ? `${value / 10} % occupied` : `${value / 10} % ausgelastet`;
    case 'level':
      return en ? `skill levels ${-value} in all` : `Stufen insgesamt ${-value}`;
    case 'lot':
      return en ? `lot ${value}` : `Los ${value}`;
  }
}
