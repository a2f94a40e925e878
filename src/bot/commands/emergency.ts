/**
 * Emergency calls by chat: what stands, and saying how it stands. Answers are not kept current, so
 * that no place is ever in them (DEC-9); it is on the card that is, and in the tab.
 */
import type { EmergencyId, EmergencyView, Fact, Language, PersonId } from '@rufwerk/engine/core';
import type { InputDraft } from '@rufwerk/engine/ports';
import { emergencyCard } from '../cards/emergency/card.ts';
import { emergencyListCard } from '../cards/emergency-list/card.ts';
import { tellingFor, type Telling, type TellingOptions } from '../cards/telling.ts';
import { type Message, sentence } from '../chat/message.ts';
import type { EmergencyActs } from '../emergencies/acts.ts';
import type { EmergencyPorts } from '../emergencies/ports.ts';
import { type EmergencyReader, readerOf } from '../emergencies/rights.ts';
import { type Asker, type AskerOptions, seesAnything } from './asker.ts';

/** What a person can say about an emergency. */
export type Saying = 'over' | 'goes-on' | 'ready';

export type EmergencyCommand =
  | { readonly kind: 'emergency' }
  | {
      readonly kind: 'emergency-say';
      readonly saying: Saying;
      /** Null where it was written: then it is the writer's own, or the only one. */
      readonly emergencyId: EmergencyId | null;
      /** Whether the card with the button is kept current by itself. */
      readonly isKept: boolean;
    };

export interface EmergencyAnswerOptions extends AskerOptions, TellingOptions {
  readonly people: AskerOptions['people'] & TellingOptions['people'];
  readonly emergencies: EmergencyPorts;
  readonly acts: EmergencyActs;
}

/** Strangers are told nothing. */
interface KnownAsker extends Asker {
  readonly personId: PersonId;
}

/** An emergency that the asker may see, and as what. */
interface Seen {
  readonly view: EmergencyView;
  readonly reader: EmergencyReader;
}

export async function answerEmergency(
  options: EmergencyAnswerOptions,
  asker: Asker,
  command: EmergencyCommand,
  language: Language,
): Promise<Message> {
  const { personId } = asker;
  const telling = tellingFor(options, language, 'full');
  const { emergency: words } = telling.words;
  if (personId === null) return sentence(telling.words.notResponsible);
  if (command.kind === 'emergency') {
    const seen = ownOrAll(await visible(options, personId));
    return shown(options, { ...asker, personId }, seen, null, telling);
  }
  if (command.emergencyId === null) {
    return sayWritten(options, { ...asker, personId }, command.saying, telling);
  }
  const view = await options.emergencies.byId(command.emergencyId);
  const reader = view === null ? 'contact' : readerOf(options, view, personId);
  // One answer for "there is none" and "it is not yours": the difference would tell something.
  if (view === null || reader === 'contact') return sentence(words.overOrNotYours);
  return say(options, personId, command, { view, reader }, telling);
}

/** Written words name no emergency: the writer's own is meant, or the only one. */
async function sayWritten(
  options: EmergencyAnswerOptions,
  asker: KnownAsker,
  saying: Saying,
  telling: Telling,
): Promise<Message> {
  const { emergency: words } = telling.words;
  const meant = meantBy(saying, ownOrAll(await visible(options, asker.personId)));
  const [only] = meant;
  if (only === undefined && saying === 'ready') return sentence(words.noneOfYours);
  if (only === undefined || meant.length > 1) {
    return shown(options, asker, meant, words.whichOne, telling);
  }
  return say(options, asker.personId, { saying, isKept: true }, only, telling);
}

function meantBy(saying: Saying, seen: readonly Seen[]): readonly Seen[] {
  if (saying === 'ready') return seen.filter(({ reader }) => reader === 'agent');
  const standing = seen.filter(({ view }) => view.call !== 'over');
  return standing.length > 0 ? standing : seen;
}

