/**
 * Alerts: one message for each person who can act, posted anew because each is a matter of its own.
 */
import type { Alert, EffectOutcome, ServiceId } from '@rufwerk/engine/core';
import type { EffectPerformer, EffectRequest, Log } from '@rufwerk/engine/ports';
import { alertCard, servicesOf } from '../cards/alert/card.ts';
import { tellingFor, type TellingOptions } from '../cards/telling.ts';
import { languageOf } from '../chat/chat-book.ts';
import { post, type PostOptions } from '../chat/post.ts';
import type { NameService } from '../decision-cards/service-name.ts';

export interface AlertOptions extends TellingOptions, PostOptions {
  readonly people: PostOptions['people'];
  readonly serviceName: NameService;
  readonly log: Log;
}

export function createAlertPerformer(options: AlertOptions): EffectPerformer<'raise-alert'> {
  return { kinds: ['raise-alert'], perform: (request) => raise(options, request) };
}

async function raise(
  options: AlertOptions,
  { effectId, effect, mayHaveHappened }: EffectRequest<'raise-alert'>,
): Promise<EffectOutcome> {
  const { alert, recipientIds } = effect;
  options.log.warn({ effectId, alert: alert.kind }, 'Something needs attention');
  // Told twice is a nuisance, told never is worse, but a restart in between is rare: doubt stays.
  if (mayHaveHappened) return { kind: 'unknown', cause: 'Rufwerk was restarted meanwhile' };
  const names = await namesOf(options, alert);
  const causes: string[] = [];
  for (const personId of recipientIds) {
    const { locale } = await options.chats.find(personId);
    const telling = tellingFor(options, languageOf(locale), 'full');
    const message = alertCard(alert, (id) => names.get(id) ?? id, telling);
    const trouble = await post(options, personId, message, () => Promise.resolve());
    if (trouble !== null) causes.push(trouble.cause);
  }
  const [cause] = causes;
  return cause === undefined ? { kind: 'done' } : { kind: 'failed', cause };
}

async function namesOf(
  { serviceName }: AlertOptions,
  alert: Alert,
): Promise<ReadonlyMap<ServiceId, string>> {
  const ids = servicesOf(alert);
  const names = await Promise.all(ids.map((id) => serviceName(id)));
  return new Map(ids.map((id, index) => [id, names[index] ?? id]));
}
