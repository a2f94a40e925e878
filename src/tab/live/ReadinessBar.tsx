import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useWords } from '../language/language.ts';
import { RouteLink } from '../shell/RouteLink.tsx';
import { useReadiness } from '../stream/settingQueries.ts';

/**
 * Tells supervisors what is at fault outside of Rufwerk, with the way to its mend; nothing
 * otherwise. When it cannot be asked, the connection's own notice says so.
 */
export function ReadinessBar() {
  const say = useWords();
  const faults = useReadiness().data?.checks.filter(({ state }) => state === 'fault') ?? [];
  if (faults.length === 0) return null;
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{say('readiness.atFault', { count: faults.length })}</MessageBarTitle>{' '}
        {faults.map(({ title }) => title).join(', ')}.{' '}
        <RouteLink to={{ page: 'set-up-readiness' }}>{say('readiness.open')}</RouteLink>
      </MessageBarBody>
    </MessageBar>
  );
}
