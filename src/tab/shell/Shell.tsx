import {
  makeStyles,
  mergeClasses,
  Spinner,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components';
import { lazy, Suspense, useEffect } from 'react';
import { type Say, useWords } from '../language/language.ts';
import { MyWorkPage } from '../myWork/MyWorkPage.tsx';
import { useSession } from '../session/SessionContext.ts';
import { ConnectionNotice } from '../stream/ConnectionNotice.tsx';
import { useLiveStream } from '../stream/useLiveStream.ts';
import { CallAnnouncements } from '../myWork/CallAnnouncements.tsx';
import { useNavigation } from './navigation.tsx';
import { NotFound } from './NotFound.tsx';
import { type Route, type Section, sectionOf, SECTIONS } from './routes.ts';

const LivePage = lazy(() => import('../live/LivePage.tsx'));
const ServicePage = lazy(() => import('../live/ServicePage.tsx'));
const DecisionPage = lazy(() => import('../live/decision/DecisionPage.tsx'));
const EmergencyPage = lazy(() => import('../live/emergency/EmergencyPage.tsx'));
const SetUpPage = lazy(() => import('../setUp/SetUpPage.tsx'));
const RulePage = lazy(() => import('../setUp/rule/RulePage.tsx'));
const ServicePartPage = lazy(() => import('../setUp/service/ServicePartPage.tsx'));
const NewServicePage = lazy(() => import('../setUp/services/NewServicePage.tsx'));
const PeoplePage = lazy(() => import('../setUp/people/PeoplePage.tsx'));
const AnnouncementsPage = lazy(() => import('../setUp/announcements/AnnouncementsPage.tsx'));
const OrganisationPage = lazy(() => import('../setUp/organisation/OrganisationPage.tsx'));
const EmergencySetUpPage = lazy(() => import('../setUp/emergency/EmergencySetUpPage.tsx'));
const AccountsPage = lazy(() => import('../setUp/accounts/AccountsPage.tsx'));
const ReadinessPage = lazy(() => import('../setUp/readiness/ReadinessPage.tsx'));

const useStyles = makeStyles({
  root: {
    minHeight: '100vh',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  bar: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  width: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '1760px',
    margin: '0 auto',
    paddingInline: tokens.spacingHorizontalXXL,
    '@media (max-width: 480px)': { paddingInline: tokens.spacingHorizontalM },
  },
  // The first name stands in line with the pages below.
  tabs: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalMNudge})`, flexWrap: 'wrap' },
  tab: { '@media (max-width: 480px)': { paddingInline: tokens.spacingHorizontalS } },
  panel: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    paddingTop: tokens.spacingVerticalXL,
    paddingBottom: tokens.spacingVerticalXXXL,
  },
});

/** The frame of every page: navigation, the state of the connection, and the page itself. */
export function Shell() {
  const styles = useStyles();
  const say = useWords();
  const { route, go } = useNavigation();
  const { teams } = useSession();
  const section = sectionOf(route);
  useLiveStream(serviceShownBy(route));
  useEffect(() => teams.notifyShown(), [teams]);
  return (
    <div className={styles.root}>
      <nav className={styles.bar} aria-label={say('page.pages')}>
        <div className={styles.width}>
          <TabList
            className={styles.tabs}
            selectedValue={section}
            onTabSelect={(_, { value }) => go({ page: value as Section })}
          >
            {SECTIONS.map((each) => (
              <Tab key={each} value={each} id={`section-${each}`} className={styles.tab}>
                {nameOfSection(each, say)}
              </Tab>
            ))}
          </TabList>
        </div>
      </nav>
      <main
        className={mergeClasses(styles.width, styles.panel)}
        role="main"
        {...(section !== null && { 'aria-labelledby': `section-${section}` })}
      >
        <ConnectionNotice />
        <CallAnnouncements />
        <Suspense fallback={<Spinner label={say('page.loading')} />}>
          <RoutedPage route={route} />
        </Suspense>
      </main>
    </div>
  );
}

function RoutedPage({ route }: { readonly route: Route }) {
  switch (route.page) {
    case 'my-work':
      return <MyWorkPage />;
    case 'live':
      return <LivePage />;
    case 'live-service':
      return <ServicePage key={route.serviceId} serviceId={route.serviceId} />;
    case 'live-decision':
      return <DecisionPage key={route.decisionId} decisionId={route.decisionId} />;
    case 'live-emergency':
      return <EmergencyPage key={route.emergencyId} emergencyId={route.emergencyId} />;
    case 'set-up':
      return <SetUpPage />;
    case 'set-up-service':
      return <RulePage key={route.serviceId} serviceId={route.serviceId} />;
    case 'set-up-service-part':
      return (
        <ServicePartPage
          key={`${route.serviceId} ${route.part}`}
          serviceId={route.serviceId}
          part={route.part}
        />
      );
    case 'set-up-new-service':
      return <NewServicePage />;
    case 'set-up-people':
      return <PeoplePage />;
    case 'set-up-announcements':
      return <AnnouncementsPage />;
    case 'set-up-organisation':
      return <OrganisationPage />;
    case 'set-up-emergency':
      return <EmergencySetUpPage />;
    case 'set-up-presence-accounts':
      return <AccountsPage />;
    case 'set-up-readiness':
      return <ReadinessPage />;
    case 'not-found':
      return <NotFound />;
  }
}

/** The service whose queue and agents the live stream has to send. */
function serviceShownBy(route: Route): string | null {
  return route.page === 'live-service' || route.page === 'set-up-service' ? route.serviceId : null;
}

function nameOfSection(section: Section, say: Say): string {
  switch (section) {
    case 'my-work':
      return say('page.myWork');
    case 'live':
      return say('page.live');
    case 'set-up':
      return say('page.setUp');
  }
}
