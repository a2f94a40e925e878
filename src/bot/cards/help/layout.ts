import type { HelpLine } from '../../words/index.ts';
import { link, submit, words } from '../elements.ts';
import type { CardData, CardLayout } from '../fill.ts';

export interface HelpCardData extends CardData {
  readonly intro: string;
  readonly lines: readonly HelpLine[];
  readonly url: string;
  readonly buttonStatus: string;
  readonly buttonLastDecision: string;
  readonly buttonOpen: string;
}

/** What the bot can do, after a sentence that fits the occasion. */
export const helpLayout: CardLayout = {
  body: [
    words('${intro}'),
    {
      type: 'RichTextBlock',
      $data: '${lines}',
      spacing: 'small',
      inlines: [
        { type: 'TextRun', text: '${command}', weight: 'bolder' },
        { type: 'TextRun', text: ' – ${does}' },
      ],
    },
  ],
  actions: [
    submit('${buttonStatus}', 'status'),
    submit('${buttonLastDecision}', 'last-decision'),
    link('${buttonOpen}', '${url}'),
  ],
};
