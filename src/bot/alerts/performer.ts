/**
 * Alerts: one message for each person who can act, posted anew because each is a matter of its own.
 * Whoever cannot be reached now is told later, see `outbox.ts`.
 */
import type { EffectOutcome, PersonId, ServiceId } from '@rufwerk/engine/core';
import type { Clock, EffectPerformer, EffectRequest, Log, Notes } from '@rufwerk/engine/ports';
import { alertCard, servicesOf } from '../cards/alert/card.ts';
import { tellingFor, type TellingOptions } from '../cards/telling.ts';
import { languageOf } from '../chat/chat-book.ts';
import { post, type PostOptions, type Trouble } from '../chat/post.ts';
import type { NameService } from '../decision-cards/service-name.ts';
import type { News } from './news.ts';
import { AlertOutbox } from './outbox.ts';

export interface AlertOptions extends TellingOptions, PostOptions {
  readonly people: PostOptions['people'];
  readonly serviceName: NameService;
  readonly notes: Notes;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Alerts extends EffectPerformer<'raise-alert'> {
  /** Tells what a restart found untold. */
  begin(): void;
  /** What waits is kept for the next start. */
  stop(): void;
}

export function createAlerts(options: AlertOptions): Alerts {
  const { notes, clock, log } = options;
  const tell = (personId: PersonId, news: News): Promise<Trouble> =>
    tellOrSay(options, personId, news);
  const outbox = new AlertOutbox({ notes, clock, log, tell });
  return {
    kinds: ['raise-alert'],
    perform: (request) => raise(options, outbox, request),
    begin: () => outbox.begin(),
    stop: () => outbox.stop(),
  };
}

/** One that a restart left in doubt is told again: twice is a nuisance, never is worse. */
async function raise(
  { clock, log }: AlertOptions,
  outbox: AlertOutbox,
  { effectId, effect: { alert, recipientIds } }: EffectRequest<'raise-alert'>,
): Promise<EffectOutcome> {
  log.warn({ effectId, alert: alert.kind }, 'Something needs attention');
  if (recipientIds.length === 0) return { kind: 'done' };
  const outcome = await outbox.send({ effectId, alert, recipientIds, raisedAt: clock.now() });
  if (outcome.kind !== 'done') log.warn({ effectId, ...outcome }, 'An alert waits to be told');
  return outcome;
}

/** One chat's fault must not keep the news from the others. */
async function tellOrSay(options: AlertOptions, personId: PersonId, news: News): Promise<Trouble> {
  // Such a person has no chat now and never will.
  const isOutside = (options.people.find(personId)?.entraId ?? null) === null;
  if (isOutside) return { kind: 'failed', cause: 'they are not in Teams', isBarred: true };
  try {
    return await tell(options, personId, news);
  } catch (error) {
    options.log.error({ err: error }, 'An alert could not be told to one of its readers');
    const cause = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', cause, isBarred: false };
  }
}

async function tell(options: AlertOptions, personId: PersonId, news: News): Promise<Trouble> {
  const names = await namesOf(options, news);
  const { locale } = await options.chats.find(personId);
  const telling = tellingFor(options, languageOf(locale), 'full');
  const now = options.clock.now();
  const message = alertCard(news, (id) => names.get(id) ?? id, telling, now);
  return post(options, personId, message, () => Promise.resolve());
}

async function namesOf(
  { serviceName }: AlertOptions,
  news: News,
): Promise<ReadonlyMap<ServiceId, string>> {
  const ids = news.kind === 'overtaken' ? news.serviceIds : servicesOf(news.alert);
  const names = await Promise.all(ids.map((id) => serviceName(id)));
  return new Map(ids.map((id, index) => [id, names[index] ?? id]));
}
