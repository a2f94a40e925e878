/** From the bot's messages to the SDK's activities and invoke answers. */
import { ActivityTypes, CardFactory } from 'botbuilder';
import type { Activity } from 'botbuilder';
import type { Answer } from '../chat/incoming.ts';
import type { Message } from '../chat/message.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const NOTICE = 'application/vnd.microsoft.activity.message';
const ERROR = 'application/vnd.microsoft.error';

/** Plain text, so that names stay text; a card's words are what the notification shows. */
export function toActivity(message: Message): Partial<Activity> {
  const { text, card } = message;
  if (card === null) return { type: ActivityTypes.Message, text, textFormat: 'plain' };
  return {
    type: ActivityTypes.Message,
    summary: text,
    attachments: [CardFactory.adaptiveCard(card)],
  };
}

/**
 * What a pressed button's client is told: another card, words to show for a moment, or an error.
 */
export function toInvokeAnswer(answer: Answer): Partial<Activity> {
  const value =
    answer === null
      ? { statusCode: 400, type: ERROR, value: { code: 'BadRequest', message: 'Not a button.' } }
      : answer.card === null
        ? { statusCode: 200, type: NOTICE, value: answer.text }
        : { statusCode: 200, type: CARD, value: answer.card };
  return { type: ActivityTypes.InvokeResponse, value: { status: 200, body: value } };
}
