import { button, link, optionalWords, words } from '../elements.ts';
import type { CardData, CardLayout } from '../fill.ts';

export interface WhyRow {
  readonly name: string;
  readonly mark: string;
  readonly reason: string;
  readonly presence: string | null;
}

export interface WhyCardData extends CardData {
  readonly title: string;
  readonly caller: string | null;
  readonly why: string;
  readonly order: string | null;
  readonly change: string | null;
  readonly rows: readonly WhyRow[];
  readonly more: string | null;
  readonly times: string;
  readonly taskId: string;
  readonly url: string;
  /** Null where there is no short card to go back to. */
  readonly buttonLess: string | null;
  readonly buttonOpen: string;
}

/** A decision in full: everybody with the first reason, the presence relied on, and its age. */
export const whyLayout: CardLayout = {
  body: [
    {
      type: 'Container',
      style: 'emphasis',
      bleed: true,
      items: [
        words('${title}', { size: 'medium', weight: 'bolder' }),
        optionalWords('caller', {}, { spacing: 'none' }),
      ],
    },
    words('${why}', { weight: 'bolder' }),
    optionalWords('order', { size: 'small', isSubtle: true }, { spacing: 'none' }),
    optionalWords('change', {}, { spacing: 'small' }),
    {
      type: 'Container',
      $data: '${rows}',
      separator: true,
      spacing: 'small',
      items: [
        {
          type: 'ColumnSet',
          columns: [
            { type: 'Column', width: 'auto', items: [words('${mark}', { weight: 'bolder' })] },
            {
              type: 'Column',
              width: 'stretch',
              items: [
                words('${name}', { weight: 'bolder' }),
                words('${reason}', {}, { spacing: 'none' }),
                optionalWords('presence', { size: 'small', isSubtle: true }, { spacing: 'none' }),
              ],
            },
          ],
        },
      ],
    },
    optionalWords('more', {}, { spacing: 'small' }),
    words('${times}', { size: 'small', isSubtle: true }, { spacing: 'medium' }),
  ],
  actions: [
    {
      ...button('${buttonLess}', 'decision', { taskId: '${taskId}' }),
      $when: '${exists(buttonLess) && buttonLess != null}',
    },
    link('${buttonOpen}', '${url}'),
  ],
};
