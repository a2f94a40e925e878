import { Spinner } from '@fluentui/react-components';
import { type PropsWithChildren, useEffect } from 'react';
import { TroubleBar } from '../appearance/TroubleBar.tsx';
import { useWords } from '../language/language.ts';
import { useSession } from '../session/SessionContext.ts';
import { troubleOf } from '../session/trouble.ts';
import { useMe } from '../stream/queries.ts';
import { CallForHelp } from './CallForHelp.tsx';
import { ConsentScreen } from './ConsentScreen.tsx';
import { Screen } from './Screen.tsx';

/** Shows the pages once the server knows who is here; until then, what stands in the way. */
export function SignedIn({ children }: PropsWithChildren) {
  const me = useMe();
  const say = useWords();
  const { teams } = useSession();
  // A new try forgets how often the last one failed, but not that there was one.
  const hasFailed = me.failureCount > 0 || me.errorUpdateCount > 0;
  useEffect(() => {
    // Teams covers the tab until it says that it is shown; what stands in the way must be seen too.
    if (hasFailed) teams.notifyShown();
  }, [hasFailed, teams]);

  if (me.data !== undefined) return children;
  const trouble = me.isError ? troubleOf(me.error) : null;
  const askAgain = (): void => void me.refetch();
  if (trouble?.kind === 'sign-in' && trouble.cause === 'consent') {
    return <ConsentScreen onGranted={askAgain} />;
  }
  return (
    <Screen>
      {trouble === null ? (
        <Spinner label={say('page.starting')} />
      ) : (
        <TroubleBar trouble={trouble} onRetry={askAgain} />
      )}
      {hasFailed && <CallForHelp />}
    </Screen>
  );
}
