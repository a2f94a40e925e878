/** The engine's phrases begin small and end open; on their own they are sentences. */
export function asSentence(phrase: string): string {
  return `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`;
}
