/** The card of something that people should act on. */
import type { Alert, ServiceId } from '@rufwerk/engine/core';
import type { Message } from '../../chat/message.ts';
import { cardOf } from '../fill.ts';
import { foreign } from '../foreign.ts';
import type { Telling } from '../telling.ts';
import { alertLayout, type AlertCardData } from './layout.ts';

const fill = cardOf<AlertCardData>(alertLayout);

/** `nameOfService` knows every service that the alert names. */
export function alertCard(
  alert: Alert,
  nameOfService: (serviceId: ServiceId) => string,
  telling: Telling,
): Message {
  const { words, language } = telling;
  const { title, text, mend } = wordsOf(alert, (id) => foreign(nameOfService(id)), telling);
  const card = fill({
    ...{ lang: language, summary: `${title}: ${text}`, title, text, mend },
    url: telling.tabUrlOf(null),
    buttonOpen: words.buttonOpen,
  });
  return { text: `${title}: ${text}`, card };
}

function wordsOf(
  alert: Alert,
  service: (serviceId: ServiceId) => string,
  { words, nameOf }: Telling,
): { readonly title: string; readonly text: string; readonly mend: string } {
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
