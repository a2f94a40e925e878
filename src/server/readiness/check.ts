/**
 * One thing outside of us that must be right: whether it is, and if not what that costs, why, and
 * how to mend it (screens.md, "Readiness").
 */
import type { Language, Texts } from '@rufwerk/engine/core';

export { asSaid, type Texts } from '@rufwerk/engine/core';

/**
 * - `good`: seen to be right.
 * - `fault`: calls or presence fail because of it.
 * - `warning`: something works less well, or will fail soon.
 * - `advice`: cannot be seen from here; worth a look by a person.
 */
export type CheckState = 'good' | 'fault' | 'warning' | 'advice';

export type CheckArea =
  'sign-in' | 'permissions' | 'presence' | 'notifications' | 'calls' | 'emergencies';

export interface Check {
  /** Stable, such as `permission.Presence.Read.All`. */
  readonly id: string;
  readonly area: CheckArea;
  readonly state: CheckState;
  readonly title: string;
  /** What it costs; null for a good one. */
  readonly effect: string | null;
  readonly cause: string | null;
  readonly mend: string | null;
}

/** A check before its words were chosen. */
export interface Found {
  readonly id: string;
  readonly area: CheckArea;
  readonly state: CheckState;
  readonly words: Words;
}

interface Words {
  readonly title: Texts;
  readonly effect?: Texts;
  readonly cause?: Texts;
  readonly mend?: Texts;
}

export function inLanguage({ id, area, state, words }: Found, language: Language): Check {
  const isGood = state === 'good';
  const say = (texts: Texts | undefined): string | null =>
    isGood || texts === undefined ? null : texts[language];
  return {
    ...{ id, area, state, title: words.title[language] },
    ...{ effect: say(words.effect), cause: say(words.cause), mend: say(words.mend) },
  };
}
