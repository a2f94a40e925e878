import { link, optionalWords, words } from '../elements.ts';
import type { CardData, CardLayout } from '../fill.ts';

export interface EmergencyRow {
  readonly title: string;
  readonly state: string;
  readonly detail: string;
}

export interface EmergencyListData extends CardData {
  readonly title: string;
  readonly intro: string | null;
  readonly rows: readonly EmergencyRow[];
  readonly more: string | null;
  readonly url: string;
  readonly buttonOpen: string;
}

/** Several emergencies: who, and what stands. */
export const emergencyListLayout: CardLayout = {
  body: [
    words('${title}', { size: 'medium', weight: 'bolder' }),
    optionalWords('intro', {}, { spacing: 'small' }),
    {
      type: 'Container',
      $data: '${rows}',
      separator: true,
      spacing: 'medium',
      items: [
        words('${title}', { weight: 'bolder' }),
        words('${state}', { color: 'attention' }, { spacing: 'small' }),
        words('${detail}', { isSubtle: true }, { spacing: 'none' }),
      ],
    },
    optionalWords('more', {}, { spacing: 'medium' }),
  ],
  actions: [link('${buttonOpen}', '${url}')],
};
