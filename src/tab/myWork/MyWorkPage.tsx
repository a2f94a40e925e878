import { makeStyles, tokens } from '@fluentui/react-components';
import type { MyWork } from '@rufwerk/engine/api';
import { Answered } from '../appearance/Answered.tsx';
import { useWords } from '../language/language.ts';
import { useCalm } from '../routingState/useCalm.ts';
import { Page } from '../shell/Page.tsx';
import { RoleNotice } from '../shell/RoleNotice.tsx';
import { useMe, useMyWork } from '../stream/queries.ts';
import { CallbackWindow } from './emergency/CallbackWindow.tsx';
import { EmergencyCalling } from './emergency/EmergencyCalling.tsx';
import { EmergencyScreen } from './emergency/EmergencyScreen.tsx';
import { ChoicesPanel } from './ChoicesPanel.tsx';
import { NowPanel } from './NowPanel.tsx';
import { ServicesPanel } from './ServicesPanel.tsx';
import { StatePanel } from './StatePanel.tsx';
import { TeamsStatusPanel } from './TeamsStatusPanel.tsx';
import { TodayPanel } from './TodayPanel.tsx';
import { WhyNotPanel } from './WhyNotPanel.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 400px), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingVerticalL,
  },
});

/** An agent's own screen: what I am right now and why, what rings, who waits. */
export function MyWorkPage() {
  const say = useWords();
  const isAgent = useMe().data?.roles.includes('agent') ?? false;
  return (
    <Page heading={say('myWork.heading')}>
      {isAgent ? <OwnWork /> : <RoleNotice screen="myWork" />}
    </Page>
  );
}

/** Help can be called for whatever else is shown, and when nothing else can be. */
function OwnWork() {
  const work = useMyWork();
  return (
    <>
      <EmergencyCalling />
      <Answered query={work}>
        {(data) => <Shown work={data} receivedAt={work.dataUpdatedAt} />}
      </Answered>
    </>
  );
}

type ShownProps = { readonly work: MyWork; readonly receivedAt: number };

/** While an emergency call goes on nothing else is to be seen; after it, its window comes first. */
function Shown({ work, receivedAt }: ShownProps) {
  const { emergency } = work;
  if (emergency !== null && emergency.call !== 'over') {
    return <EmergencyScreen emergency={emergency} />;
  }
  return (
    <>
      {emergency !== null && <CallbackWindow emergency={emergency} />}
      <Work work={work} receivedAt={receivedAt} />
    </>
  );
}

function Work(props: ShownProps) {
  const styles = useStyles();
  const isPassing = props.work.state === 'confirming';
  const work = useCalm(props.work, isPassing);
  const receivedAt = useCalm(props.receivedAt, isPassing);
  return (
    <>
      <StatePanel work={work} receivedAt={receivedAt} />
      <NowPanel work={work} />
      <ChoicesPanel work={work} />
      <div className={styles.columns}>
        <ServicesPanel work={work} />
        <TeamsStatusPanel work={work} receivedAt={receivedAt} />
        <TodayPanel work={work} />
        <WhyNotPanel agent={work.agent} services={work.services} />
      </div>
    </>
  );
}
