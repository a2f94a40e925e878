/** What a reader finds on a card. */

/** Every piece of text, in order, as the client shows it. */
export function textsOf(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(textsOf);
  if (typeof part !== 'object' || part === null) return [];
  const { type, text } = part as Readonly<Record<string, unknown>>;
  const own = type === 'TextRun' || type === 'TextBlock' ? [String(text)] : [];
  return [...own, ...Object.values(part).flatMap(textsOf)];
}

/** The card's buttons by their titles, fallbacks left out. */
export function buttonsOf(card: unknown): string[] {
  const { actions } = card as { readonly actions: readonly { readonly title: string }[] };
  return actions.map(({ title }) => title);
}

/** The one card of an activity that the bot sent. */
export function cardIn(activity: unknown): Readonly<Record<string, unknown>> {
  const { attachments } = activity as {
    readonly attachments?: readonly { readonly content: Readonly<Record<string, unknown>> }[];
  };
  const [attachment] = attachments ?? [];
  if (attachment === undefined) throw new Error(`No card in ${JSON.stringify(activity)}`);
  return attachment.content;
}
