import type { Language } from '@rufwerk/engine/core';
import { de } from './de.ts';
import { en } from './en.ts';
import type { Words } from './words.ts';

export type { HelpLine, Words } from './words.ts';

/** The bot's words in a person's language. */
export function wordsOf(language: Language): Words {
  return language === 'de' ? de : en;
}

/** "45 s", "3 min", "2 h 5 min": the same in both languages. */
export function durationText(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}
