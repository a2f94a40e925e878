import { FluentProvider, makeStyles, Spinner, Toaster } from '@fluentui/react-components';
import { useEffect } from 'react';
import { themes } from './appearance/themes.ts';
import { Hint } from './appearance/Hint.tsx';
import { useWords } from './language/language.ts';
import { Shell } from './Shell.tsx';
import { toasterId } from './world/useAct.tsx';
import { useViewer, type Viewer } from './viewer/viewer.ts';
import type { ChangeFeed } from './world/changeFeed.ts';
import { control } from './world/control.ts';
import { ChangeFeedContext, useLive } from './world/useLive.ts';
import type { Topic } from './world/wire.ts';
import { WorldProvider } from './world/WorldProvider.tsx';

type PageProps = { readonly initialViewer: Viewer; readonly changes: ChangeFeed };

/** The clock, chats and faults have readings of their own, or none. */
const worldTopics = [
  'people',
  'presence',
  'calls',
  'emergencies',
] as const satisfies readonly Topic[];

const useStyles = makeStyles({
  middle: {
    display: 'grid',
    placeContent: 'center',
    minHeight: '100dvh',
    boxSizing: 'border-box',
    padding: '24px',
  },
});

/** The whole page: the chosen theme around whatever can be shown of the played world. */
export function Page({ initialViewer, changes }: PageProps) {
  const say = useWords();
  const [viewer, changeViewer] = useViewer(initialViewer);
  const title = say('page.title');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <FluentProvider theme={themes[viewer.theme]}>
      <ChangeFeedContext value={changes}>
        <PlayedWorld viewer={viewer} changeViewer={changeViewer} />
        <Toaster toasterId={toasterId} position="bottom" />
      </ChangeFeedContext>
    </FluentProvider>
  );
}

type PlayedWorldProps = {
  readonly viewer: Viewer;
  readonly changeViewer: (change: Partial<Viewer>) => void;
};

function PlayedWorld({ viewer, changeViewer }: PlayedWorldProps) {
  const styles = useStyles();
  const say = useWords();
  const world = useLive('world', worldTopics, control.world);
  const clock = useLive('clock', ['clock'], control.clock);
  const settings = useLive('settings', [], control.settings);

  const readings = [world, clock, settings];
  if (readings.some(({ status }) => status === 'failed')) {
    return (
      <main className={styles.middle}>
        <Hint heading={say('page.unreachable')} mend={say('page.unreachableMend')} level={1} />
      </main>
    );
  }
  if (world.status !== 'ready' || clock.status !== 'ready' || settings.status !== 'ready') {
    return (
      <main className={styles.middle}>
        <Spinner label={say('page.loading')} />
      </main>
    );
  }
  return (
    <WorldProvider world={world.value} time={{ clock: clock.value, receivedAt: clock.receivedAt }}>
      <Shell settings={settings.value} viewer={viewer} changeViewer={changeViewer} />
    </WorldProvider>
  );
}
