import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly key: string;
  readonly heading: string;
  /** The column that names the row; there is one. */
  readonly isRowHeading?: boolean;
  /** Takes the room that others leave. */
  readonly isWide?: boolean;
  readonly render: (row: Row) => ReactNode;
}

export interface FactTableProps<Row> {
  /** What the table is about, for screen readers. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}
