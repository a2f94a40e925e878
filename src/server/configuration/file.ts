/** An administrator's file as text: YAML or JSON. */
import { parse, stringify, YAMLError } from 'yaml';
import type { ConfigurationProblem, Language } from '@rufwerk/engine/core';

/** Aliases are for short files, not for files that grow when they are read. */
const ALIASES_MAX = 50;

export type FileResult =
  | { readonly ok: true; readonly document: unknown }
  | { readonly ok: false; readonly problem: ConfigurationProblem };

/** Reads YAML, and so JSON too. Never throws for bad text: the problem says where it is. */
export function readFileText(text: string, language: Language = 'en'): FileResult {
  try {
    return { ok: true, document: parse(text, { maxAliasCount: ALIASES_MAX }) as unknown };
  } catch (error) {
    // Too many aliases are a ReferenceError in the words of the library.
    if (!(error instanceof YAMLError || error instanceof ReferenceError)) throw error;
    return {
      ok: false,
      problem:
        language === 'en'
          ? {
              field: 'document',
              rule: `It cannot be read as YAML or JSON: ${error.message}`,
              mend: 'Correct the text at that place.',
            }
          : {
              field: 'document',
              rule: `Das lässt sich nicht als YAML oder JSON lesen${germanPlaceOf(error)}.`,
              mend: 'Berichtigen Sie den Text an dieser Stelle.',
            },
    };
  }
}

/** The library says what is wrong in English only; where it is needs no words of it. */
function germanPlaceOf(error: Error): string {
  const place = error instanceof YAMLError ? error.linePos?.[0] : undefined;
  return place === undefined ? '' : ` (Zeile ${place.line}, Spalte ${place.col})`;
}

export function writeFileText(document: unknown): string {
  return stringify(document, { lineWidth: 100, aliasDuplicateObjects: false });
}
