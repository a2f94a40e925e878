import { makeStyles, tokens } from '@fluentui/react-components';
import type { MyWork } from '@rufwerk/engine/api';
import { Panel } from '../appearance/Panel.tsx';
import { TroubleBar } from '../appearance/TroubleBar.tsx';
import { useWords } from '../language/language.ts';
import { BreakField } from '../routingState/choices/BreakField.tsx';
import { NextField } from '../routingState/choices/NextField.tsx';
import { ProfilesField } from '../routingState/choices/ProfilesField.tsx';
import { useSession } from '../session/SessionContext.ts';
import { useCommand } from '../session/useCommand.ts';
import { keys } from '../stream/keys.ts';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
  },
});

/** What agents choose beside duty: a break, what follows the call, responsibility profiles. */
export function ChoicesPanel({ work }: { readonly work: MyWork }) {
  const styles = useStyles();
  const say = useWords();
  const { api } = useSession();
  const command = useCommand<() => Promise<void>>((act) => act(), [keys.myWork]);
  const mayFollow = work.call !== null || work.afterCallWork !== null;
  return (
    <Panel heading={say('myWork.choices.heading')}>
      <div className={styles.fields}>
        {work.onDuty && (
          <BreakField work={work} onChoose={(code) => command.run(() => api.setBreak(code))} />
        )}
        {mayFollow && (
          <NextField work={work} onChoose={(next) => command.run(() => api.setNext(next))} />
        )}
        {work.profiles.length > 0 && (
          <ProfilesField
            profiles={work.profiles}
            onSwitch={(profiles) => command.run(() => api.setProfiles(profiles))}
          />
        )}
      </div>
      {command.trouble !== null && (
        <TroubleBar trouble={command.trouble} onDismiss={command.dismiss} />
      )}
    </Panel>
  );
}
