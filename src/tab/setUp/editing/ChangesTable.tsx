import { makeStyles } from '@fluentui/react-components';
import { FactTable } from '../../appearance/FactTable.tsx';
import { useWords } from '../../language/language.ts';
import type { Difference } from './differences.ts';
import { useFieldWords } from './useFieldWords.ts';
import { useValueWords } from './useValueWords.ts';

type ChangesTableProps = {
  readonly label: string;
  readonly changes: readonly Difference[];
  readonly oneHeading: string;
  readonly otherHeading: string;
};

// An address has no place to break at, and a table would grow wider than its page.
const useStyles = makeStyles({ value: { overflowWrap: 'anywhere' } });

/** Two states of a part side by side, where they differ. */
export function ChangesTable({ label, changes, oneHeading, otherHeading }: ChangesTableProps) {
  const styles = useStyles();
  const say = useWords();
  const fieldWords = useFieldWords();
  const valueWords = useValueWords();
  return (
    <FactTable<Difference>
      label={label}
      rows={changes}
      keyOf={({ path }) => path}
      columns={[
        {
          key: 'setting',
          heading: say('edit.setting'),
          isRowHeading: true,
          render: ({ path }) => fieldWords(path),
        },
        {
          key: 'one',
          heading: oneHeading,
          render: ({ path, one }) => <span className={styles.value}>{valueWords(path, one)}</span>,
        },
        {
          key: 'other',
          heading: otherHeading,
          render: ({ path, other }) => (
            <span className={styles.value}>{valueWords(path, other)}</span>
          ),
        },
      ]}
    />
  );
}
