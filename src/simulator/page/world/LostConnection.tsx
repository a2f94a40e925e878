import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useContext, useSyncExternalStore } from 'react';
import { useWords } from '../language/language.ts';
import { ChangeFeedContext } from './useLive.ts';

const never = (): (() => void) => () => undefined;

/** Says that what the page shows may be old, for as long as the played world cannot be heard. */
export function LostConnection() {
  const say = useWords();
  const feed = useContext(ChangeFeedContext);
  const lost = useSyncExternalStore(feed?.onConnection ?? never, () => feed?.isLost() ?? false);
  if (!lost) return null;
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{say('page.unreachable')}</MessageBarTitle> {say('page.unreachableMend')}
      </MessageBarBody>
    </MessageBar>
  );
}
