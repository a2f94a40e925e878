import type { Decision } from '@rufwerk/engine/api';
import { FactTable } from '../../appearance/FactTable.tsx';
import { Panel } from '../../appearance/Panel.tsx';
import type { Column } from '../../appearance/table.types.ts';
import { durationWords } from '../../clock/duration.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.ts';
import { useSeenThen } from './useSeenThen.ts';

type Ranked = Decision['candidates'][number] & { readonly rank: number };

/** Everybody who could be offered the call, in the order in which they would be rung. */
export function CandidatesPanel({ decision }: { readonly decision: Decision }) {
  const say = useWords();
  const columns = useColumns(Date.parse(decision.at));
  const rows = decision.candidates.map((candidate, index) => ({ ...candidate, rank: index + 1 }));
  if (rows.length === 0) return null;
  return (
    <Panel heading={say('decision.candidatesHeading')}>
      <FactTable
        label={say('decision.candidatesHeading')}
        columns={columns}
        rows={rows}
        keyOf={({ agent }) => agent.id}
      />
    </Panel>
  );
}

function useColumns(decidedAt: number): Column<Ranked>[] {
  const say = useWords();
  const { exactTime } = useFormats();
  const seenThen = useSeenThen();
  return [
    { key: 'rank', heading: say('decision.rank'), render: ({ rank }) => rank },
    {
      key: 'agent',
      heading: say('decision.agent'),
      isRowHeading: true,
      render: ({ agent }) => agent.name || say('page.unknownPerson'),
    },
    {
      key: 'offers',
      heading: say('decision.offersBefore'),
      render: ({ offersOfThisTask }) => offersOfThisTask,
    },
    {
      key: 'idle',
      heading: say('decision.idle'),
      render: ({ idleSince }) =>
        say('decision.idleSince', {
          time: durationWords(decidedAt - Date.parse(idleSince)),
          at: exactTime(Date.parse(idleSince)),
        }),
    },
    {
      key: 'tieBreak',
      heading: say('decision.tieBreak'),
      render: ({ tieBreak }) => tieBreak,
    },
    {
      key: 'presence',
      heading: say('decision.presence'),
      render: ({ presence, isLate }) =>
        isLate ? say('decision.seenLate', { seen: seenThen(presence) }) : seenThen(presence),
    },
  ];
}
