/** A selection inside a text: where it begins and ends. */
export interface Selected {
  readonly start: number;
  readonly end: number;
}

/** The text with a variable in place of what was selected, and where the caret stands after it. */
export function insertAt(
  text: string,
  variable: string,
  { start, end }: Selected,
): { readonly text: string; readonly caret: number } {
  const inserted = `{{${variable}}}`;
  return {
    text: text.slice(0, start) + inserted + text.slice(end),
    caret: start + inserted.length,
  };
}
