/** The engine's names begin small, for use inside sentences; standing alone they begin large. */
export function sentenceCase(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
