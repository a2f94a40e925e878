import { link, optionalWords, words } from '../elements.ts';
import type { CardData, CardLayout } from '../fill.ts';

export interface AlertCardData extends CardData {
  readonly title: string;
  readonly text: string;
  readonly mend: string;
  /** When it was, where that is a while ago. */
  readonly late: string | null;
  readonly url: string;
  readonly buttonOpen: string;
}

/** What is wrong, what it costs, and what to do. */
export const alertLayout: CardLayout = {
  body: [
    {
      type: 'Container',
      style: 'attention',
      bleed: true,
      items: [words('${title}', { size: 'medium', weight: 'bolder' })],
    },
    words('${text}'),
    words('${mend}', { isSubtle: true }),
    optionalWords('late', { isSubtle: true }),
  ],
  actions: [link('${buttonOpen}', '${url}')],
};
