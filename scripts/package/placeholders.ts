const placeholder = /\$\{\{(\w+)\}\}/g;

export type Filled =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly missing: readonly string[] };

/** Fills `${{NAME}}` as the Agents Toolkit does; an empty variable counts as missing. */
export function fillPlaceholders(
  text: string,
  variables: Readonly<Record<string, string | undefined>>,
): Filled {
  const missing = placeholdersIn(text).filter((name) => !variables[name]);
  if (missing.length > 0) return { ok: false, missing };
  return { ok: true, text: text.replace(placeholder, (_, name: string) => variables[name] ?? '') };
}

/** The names of all placeholders in a text, each once. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(placeholder)].map(([, name = '']) => name))];
}
