/**
 * Words that others chose (names, numbers, presence values) on a card. They stand in text runs,
 * which know no Markdown; what is left to disarm are the card's own functions, line breaks and
 * direction marks.
 */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;
const LENGTH_MAX = 120;

export function foreign(text: string): string {
  const clean = text.replace(INVISIBLE, ' ').trim().replaceAll('{{', '{\u200b{');
  const letters = [...clean];
  return letters.length > LENGTH_MAX ? `${letters.slice(0, LENGTH_MAX - 1).join('')}…` : clean;
}
