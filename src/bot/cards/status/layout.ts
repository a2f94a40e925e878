import { button, link, optionalWords, words } from '../elements.ts';
import type { CardData, CardLayout } from '../fill.ts';

export interface StatusRow {
  readonly name: string;
  readonly waiting: string;
  readonly waitingColor: 'default' | 'warning';
  readonly able: string;
  readonly names: string | null;
  readonly others: string | null;
}

export interface StatusCardData extends CardData {
  readonly title: string;
  readonly rows: readonly StatusRow[];
  readonly more: string | null;
  readonly url: string;
  readonly buttonRefresh: string;
  readonly buttonOpen: string;
}

/** Services: what waits, and who can be offered calls. */
export const statusLayout: CardLayout = {
  body: [
    words('${title}', { size: 'medium', weight: 'bolder' }),
    {
      type: 'Container',
      $data: '${rows}',
      separator: true,
      spacing: 'medium',
      items: [
        words('${name}', { weight: 'bolder' }),
        words('${waiting}', { color: '${waitingColor}' }, { spacing: 'small' }),
        words('${able}', {}, { spacing: 'small' }),
        optionalWords('names', {}, { spacing: 'none' }),
        optionalWords('others', { isSubtle: true }, { spacing: 'none' }),
      ],
    },
    optionalWords('more', {}, { spacing: 'medium' }),
  ],
  actions: [button('${buttonRefresh}', 'status', {}), link('${buttonOpen}', '${url}')],
};
