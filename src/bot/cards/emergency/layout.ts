import { button, link, optionalWords, words } from '../elements.ts';
import type { CardData, CardLayout } from '../fill.ts';

/** One contact, and how telling went. */
export interface ToldRow {
  readonly name: string;
  readonly how: string;
}

export interface EmergencyCardData extends CardData {
  readonly title: string;
  readonly look: 'attention' | 'warning' | 'emphasis';
  readonly note: string | null;
  readonly state: string;
  readonly stateColor: 'attention' | 'warning' | 'default';
  readonly stateDetail: string;
  readonly lastAct: string | null;
  readonly where: string | null;
  readonly shownInstead: string | null;
  readonly callback: string | null;
  readonly ownDoNotDisturb: string | null;
  readonly told: string | null;
  readonly rows: readonly ToldRow[];
  readonly more: string | null;
  readonly times: string | null;
  readonly emergencyId: string;
  /** Whether the card is kept current by itself, or has to be answered with another. */
  readonly isKept: boolean;
  readonly url: string | null;
  readonly buttonOver: string | null;
  readonly buttonGoesOn: string | null;
  readonly buttonReady: string | null;
  readonly buttonOpen: string;
}

/** An emergency call: who, since when, where, what stands, and who has been told. */
export const emergencyLayout: CardLayout = {
  body: [
    {
      type: 'Container',
      style: '${look}',
      bleed: true,
      items: [
        words('${title}', { size: 'medium', weight: 'bolder' }),
        optionalWords('note', {}, { spacing: 'none' }),
      ],
    },
    words('${state}', { size: 'large', weight: 'bolder', color: '${stateColor}' }),
    words('${stateDetail}', {}, { spacing: 'none' }),
    optionalWords('lastAct', {}, { spacing: 'small' }),
    optionalWords('where', { weight: 'bolder' }, { spacing: 'medium' }),
    optionalWords('shownInstead', { color: 'warning' }, { spacing: 'small' }),
    optionalWords('callback', {}, { spacing: 'medium' }),
    optionalWords('ownDoNotDisturb', { color: 'warning' }, { spacing: 'small' }),
    optionalWords('told', { weight: 'bolder' }, { spacing: 'medium' }),
    {
      type: 'RichTextBlock',
      $data: '${rows}',
      spacing: 'none',
      inlines: [
        { type: 'TextRun', text: '${name}' },
        { type: 'TextRun', text: ' – ${how}', isSubtle: true },
      ],
    },
    optionalWords('more', { isSubtle: true }, { spacing: 'none' }),
    optionalWords('times', { size: 'small', isSubtle: true }, { spacing: 'medium' }),
  ],
  actions: [
    act('buttonOver', 'emergency-over'),
    act('buttonGoesOn', 'emergency-goes-on'),
    act('buttonReady', 'emergency-ready'),
    { ...link('${buttonOpen}', '${url}'), $when: present('url') },
  ],
};

function act(title: string, verb: string): object {
  const data = { emergencyId: '${emergencyId}', isKept: '${isKept}' };
  return { ...button(`\${${title}}`, verb, data), $when: present(title) };
}

function present(name: string): string {
  return `\${exists(${name}) && ${name} != null}`;
}
