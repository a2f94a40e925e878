/**
 * Words that others chose (names, numbers, presence values) on a card. They stand in text runs,
 * which know no Markdown; what is left to disarm are the card's own functions, line breaks and
 * direction marks.
 */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;
const LENGTH_MAX = 120;

/** `lengthMax`: in letters; a name is short, a place may not lose its end. */
export function foreign(text: string, lengthMax = LENGTH_MAX): string {
  const clean = text.replace(INVISIBLE, ' ').trim().replaceAll('{{', '{\u200b{');
  const letters = [...clean];
  return letters.length > lengthMax ? `${letters.slice(0, lengthMax - 1).join('')}…` : clean;
}
