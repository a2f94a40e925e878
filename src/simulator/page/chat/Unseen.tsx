import { CounterBadge } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useWords } from '../language/language.ts';
import type { Live } from '../world/useLive.ts';
import type { Chat } from '../world/wire.ts';

/**
 * How many messages and updates the bot sent since the chat was last in sight. What was there when
 * the page opened counts as seen.
 */
export function useUnseen(chat: Live<Chat | null>, inSight: boolean): number {
  const sent = chat.status === 'ready' && chat.value !== null ? sentByBot(chat.value) : null;
  const chatId = chat.status === 'ready' ? (chat.value?.id ?? null) : null;
  const [seen, setSeen] = useState<{ readonly chatId: string | null; readonly sent: number }>({
    chatId: null,
    sent: 0,
  });
  useEffect(() => {
    if (sent !== null && (inSight || chatId !== seen.chatId)) setSeen({ chatId, sent });
  }, [sent, chatId, inSight, seen.chatId]);
  return sent === null || inSight || chatId !== seen.chatId ? 0 : Math.max(0, sent - seen.sent);
}

function sentByBot(chat: Chat): number {
  return chat.messages
    .filter((message) => message.from === 'bot')
    .reduce((sum, message) => sum + message.updates.length, 0);
}

/** The number beside the chat's name; nothing when all is seen. */
export function Unseen({ count }: { readonly count: number }) {
  const say = useWords();
  if (count === 0) return null;
  return <CounterBadge count={count} size="small" aria-label={say('chat.unseen', { count })} />;
}
