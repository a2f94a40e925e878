import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { PlugDisconnectedRegular } from '@fluentui/react-icons';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Hint } from '../appearance/Hint.tsx';
import type { ThemeName } from '../appearance/themes.ts';
import { localeOf, useWords, type Language } from '../language/language.ts';
import { control } from '../world/control.ts';
import type { PageSettings, Person } from '../world/wire.ts';
import type { LinkTarget } from './deepLinks.ts';
import type { AppContext } from './hostProtocol.ts';
import { appPages, type AppPageId } from './pages.ts';
import { createTeamsHost, type AppProgress, type TeamsHost } from './teamsHost.ts';

type TabFrameProps = {
  readonly person: Person;
  readonly settings: PageSettings;
  readonly theme: ThemeName;
  readonly language: Language;
  readonly page: { readonly id: AppPageId; readonly subPageId: string };
  readonly onOpen: (target: LinkTarget) => void;
};

/** A frame cannot say that its address does not answer; after so long its silence says it. */
const silenceMs = 8_000;

const sessionId = crypto.randomUUID();

const useStyles = makeStyles({
  root: { position: 'relative', flexGrow: 1, display: 'grid', minHeight: '520px' },
  frame: { width: '100%', height: '100%', border: 'none', display: 'block' },
  cover: {
    position: 'absolute',
    inset: 0,
    display: 'grid',
    placeContent: 'center',
    padding: '16px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

type Progress = AppProgress | { readonly status: 'opening' } | { readonly status: 'silent' };

/** One page of the app in its frame, with the Teams client's side of teams-js around it. */
export function TabFrame(props: TabFrameProps) {
  const { settings, theme, page } = props;
  const styles = useStyles();
  const say = useWords();
  const frame = useRef<HTMLIFrameElement>(null);
  const [progress, setProgress] = useState<Progress>({ status: 'opening' });
  const [attempt, setAttempt] = useState(0);
  const host = useTeamsHost(props, frame, setProgress);

  useEffect(() => host.current?.changeTheme(theme), [host, theme]);
  useEffect(() => {
    const timer = setTimeout(
      () => setProgress((now) => (now.status === 'opening' ? { status: 'silent' } : now)),
      silenceMs,
    );
    return () => clearTimeout(timer);
  }, [attempt]);

  const reopen = (): void => {
    setProgress({ status: 'opening' });
    setAttempt(attempt + 1);
  };
  const pageName = say(appPages.find((each) => each.id === page.id)?.name ?? 'app.myWork');
  return (
    <div className={styles.root}>
      <iframe
        key={attempt}
        ref={frame}
        className={styles.frame}
        title={say('app.frame', { page: pageName })}
        src={`${settings.productUrl}/tab/${page.id}`}
        allow="clipboard-write"
      />
      <Cover progress={progress} address={settings.productUrl} onReopen={reopen} />
    </div>
  );
}

type CoverProps = {
  readonly progress: Progress;
  readonly address: string;
  readonly onReopen: () => void;
};

/** Lies over the frame while there is nothing of the app to see. */
function Cover({ progress, address, onReopen }: CoverProps) {
  const styles = useStyles();
  const say = useWords();
  switch (progress.status) {
    case 'talking':
    case 'ready':
      return null;
    case 'opening':
      return (
        <div className={styles.cover}>
          <Spinner label={say('app.opening')} />
        </div>
      );
    case 'silent':
    case 'failed':
      return (
        <div className={styles.cover} role="alert">
          <Hint
            level={3}
            icon={<PlugDisconnectedRegular />}
            heading={
              progress.status === 'silent'
                ? say('app.silent', { address })
                : say('app.failed', { reason: progress.reason })
            }
            mend={say('app.silentMend')}
          >
            <Button onClick={onReopen}>{say('app.reopen')}</Button>
          </Hint>
        </div>
      );
    default:
      return progress satisfies never;
  }
}

/** Keeps one host for the life of the frame; it always sees the newest choices. */
function useTeamsHost(
  props: TabFrameProps,
  frame: React.RefObject<HTMLIFrameElement | null>,
  onProgress: (progress: AppProgress) => void,
): React.RefObject<TeamsHost | null> {
  const { settings } = props;
  const host = useRef<TeamsHost | null>(null);
  const context = useEffectEvent(() => contextOf(props));
  const open = useEffectEvent(props.onOpen);
  const ssoToken = useEffectEvent(async () => (await control.ssoToken(props.person.upn)).token);
  const startCall = useEffectEvent((to: string) => startedCall(props.person.upn, to));
  const report = useEffectEvent(onProgress);

  useEffect(() => {
    const created = createTeamsHost({
      frame: () => frame.current?.contentWindow ?? null,
      appOrigin: new URL(settings.productUrl).origin,
      context: () => context(),
      ssoToken: () => ssoToken(),
      open: (target) => open(target),
      startCall: (to) => startCall(to),
      report: (progress) => report(progress),
    });
    host.current = created;
    window.addEventListener('message', created.receive);
    return () => window.removeEventListener('message', created.receive);
  }, [frame, settings.productUrl]);
  return host;
}

async function startedCall(upn: string, to: string): Promise<boolean> {
  try {
    await control.dialAs(upn, to);
    return true;
  } catch {
    // Teams tells the app only that no call was started; the app shows what to do by hand.
    return false;
  }
}

function contextOf({ person, settings, theme, language, page }: TabFrameProps): AppContext {
  return {
    userObjectId: person.id,
    userPrincipalName: person.upn,
    userDisplayName: person.displayName,
    loginHint: person.upn,
    tid: settings.tenantId,
    theme,
    locale: localeOf[language],
    frameContext: 'content',
    entityId: page.id,
    subEntityId: page.subPageId,
    hostName: 'Teams',
    hostClientType: 'web',
    sessionId,
    appSessionId: sessionId,
  };
}
