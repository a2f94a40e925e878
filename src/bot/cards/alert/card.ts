/** The card of something that people should act on. */
import type { Alert } from '@rufwerk/engine/core';
import type { Message } from '../../chat/message.ts';
import { cardOf } from '../fill.ts';
import { foreign } from '../foreign.ts';
import type { Telling } from '../telling.ts';
import { alertLayout, type AlertCardData } from './layout.ts';

const fill = cardOf<AlertCardData>(alertLayout);

export function alertCard(alert: Alert, serviceName: string, telling: Telling): Message {
  const { words, language } = telling;
  const { title, text, mend } = wordsOf(alert, foreign(serviceName), telling);
  const card = fill({
    ...{ lang: language, summary: `${title}: ${text}`, title, text, mend },
    url: telling.tabUrlOf(null),
    buttonOpen: words.buttonOpen,
  });
  return { text: `${title}: ${text}`, card };
}

function wordsOf(
  alert: Alert,
  service: string,
  { words, nameOf }: Telling,
): { readonly title: string; readonly text: string; readonly mend: string } {
  switch (alert.kind) {
    case 'off-duty-after-misses':
      return words.alertMisses(nameOf(alert.agentId), service, alert.misses);
    case 'service-closed':
      return words.alertClosed(service, nameOf(alert.by));
    case 'invariant-breached':
      return words.alertInvariant(alert.invariant, foreign(alert.detail));
  }
}
