import { CallRegular } from '@fluentui/react-icons';
import type { MyWork } from '@rufwerk/engine/api';
import { EmptyState } from '../appearance/EmptyState.tsx';
import { FactTable } from '../appearance/FactTable.tsx';
import { Panel } from '../appearance/Panel.tsx';
import type { Column } from '../appearance/table.types.ts';
import { useNow } from '../clock/useNow.ts';
import { outcomeWords } from '../language/engineWords.ts';
import { useFormats } from '../language/formats.ts';
import { useLanguage, useWords } from '../language/language.ts';
import { RouteLink } from '../shell/RouteLink.tsx';
import { startOfDay } from './startOfDay.ts';

type Offered = MyWork['today'][number];

/** The offers of the agent's own day, each with the way to its explanation. */
export function TodayPanel({ work }: { readonly work: MyWork }) {
  const say = useWords();
  const beginning = startOfDay(useNow());
  const today = work.today.filter(({ offeredAt }) => Date.parse(offeredAt) >= beginning);
  const columns = useColumns(work.offer);
  return (
    <Panel heading={say('myWork.todayHeading')}>
      {today.length === 0 ? (
        <EmptyState
          icon={<CallRegular />}
          heading={say('myWork.todayEmpty')}
          mend={say('myWork.todayEmptyMend')}
        />
      ) : (
        <FactTable
          label={say('myWork.todayHeading')}
          columns={columns}
          rows={today}
          keyOf={({ offerId }) => offerId}
        />
      )}
    </Panel>
  );
}

function useColumns(current: MyWork['offer']): Column<Offered>[] {
  const say = useWords();
  const language = useLanguage();
  const { time } = useFormats();
  return [
    {
      key: 'offeredAt',
      heading: say('myWork.offeredAt'),
      isRowHeading: true,
      render: ({ offeredAt }) => time(Date.parse(offeredAt)),
    },
    {
      key: 'service',
      heading: say('myWork.service'),
      render: ({ serviceName }) => serviceName,
    },
    {
      key: 'outcome',
      heading: say('myWork.outcome'),
      render: ({ offerId, outcome }) => {
        if (outcome !== null) return outcomeWords(outcome, language);
        const phase = current?.offerId === offerId ? current.phase : 'ringing';
        return say(`myWork.open.${phase}`);
      },
    },
    {
      key: 'why',
      heading: say('myWork.explanation'),
      render: ({ decisionId, serviceName, offeredAt }) => (
        <RouteLink
          to={{ page: 'live-decision', decisionId }}
          aria-label={say('myWork.whyOf', {
            service: serviceName,
            time: time(Date.parse(offeredAt)),
          })}
        >
          {say('myWork.why')}
        </RouteLink>
      ),
    },
  ];
}
