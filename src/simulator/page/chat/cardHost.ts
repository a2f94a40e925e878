import {
  AdaptiveCard,
  ExecuteAction,
  HostConfig,
  OpenUrlAction,
  SubmitAction,
  Version,
  type Action,
} from 'adaptivecards';
import { tokens } from '@fluentui/react-components';
import type { CardAction } from '../world/control.ts';
import type { CardJson } from '../world/wire.ts';
import { markdownToHtml } from './markdown.ts';

const colour = (normal: string, subtle: string = normal) => ({ default: normal, subtle });

/** Fluent's variables instead of values: a card follows the theme without being rendered again. */
const foregrounds = {
  default: colour(tokens.colorNeutralForeground1, tokens.colorNeutralForeground3),
  dark: colour(tokens.colorNeutralForeground2),
  light: colour(tokens.colorNeutralForegroundInverted),
  accent: colour(tokens.colorBrandForeground1),
  good: colour(tokens.colorStatusSuccessForeground1),
  warning: colour(tokens.colorStatusWarningForeground1),
  attention: colour(tokens.colorStatusDangerForeground1),
};

const container = (backgroundColor: string) => ({
  backgroundColor,
  foregroundColors: foregrounds,
});

const hostConfig = new HostConfig({
  fontFamily: 'inherit',
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  spacing: { small: 6, default: 8, medium: 14, large: 20, extraLarge: 28, padding: 14 },
  separator: { lineThickness: 1, lineColor: tokens.colorNeutralStroke2 },
  supportsInteractivity: true,
  containerStyles: {
    default: container('transparent'),
    emphasis: container(tokens.colorNeutralBackground3),
    good: container(tokens.colorStatusSuccessBackground1),
    warning: container(tokens.colorStatusWarningBackground1),
    attention: container(tokens.colorStatusDangerBackground1),
    accent: container(tokens.colorBrandBackground2),
  },
  actions: {
    maxActions: 6,
    buttonSpacing: 8,
    actionsOrientation: 'Horizontal',
    actionAlignment: 'Left',
    showCard: { actionMode: 'Inline', inlineTopMargin: 12, style: 'emphasis' },
  },
  factSet: {
    title: { weight: 'Bolder', wrap: true, maxWidth: 140 },
    value: { wrap: true },
    spacing: 12,
  },
});

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownToHtml(text);
  result.didProcess = true;
};

/** The newest schema that Teams takes from a bot. */
const schemaMax = new Version(1, 5);

/** Who hears of a card's buttons. */
export type CardEvents = {
  /** A button for the bot, with the values of the card's inputs already in its data. */
  readonly onAction: (action: CardAction) => void;
  /** A button or a link that leads to an address. */
  readonly onLink: (url: string) => void;
};

/** Renders a card as a Teams client does; `null` for a card that Teams would not show. */
export function renderCard(json: CardJson, events: CardEvents): HTMLElement | null {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  card.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction && action.url !== undefined) events.onLink(action.url);
    const pressed = readAction(action);
    if (pressed !== null) events.onAction(pressed);
  };
  card.parse(json);
  if (card.version instanceof Version && card.version.compareTo(schemaMax) > 0) return null;
  return card.render() ?? null;
}

function readAction(action: Action): CardAction | null {
  // ExecuteAction is a kind of SubmitAction for the renderer, so it is asked first.
  if (action instanceof ExecuteAction) return { verb: action.verb, data: action.data ?? {} };
  if (action instanceof SubmitAction) return { data: action.data ?? {} };
  return null;
}
