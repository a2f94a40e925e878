import { z } from 'zod';
import type { Card } from './chats.ts';

/** Teams counts a bot's message as UTF-16, all of it. */
const MESSAGE_BYTES_MAX = 100 * 1024;
const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

const attachment = z.looseObject({ contentType: z.string(), content: z.unknown().optional() });

const sentActivity = z.looseObject({
  type: z.string(),
  text: z.string().nullish(),
  attachments: z.array(attachment).nullish(),
});

/** An activity as a bot sends it, reduced to what a chat can show. */
export type SentActivity =
  | { readonly kind: 'message'; readonly text: string; readonly cards: readonly Card[] }
  /** Shown for a moment and kept nowhere. */
  | { readonly kind: 'typing' }
  | { readonly kind: 'too-big' }
  | { readonly kind: 'wrong'; readonly message: string };

/** Reads what a bot sent, with the limits of Teams. */
export function readSentActivity(body: unknown): SentActivity {
  if (utf16Bytes(body) > MESSAGE_BYTES_MAX) return { kind: 'too-big' };
  const read = sentActivity.safeParse(body);
  if (!read.success) return { kind: 'wrong', message: z.prettifyError(read.error) };
  const { type, text, attachments } = read.data;
  if (type === 'typing') return { kind: 'typing' };
  if (type !== 'message') return { kind: 'wrong', message: `Unknown activity type "${type}".` };

  const cards: Card[] = [];
  for (const { contentType, content } of attachments ?? []) {
    if (contentType !== ADAPTIVE_CARD || !isCard(content)) {
      return { kind: 'wrong', message: `Unknown attachment type "${contentType}".` };
    }
    cards.push(content);
  }
  if (cards.length === 0 && (text ?? '') === '') {
    return { kind: 'wrong', message: 'Activity resulted into empty message.' };
  }
  return { kind: 'message', text: text ?? '', cards };
}

export function isCard(content: unknown): content is Card {
  return (
    typeof content === 'object' &&
    content !== null &&
    'type' in content &&
    content.type === 'AdaptiveCard'
  );
}

function utf16Bytes(body: unknown): number {
  return (JSON.stringify(body) ?? '').length * 2;
}
