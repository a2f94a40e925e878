import { Template } from 'adaptivecards-templating';
import type { Card } from '../chat/message.ts';

const SCHEMA = 'http://adaptivecards.io/schemas/adaptive-card.json';

/** The newest version that Teams takes from a bot. */
const VERSION = '1.5';

export interface CardLayout {
  readonly body: readonly object[];
  readonly actions: readonly object[];
}

export interface CardData {
  /** Language of times and dates. */
  readonly lang: string;
  /** What a client shows that cannot show the card. */
  readonly summary: string;
}

/** Makes a function that fills one layout; layouts hold `${...}`, data are put in as they are. */
export function cardOf<Data extends CardData>(layout: CardLayout): (data: Data) => Card {
  const template = new Template({
    $schema: SCHEMA,
    type: 'AdaptiveCard',
    version: VERSION,
    lang: '${lang}',
    fallbackText: '${summary}',
    ...layout,
  });
  return (data) => template.expand({ $root: data }) as Card;
}
