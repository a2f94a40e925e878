/** Pages of the lists, newest first. A cursor names the last row's place in the journal. */
import { sql, type RawBuilder } from 'kysely';
import { UnreadableCursor, type Page } from '@rufwerk/engine/ports';
import type { Place } from '../tables.ts';

export interface PageQuery {
  readonly limit: number;
  readonly cursor?: string;
}

/** More than this is not read at once, whoever asks. */
export const ROWS_PER_PAGE_MAX = 500;

/** How many rows to read for a page: one more tells whether there is a next one. */
export function rowsToRead(limit: number): number {
  return Math.min(limit, ROWS_PER_PAGE_MAX) + 1;
}

/** Cuts the row that was read too many, and says where the next page begins. */
export function pageOf<Row extends Place, Item>(
  rows: readonly Row[],
  limit: number,
  itemOf: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, rowsToRead(limit) - 1);
  const last = shown.at(-1);
  const isLastPage = last === undefined || shown.length === rows.length;
  return { items: shown.map(itemOf), next: isLastPage ? null : cursorAt(last) };
}

function cursorAt({ seq, position }: Place): string {
  return Buffer.from(`${seq}.${position}`).toString('base64url');
}

const BEYOND_THE_NEWEST: Place = { seq: Number.MAX_SAFE_INTEGER, position: 0 };

/** The rows that come after the cursor's row, newest first. Throws `UnreadableCursor`. */
export function isAfter(cursor: string | undefined): RawBuilder<boolean> {
  const { seq, position } = cursor === undefined ? BEYOND_THE_NEWEST : placeAt(cursor);
  return sql<boolean>`(seq, position) < (${seq}, ${position})`;
}

function placeAt(cursor: string): Place {
  const text = Buffer.from(cursor, 'base64url').toString();
  const match = /^(\d{1,15})\.(\d{1,15})$/.exec(text);
  if (match === null) {
    throw new UnreadableCursor('The cursor is of no page. Begin at the first page, without one.');
  }
  return { seq: Number(match[1]), position: Number(match[2]) };
}