/** Those under way that the person may decide about. */
async function visible(
  options: EmergencyAnswerOptions,
  personId: PersonId,
): Promise<readonly Seen[]> {
  const views = await options.emergencies.underWay();
  return views
    .map((view) => ({ view, reader: readerOf(options, view, personId) }))
    .filter(({ reader }) => reader !== 'contact');
}

/** In an emergency of one's own nothing else counts. */
function ownOrAll(seen: readonly Seen[]): readonly Seen[] {
  const own = seen.filter(({ reader }) => reader === 'agent');
  return own.length > 0 ? own : seen;
}

async function shown(
  options: EmergencyAnswerOptions,
  asker: KnownAsker,
  seen: readonly Seen[],
  intro: string | null,
  telling: Telling,
): Promise<Message> {
  const [only] = seen;
  if (only === undefined) return sentence(noneText(options, asker, telling));
  if (seen.length === 1) return cardNow(options, only, telling);
  const views = seen.map(({ view }) => view);
  return emergencyListCard(views, intro, telling);
}

function noneText(
  { responsibilityOf }: AskerOptions,
  asker: KnownAsker,
  { words }: Telling,
): string {
  if (!seesAnything(asker)) return words.notResponsible;
  const { administers, supervises } = responsibilityOf(asker.personId);
  return administers || supervises.size > 0 ? words.emergency.none : words.emergency.noneOfYours;
}

async function cardNow(
  { emergencies, acts }: EmergencyAnswerOptions,
  { view, reader }: Seen,
  telling: Telling,
): Promise<Message> {
  const { emergencyId } = view;
  const url = emergencies.urlOf(emergencyId, reader === 'agent' ? 'agent' : 'others');
  const lastAct = await acts.lastOf(emergencyId);
  const place = { kind: 'untold' } as const;
  return emergencyCard({ view, reader, place, lastAct, isKept: false, url }, telling);
}

async function say(
  options: EmergencyAnswerOptions,
  by: PersonId,
  { saying, isKept }: { readonly saying: Saying; readonly isKept: boolean },
  { view, reader }: Seen,
  telling: Telling,
): Promise<Message> {
  const { emergency: words } = telling.words;
  if (saying === 'ready' && reader !== 'agent') return sentence(words.readyIsTheirs);
  if (view.endedAt !== null) return sentence(words.endedAlready);
  const { facts } = await options.emergencies.submit(inputOf(saying, view.agentId, by));
  if (!facts.some((fact) => isTaken(saying, view, fact))) {
    return sentence(whyNot(saying, view, telling));
  }
  // A card that is kept shows it by itself; one that is not is answered with another.
  const now = isKept ? null : await options.emergencies.byId(view.emergencyId);
  if (now !== null) return cardNow(options, { view: now, reader }, telling);
  return sentence(
    { over: words.youSaidOver, 'goes-on': words.youSaidGoesOn, ready: words.youSaidReady }[saying],
  );
}

function inputOf(saying: Saying, agentId: PersonId, by: PersonId): InputDraft {
  switch (saying) {
    case 'over':
      return { type: 'EmergencyCallOver', agentId, by, endedAt: null };
    case 'goes-on':
      return { type: 'EmergencyCallGoesOn', agentId, by };
    case 'ready':
      return { type: 'CallbackWindowEnded', agentId, by };
  }
}

const TAKEN = {
  over: 'EmergencyCallEnded',
  'goes-on': 'EmergencyLeaseMoved',
  ready: 'EmergencyEnded',
} as const satisfies Readonly<Record<Saying, Fact['type']>>;

function isTaken(saying: Saying, { emergencyId }: EmergencyView, fact: Fact): boolean {
  return fact.type === TAKEN[saying] && 'emergencyId' in fact && fact.emergencyId === emergencyId;
}

/** Somebody was faster, or it is too early. */
function whyNot(saying: Saying, { call }: EmergencyView, { words }: Telling): string {
  const { emergency } = words;
  switch (saying) {
    case 'over':
      return emergency.overAlready;
    case 'goes-on':
      return emergency.tooLateToGoOn;
    case 'ready':
      return call === 'over' ? emergency.endedAlready : emergency.tooEarlyForReady;
  }
}
