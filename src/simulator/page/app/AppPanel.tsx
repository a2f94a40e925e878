import { makeStyles, mergeClasses, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { ActivityView } from '../activity/ActivityView.tsx';
import type { ThemeName } from '../appearance/themes.ts';
import { ChatView } from '../chat/ChatView.tsx';
import { Unseen, useUnseen } from '../chat/Unseen.tsx';
import { useWords, type Language } from '../language/language.ts';
import { control } from '../world/control.ts';
import { useAct } from '../world/useAct.tsx';
import { useLive } from '../world/useLive.ts';
import type { PageSettings, Person } from '../world/wire.ts';
import { readDeepLink, type LinkTarget } from './deepLinks.ts';
import { appPages, pageOrFirst, type AppPageId } from './pages.ts';
import { TabFrame } from './TabFrame.tsx';

type AppPanelProps = {
  readonly className?: string;
  readonly person: Person;
  readonly settings: PageSettings;
  readonly theme: ThemeName;
  readonly language: Language;
};

const views = ['rufwerk', 'chat', 'activity'] as const;
type View = (typeof views)[number];

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '12px',
    boxShadow: tokens.shadow4,
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '0 12px',
    padding: '4px 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  outside: { padding: '8px 16px', overflowWrap: 'anywhere' },
});

/** The chosen person's Teams: the Rufwerk app with its pages, and the chat with its bot. */
export function AppPanel({ className, person, settings, theme, language }: AppPanelProps) {
  const styles = useStyles();
  const say = useWords();
  const act = useAct();
  const [view, showView] = useState<View>('rufwerk');
  const [page, showPage] = useState<{ readonly id: AppPageId; readonly subPageId: string }>({
    id: 'my-work',
    subPageId: '',
  });
  const chat = useLive(`chat ${person.upn}`, ['chats'], () => control.chatOf(person.upn));
  const unseen = useUnseen(chat, view === 'chat');
  const [outside, showOutside] = useState<string | null>(null);

  const open = (target: LinkTarget): void => {
    showOutside(target.kind === 'outside' ? target.url : null);
    if (target.kind === 'chat') showView('chat');
    if (target.kind === 'call') void act(control.dialAs(person.upn, target.to));
    if (target.kind !== 'page') return;
    showView('rufwerk');
    showPage({ id: pageOrFirst(target.pageId), subPageId: target.subPageId });
  };

  return (
    <section
      className={mergeClasses(styles.root, className)}
      aria-label={say('app.region', { person: person.displayName })}
    >
      <AppBar
        view={view}
        pageId={page.id}
        unseen={unseen}
        onView={showView}
        onPage={(id) => showPage({ id, subPageId: '' })}
      />
      {outside !== null && (
        <Text className={styles.outside} role="status">
          {say('app.outside')}:{' '}
          <a href={outside} target="_blank" rel="noreferrer">
            {outside}
          </a>
        </Text>
      )}
      {view === 'rufwerk' && (
        <TabFrame
          // Another person, language or page is another document; a theme is an event.
          key={`${person.upn} ${language} ${page.id} ${page.subPageId}`}
          person={person}
          settings={settings}
          theme={theme}
          language={language}
          page={page}
          onOpen={open}
        />
      )}
      {view === 'chat' && (
        <ChatView
          key={person.upn}
          chat={chat}
          person={person}
          onLink={(url) => open(readDeepLink(url))}
        />
      )}
      {view === 'activity' && (
        <ActivityView key={person.upn} person={person} onLink={(url) => open(readDeepLink(url))} />
      )}
    </section>
  );
}

type AppBarProps = {
  readonly view: View;
  readonly pageId: AppPageId;
  readonly unseen: number;
  readonly onView: (view: View) => void;
  readonly onPage: (pageId: AppPageId) => void;
};

/** Chooses between app and chat, and between the pages of the app. */
function AppBar({ view, pageId, unseen, onView, onPage }: AppBarProps) {
  const styles = useStyles();
  const say = useWords();
  return (
    <div className={styles.bar}>
      <TabList
        aria-label={say('app.views')}
        selectedValue={view}
        onTabSelect={(_, { value }) => onView(views.find((each) => each === value) ?? 'rufwerk')}
      >
        <Tab value="rufwerk">{say('app.rufwerk')}</Tab>
        <Tab value="chat">
          <span className={styles.tab}>
            {say('app.chat')}
            <Unseen count={unseen} />
          </span>
        </Tab>
        <Tab value="activity">{say('app.activity')}</Tab>
      </TabList>
      {view === 'rufwerk' && (
        <TabList
          size="small"
          appearance="subtle-circular"
          aria-label={say('app.pages')}
          selectedValue={pageId}
          onTabSelect={(_, { value }) => onPage(pageOrFirst(String(value)))}
        >
          {appPages.map(({ id, name }) => (
            <Tab key={id} value={id}>
              {say(name)}
            </Tab>
          ))}
        </TabList>
      )}
    </div>
  );
}
