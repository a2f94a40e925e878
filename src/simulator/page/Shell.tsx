import { makeStyles, tokens } from '@fluentui/react-components';
import { AppPanel } from './app/AppPanel.tsx';
import { ClientsPanel } from './clients/ClientsPanel.tsx';
import { Header } from './header/Header.tsx';
import { TelephonePanel } from './telephone/TelephonePanel.tsx';
import type { ChangeViewer, Viewer } from './viewer/viewer.ts';
import { LostConnection } from './world/LostConnection.tsx';
import { useWorld } from './world/WorldProvider.tsx';
import type { PageSettings, Person } from './world/wire.ts';

type ShellProps = {
  readonly settings: PageSettings;
  readonly viewer: Viewer;
  readonly changeViewer: ChangeViewer;
};

const wide = '@media (min-width: 1180px)';
const medium = '@media (min-width: 760px) and (max-width: 1179px)';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    minHeight: '100dvh',
    backgroundColor: tokens.colorNeutralBackground3,
    [wide]: { height: '100dvh' },
  },
  columns: {
    flexGrow: 1,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '12px',
    padding: '0 12px 12px',
    minHeight: 0,
    [medium]: {
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      gridTemplateAreas: '"app app" "telephone clients"',
    },
    [wide]: {
      gridTemplateColumns: '312px minmax(0, 1fr) 348px',
      gridTemplateRows: 'minmax(0, 1fr)',
      gridTemplateAreas: '"telephone app clients"',
    },
  },
  telephone: { [medium]: { gridArea: 'telephone' }, [wide]: { gridArea: 'telephone' } },
  app: {
    height: '640px',
    [medium]: { gridArea: 'app' },
    [wide]: { gridArea: 'app', height: 'auto', minHeight: 0 },
  },
  clients: { [medium]: { gridArea: 'clients' }, [wide]: { gridArea: 'clients' } },
});

/** The three columns of the page: telephone, the chosen person's Teams, everybody's clients. */
export function Shell({ settings, viewer, changeViewer }: ShellProps) {
  const styles = useStyles();
  const { people } = useWorld();
  const person = people.find((each) => each.upn === viewer.upn) ?? firstLookedAt(people);
  return (
    <div className={styles.root}>
      <Header person={person} viewer={viewer} changeViewer={changeViewer} />
      <LostConnection />
      <main className={styles.columns}>
        <TelephonePanel className={styles.telephone} />
        {person !== undefined && (
          <AppPanel
            className={styles.app}
            person={person}
            settings={settings}
            theme={viewer.theme}
            language={viewer.language}
          />
        )}
        <ClientsPanel className={styles.clients} />
      </main>
    </div>
  );
}

/** Who is looked at first: an agent, whose screen shows a call at once. */
function firstLookedAt(people: readonly Person[]): Person | undefined {
  return people.find((person) => person.roles.includes('Agent')) ?? people[0];
}
