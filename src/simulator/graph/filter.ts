/** The fields of a directory object that can be filtered by. */
export type Fields = Readonly<Record<string, unknown>>;
export type Predicate = (fields: Fields) => boolean;

const CLAUSE =
  /^(?:(startswith|endswith)\(\s*(\w+)\s*,\s*'((?:[^']|'')*)'\s*\)|(\w+)\s+(eq|ne)\s+(?:'((?:[^']|'')*)'|(true|false|null))|(\w+)\s+in\s+\(([^)]*)\))$/i;

/**
 * Understands the part of OData's `$filter` that a directory is searched with: `eq`, `ne`, `in`, `startswith` and `endswith`, joined by
 * `and` and `or` (`and` binds tighter). Undefined when it is anything else; Graph answers 400 then.
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
  const match = CLAUSE.exec(text.trim());
  if (match === null) return undefined;
  const [, call, callField, callText, field, operator, quoted, literal, listField, list] = match;
  if (call !== undefined && callField !== undefined && callText !== undefined) {
    const wanted = unquote(callText);
    return call.toLowerCase() === 'startswith'
      ? (fields) => lowered(fields[callField]).startsWith(wanted)
      : (fields) => lowered(fields[callField]).endsWith(wanted);
  }
  if (listField !== undefined && list !== undefined) {
    const wanted = [...list.matchAll(/'((?:[^']|'')*)'/g)].map((item) => unquote(item[1] ?? ''));
    return (fields) => wanted.includes(lowered(fields[listField]));
  }
  if (field === undefined) return undefined;
  const wanted = quoted === undefined ? (literal ?? '').toLowerCase() : unquote(quoted);
  const isEqual: Predicate = (fields) => lowered(fields[field]) === wanted;
  return operator?.toLowerCase() === 'ne' ? (fields) => !isEqual(fields) : isEqual;
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
