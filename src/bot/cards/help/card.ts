import type { Message } from '../../chat/message.ts';
import { cardOf } from '../fill.ts';
import type { Telling } from '../telling.ts';
import { helpLayout, type HelpCardData } from './layout.ts';

const fill = cardOf<HelpCardData>(helpLayout);

/** The overview, introduced by the sentence that the occasion asks for. */
export function helpCard(intro: string, telling: Telling): Message & { readonly card: object } {
  const { words, language } = telling;
  const card = fill({
    lang: language,
    summary: intro,
    intro,
    lines: words.helpLines,
    url: telling.tabUrlOf(null),
    buttonStatus: words.buttonStatus,
    buttonLastDecision: words.buttonLastDecision,
    buttonOpen: words.buttonOpen,
  });
  return { text: intro, card };
}
