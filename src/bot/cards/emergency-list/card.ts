import type { EmergencyView } from '@rufwerk/engine/core';
import type { Message } from '../../chat/message.ts';
import { stateDetail, stateText, titleOf } from '../emergency/sentences.ts';
import { cardOf } from '../fill.ts';
import type { Telling } from '../telling.ts';
import { emergencyListLayout, type EmergencyListData } from './layout.ts';

const fill = cardOf<EmergencyListData>(emergencyListLayout);

/** Keeps the card readable and below 28 KB. */
const EMERGENCIES_MAX = 15;

/** Those under way, the oldest first; where people are is told on their own cards only. */
export function emergencyListCard(
  views: readonly EmergencyView[],
  intro: string | null,
  telling: Telling,
): Message & { readonly card: object } {
  const { emergency: words, buttonOpen } = telling.words;
  const more = views.length - EMERGENCIES_MAX;
  const title = words.severalTitle;
  const card = fill({
    ...{ lang: telling.language, summary: title, title, intro, buttonOpen },
    rows: views.slice(0, EMERGENCIES_MAX).map((view) => ({
      title: titleOf(view, telling),
      state: stateText(view, telling),
      detail: stateDetail(view, telling),
    })),
    more: more > 0 ? words.moreEmergencies(more) : null,
    url: telling.tabUrlOf(null),
  });
  return { text: title, card };
}
