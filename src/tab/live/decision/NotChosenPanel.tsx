import { Text } from '@fluentui/react-components';
import type { Decision } from '@rufwerk/engine/api';
import { reasonText } from '@rufwerk/engine/core';
import { FactTable } from '../../appearance/FactTable.tsx';
import { Panel } from '../../appearance/Panel.tsx';
import type { Column } from '../../appearance/table.types.ts';
import { useFormats } from '../../language/formats.ts';
import { useLanguage, useWords } from '../../language/language.ts';
import { asSentence } from '../../language/sentence.ts';
import { useSeenThen } from './useSeenThen.ts';

type NotChosen = Decision['notChosen'][number];

/** Everybody who could not be offered the call, with the first reason. */
export function NotChosenPanel({ decision }: { readonly decision: Decision }) {
  const say = useWords();
  const columns = useColumns();
  return (
    <Panel heading={say('decision.notChosenHeading')}>
      {decision.notChosen.length === 0 ? (
        <Text>{say('decision.notChosenEmpty')}</Text>
      ) : (
        <FactTable
          label={say('decision.notChosenHeading')}
          columns={columns}
          rows={decision.notChosen}
          keyOf={({ agent }) => agent.id}
        />
      )}
    </Panel>
  );
}

function useColumns(): Column<NotChosen>[] {
  const say = useWords();
  const language = useLanguage();
  const { exactTime: timeOf, dayAndTime: dayAndTimeOf } = useFormats();
  const seenThen = useSeenThen();
  return [
    {
      key: 'agent',
      heading: say('decision.agent'),
      isRowHeading: true,
      render: ({ agent }) => agent.name || say('page.unknownPerson'),
    },
    {
      key: 'reason',
      heading: say('decision.reason'),
      isWide: true,
      render: ({ reason }) => asSentence(reasonText(reason, language, { timeOf, dayAndTimeOf })),
    },
    {
      key: 'presence',
      heading: say('decision.presence'),
      render: ({ presence }) => seenThen(presence),
    },
  ];
}
