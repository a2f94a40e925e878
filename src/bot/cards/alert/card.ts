/** The card of something that people should act on. */
import type { Alert, ServiceId } from '@rufwerk/engine/core';
import type { News } from '../../alerts/news.ts';
import type { Message } from '../../chat/message.ts';
import type { AlertWords } from '../../words/words.ts';
import { cardOf } from '../fill.ts';
import { foreign } from '../foreign.ts';
import { instant } from '../instants.ts';
import type { Telling } from '../telling.ts';
import { alertLayout, type AlertCardData } from './layout.ts';

const fill = cardOf<AlertCardData>(alertLayout);

/** Told later than that, it says when it was. */
const LATE_AFTER_MS = 2 * 60_000;

type NameOfService = (serviceId: ServiceId) => string;

/** `nameOfService` knows every service that the news name; `now` is when they are told. */
export function alertCard(
  news: News,
  nameOfService: NameOfService,
  telling: Telling,
  now: number,
): Message {
  const { words, language } = telling;
  const service: NameOfService = (id) => foreign(nameOfService(id));
  const { title, text, mend } =
    news.kind === 'raised'
      ? wordsOf(news.alert, service, telling)
      : overtakenWords(news, service, telling, now);
  // Instants are for the card: what a notification shows is words and nothing else.
  const summary = news.kind === 'raised' ? `${title}: ${text}` : title;
  const isLate = news.kind === 'raised' && now - news.raisedAt >= LATE_AFTER_MS;
  const card = fill({
    ...{ lang: language, summary, title, text, mend },
    late: isLate ? words.alertLate(instant(news.raisedAt, now)) : null,
    url: telling.tabUrlOf(null),
    buttonOpen: words.buttonOpen,
  });
  return { text: summary, card };
}

function overtakenWords(
  { serviceIds, degradedAt, restoredAt }: Extract<News, { kind: 'overtaken' }>,
  service: NameOfService,
  { words }: Telling,
  now: number,
): AlertWords {
  const [from, until] = [instant(degradedAt, now), instant(restoredAt, now)];
  return words.alertOvertaken(serviceIds.map(service), from, until);
}

function wordsOf(alert: Alert, service: NameOfService, { words, nameOf }: Telling): AlertWords {
  switch (alert.kind) {
    case 'off-duty-after-misses':
      return words.alertMisses(nameOf(alert.agentId), service(alert.serviceId), alert.misses);
    case 'service-closed':
      return words.alertClosed(service(alert.serviceId), nameOf(alert.by));
    case 'invariant-breached':
      return words.alertInvariant(alert.invariant, foreign(alert.detail));
    case 'view-degraded':
      return words.alertDegraded(
        alert.services.map(({ serviceId, ...seen }) => ({ name: service(serviceId), ...seen })),
      );
    case 'view-restored':
      return words.alertRestored(alert.serviceIds.map(service));
    case 'callback-numbers-short':
      return words.alertCallbackNumbers(
        alert.left,
        alert.agentId === null ? null : nameOf(alert.agentId),
      );
  }
}

/** The services that an alert names. */
export function servicesOf(alert: Alert): readonly ServiceId[] {
  switch (alert.kind) {
    case 'view-degraded':
      return alert.services.map(({ serviceId }) => serviceId);
    case 'view-restored':
      return alert.serviceIds;
    case 'off-duty-after-misses':
    case 'service-closed':
      return [alert.serviceId];
    case 'invariant-breached':
    case 'callback-numbers-short':
      return [];
  }
}
