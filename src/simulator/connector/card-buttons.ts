import type { Card } from './chats.ts';

/** A button of a card that runs something at the bot. */
export interface ExecuteButton {
  readonly verb: string;
  readonly title: string | undefined;
  /** What the card's author put into it; the values of inputs come on top. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** Cards nest a few levels; whoever sends more than this sends a mistake. */
const DEPTH_MAX = 40;

/**
 * The button that a person means by a verb and what they know of its data: the first
 * `Action.Execute` with that verb whose own data does not contradict. Undefined when the card has
 * none, since nobody can press what is not there.
 */
export function findExecuteButton(
  cards: readonly Card[],
  verb: string,
  known: Readonly<Record<string, unknown>>,
): ExecuteButton | undefined {
  return executeButtons(cards, DEPTH_MAX).find(
    (button) => button.verb === verb && agrees(button.data, known),
  );
}

function agrees(
  data: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, unknown>>,
): boolean {
  return Object.entries(data).every(
    ([name, value]) => !(name in known) || JSON.stringify(known[name]) === JSON.stringify(value),
  );
}

function executeButtons(part: unknown, depthLeft: number): readonly ExecuteButton[] {
  if (typeof part !== 'object' || part === null || depthLeft === 0) return [];
  const inside = Object.values(part).flatMap((each) => executeButtons(each, depthLeft - 1));
  const own = part as Readonly<Record<string, unknown>>;
  if (own['type'] !== 'Action.Execute') return inside;
  const { verb, title, data } = own;
  const button: ExecuteButton = {
    verb: typeof verb === 'string' ? verb : '',
    title: typeof title === 'string' ? title : undefined,
    data: isRecord(data) ? data : {},
  };
  return [button, ...inside];
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
