import { mergeClasses } from '@fluentui/react-components';
import type { FactTableProps } from './table.types.ts';
import { useTableStyles } from './tableStyles.ts';

/**
 * A table of facts. Where its place is narrow each row becomes a card with its headings beside the
 * values; the roles are spelled out because browsers drop a table's meaning together with its
 * layout.
 */
export function FactTable<Row>({ label, columns, rows, keyOf }: FactTableProps<Row>) {
  const styles = useTableStyles();
  const isMany = columns.length > 4;
  return (
    <div className={mergeClasses(styles.place, isMany ? styles.many : styles.few)}>
      <table role="table" aria-label={label} className={styles.table}>
        <thead role="rowgroup" className={styles.head}>
          <tr role="row">
            {columns.map(({ key, heading, isWide }) => (
              <th
                key={key}
                role="columnheader"
                scope="col"
                className={mergeClasses(styles.headCell, isWide && styles.wide)}
              >
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className={styles.body}>
          {rows.map((row) => (
            <tr key={keyOf(row)} role="row" className={styles.row}>
              {columns.map(({ key, heading, isRowHeading, render }) =>
                isRowHeading === true ? (
                  <th
                    key={key}
                    role="rowheader"
                    scope="row"
                    className={mergeClasses(styles.cell, styles.rowHeading)}
                  >
                    {render(row)}
                  </th>
                ) : (
                  <td key={key} role="cell" data-heading={heading} className={styles.cell}>
                    {render(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
