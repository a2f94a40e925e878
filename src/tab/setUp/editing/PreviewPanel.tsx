import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import { ChangesTable } from './ChangesTable.tsx';
import type { Difference } from './differences.ts';

/** What saving will change, before it changes. */
export function PreviewPanel({ changes }: { readonly changes: readonly Difference[] }) {
  const say = useWords();
  const heading = say('edit.previewHeading');
  return (
    <Panel heading={heading} remark={say('edit.changes', { count: changes.length })}>
      <ChangesTable
        label={heading}
        changes={changes}
        oneHeading={say('edit.now')}
        otherHeading={say('edit.then')}
      />
    </Panel>
  );
}
