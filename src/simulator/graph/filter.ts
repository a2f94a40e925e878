/** The fields of a directory object that can be filtered by. */
export type Fields = Readonly<Record<string, unknown>>;
export type Predicate = (fields: Fields) => boolean;

const TEXT = String.raw`'((?:[^']|'')*)'`;
const CALL = new RegExp(String.raw`^(startswith|endswith)\(\s*(\w+)\s*,\s*${TEXT}\s*\)$`, 'i');
const COMPARISON = new RegExp(String.raw`^(\w+)\s+(eq|ne)\s+(?:${TEXT}|(true|false|null))$`, 'i');
const LIST = /^(\w+)\s+in\s+\((.*)\)$/i;

/**
 * Understands the part of OData's `$filter` that a directory is searched with: `eq`, `ne`, `in`,
 * `startswith` and `endswith`, joined by `and` and `or` (`and` binds tighter). Undefined when it
 * is anything else; Graph answers 400 then.
 */
export function parseFilter(filter: string): Predicate | undefined {
  const alternatives = splitOutsideQuotes(filter, 'or').map((alternative) =>
    splitOutsideQuotes(alternative, 'and').map(parseClause),
  );
  const isWhole = alternatives.every((clauses) => clauses.every((clause) => clause !== undefined));
  if (!isWhole) return undefined;
  return (fields) =>
    alternatives.some((clauses) => clauses.every((clause) => clause?.(fields) === true));
}

function parseClause(text: string): Predicate | undefined {
  const clause = text.trim();
  return parseCall(clause) ?? parseComparison(clause) ?? parseList(clause);
}

function parseCall(clause: string): Predicate | undefined {
  const [, name, field, text] = CALL.exec(clause) ?? [];
  if (name === undefined || field === undefined || text === undefined) return undefined;
  const wanted = unquote(text);
  return name.toLowerCase() === 'startswith'
    ? (fields) => lowered(fields[field]).startsWith(wanted)
    : (fields) => lowered(fields[field]).endsWith(wanted);
}

function parseComparison(clause: string): Predicate | undefined {
  const [, field, operator, text, literal] = COMPARISON.exec(clause) ?? [];
  if (field === undefined || operator === undefined) return undefined;
  const wanted = text === undefined ? (literal ?? '').toLowerCase() : unquote(text);
  const isNegated = operator.toLowerCase() === 'ne';
  return (fields) => (lowered(fields[field]) === wanted) !== isNegated;
}

function parseList(clause: string): Predicate | undefined {
  const [, field, list] = LIST.exec(clause) ?? [];
  if (field === undefined || list === undefined) return undefined;
  const items = [...list.matchAll(new RegExp(TEXT, 'g'))];
  const wanted = new Set(items.map(([, item]) => unquote(item ?? '')));
  return (fields) => wanted.has(lowered(fields[field]));
}

/** Graph compares without case; null is compared as the word. */
function lowered(value: unknown): string {
  return typeof value === 'string' || typeof value === 'boolean'
    ? String(value).toLowerCase()
    : 'null';
}

function unquote(text: string): string {
  return text.replaceAll("''", "'").toLowerCase();
}

function splitOutsideQuotes(text: string, word: 'and' | 'or'): string[] {
  const parts: string[] = [];
  let part = '';
  for (const piece of text.split(/('(?:[^']|'')*')/)) {
    if (piece.startsWith("'")) {
      part += piece;
      continue;
    }
    const [first = '', ...rest] = piece.split(new RegExp(`\\s+${word}\\s+`, 'i'));
    part += first;
    for (const next of rest) {
      parts.push(part);
      part = next;
    }
  }
  return [...parts, part];
}
