import { Spinner } from '@fluentui/react-components';
import { type PropsWithChildren, useEffect } from 'react';
import { TroubleBar } from '../appearance/TroubleBar.tsx';
import { useWords } from '../language/language.ts';
import { useSession } from '../session/SessionContext.ts';
import { troubleOf } from '../session/trouble.ts';
import { useMe } from '../stream/queries.ts';
import { ConsentScreen } from './ConsentScreen.tsx';
import { Screen } from './Screen.tsx';

/** Shows the pages once the server knows who is here; until then, what stands in the way. */
export function SignedIn({ children }: PropsWithChildren) {
  const me = useMe();
  const say = useWords();
  const { teams } = useSession();
  useEffect(() => {
    // Teams covers the tab until it says that it is shown; what stands in the way must be seen too.
    if (me.isError) teams.notifyShown();
  }, [me.isError, teams]);

  if (me.data !== undefined) return children;
  if (!me.isError)
    return (
      <Screen>
        <Spinner label={say('page.starting')} />
      </Screen>
    );
  const trouble = troubleOf(me.error);
  const askAgain = (): void => void me.refetch();
  if (trouble.kind === 'sign-in' && trouble.cause === 'consent') {
    return <ConsentScreen onGranted={askAgain} />;
  }
  return (
    <Screen>
      <TroubleBar trouble={trouble} onRetry={askAgain} />
    </Screen>
  );
}
