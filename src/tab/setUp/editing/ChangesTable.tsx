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

/** Two states of a part side by side, where they differ. */
export function ChangesTable({ label, changes, oneHeading, otherHeading }: ChangesTableProps) {
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
        { key: 'one', heading: oneHeading, render: ({ path, one }) => valueWords(path, one) },
        {
          key: 'other',
          heading: otherHeading,
          render: ({ path, other }) => valueWords(path, other),
        },
      ]}
    />
  );
}
