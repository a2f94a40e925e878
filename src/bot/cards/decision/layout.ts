import { button, link, optionalWords, words } from '../elements.ts';
import type { CardData, CardLayout } from '../fill.ts';

export interface DecisionCardData extends CardData {
  readonly service: string;
  readonly caller: string | null;
  readonly state: string;
  readonly stateColor: 'default' | 'accent' | 'good' | 'warning';
  readonly stateDetail: string | null;
  readonly why: string | null;
  readonly order: string | null;
  readonly confirmed: string | null;
  readonly others: string | null;
  readonly earlier: string | null;
  readonly times: string;
  readonly taskId: string;
  readonly decisionId: string | null;
  readonly url: string;
  readonly buttonWhy: string;
  readonly buttonOpen: string;
}

/** One call: where it is, who was chosen and why, in as many lines as that takes. */
export const decisionLayout: CardLayout = {
  body: [
    {
      type: 'Container',
      style: 'emphasis',
      bleed: true,
      items: [
        words('${service}', { size: 'medium', weight: 'bolder' }),
        optionalWords('caller', {}, { spacing: 'none' }),
      ],
    },
    words('${state}', { size: 'large', weight: 'bolder', color: '${stateColor}' }),
    optionalWords('stateDetail', {}, { spacing: 'none' }),
    optionalWords('why', {}, { spacing: 'medium' }),
    optionalWords('order', { size: 'small', isSubtle: true }, { spacing: 'none' }),
    optionalWords('confirmed', { size: 'small', isSubtle: true }, { spacing: 'none' }),
    optionalWords('others', {}, { spacing: 'small' }),
    optionalWords('earlier', {}, { spacing: 'small' }),
    words('${times}', { size: 'small', isSubtle: true }, { spacing: 'medium' }),
  ],
  actions: [
    {
      ...button('${buttonWhy}', 'why', { taskId: '${taskId}', decisionId: '${decisionId}' }),
      $when: '${exists(decisionId) && decisionId != null}',
    },
    link('${buttonOpen}', '${url}'),
  ],
};
