import type { Answer } from '../http/answer.ts';

/** The Bot Connector's way to refuse: a code that programs read and a message that people read. */
function botError(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } };
}

/** What the connector's front door says, before any conversation is looked at. */
export const denied: Answer = {
  status: 401,
  body: { message: 'Authorization has been denied for this request.' },
};

export const unknownConversation = botError(404, 'ConversationNotFound', 'Conversation not found.');

export const unknownActivity = botError(
  404,
  'ActivityNotFoundInConversation',
  'The activity does not exist in this conversation.',
);

export const unknownMember = botError(
  404,
  'MemberNotFoundInConversation',
  'The member is not part of this conversation.',
);

export const notInstalled = botError(
  403,
  'MessageWritesBlocked',
  'The bot is not installed for this person, or the person blocked it.',
);

export const notTheBotsMessage = botError(
  403,
  'BotNotActivityOwner',
  'A bot can change its own messages only.',
);

export const messageTooBig = botError(
  413,
  'MessageSizeTooBig',
  'The message is larger than 100 KB in UTF-16.',
);

export function badSyntax(message: string): Answer {
  return botError(400, 'BadSyntax', message);
}

/** The answer that somebody who breaks things in the control interface asked for. */
export function plannedFault(status: number, retryAfterSeconds: number | undefined): Answer {
  const code = status === 429 ? 'TooManyRequests' : 'ServiceError';
  return {
    ...botError(status, code, 'The Bot Connector cannot serve this request now.'),
    headers: retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) },
  };
}
