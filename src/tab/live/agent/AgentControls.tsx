import { Button, Field, makeStyles, Switch, tokens } from '@fluentui/react-components';
import type { SteeredAgent } from '@rufwerk/engine/api';
import { TroubleBar } from '../../appearance/TroubleBar.tsx';
import { useWords } from '../../language/language.ts';
import { BreakField } from '../../routingState/choices/BreakField.tsx';
import { NextField } from '../../routingState/choices/NextField.tsx';
import { ProfilesField } from '../../routingState/choices/ProfilesField.tsx';
import { DutySwitch } from '../../routingState/DutySwitch.tsx';
import { StateLine } from '../../routingState/StateLine.tsx';
import { useSession } from '../../session/SessionContext.ts';
import { useCommand } from '../../session/useCommand.ts';
import { keys } from '../../stream/keys.ts';

type AgentControlsProps = { readonly agent: SteeredAgent; readonly serviceId: string };
type Act = () => Promise<void>;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  services: { display: 'flex', flexDirection: 'column' },
});

/** A supervisor's hands on an agent's work; the server records whose hands they were. */
export function AgentControls({ agent, serviceId }: AgentControlsProps) {
  const styles = useStyles();
  const say = useWords();
  const { api } = useSession();
  const steering = api.steer(agent.agent.id);
  const command = useCommand<Act>((act) => act(), [keys.agents, keys.service(serviceId)]);
  const run = (act: Act): void => command.run(act);
  const mayFollow = agent.state === 'in-a-call' || agent.state === 'after-call-work';
  return (
    <div className={styles.root}>
      <StateLine state={agent.state} since={agent.since} />
      <EndNow agent={agent} run={run} />
      <DutySwitch
        label={say('duty.label')}
        isLabelShown
        onDuty={agent.onDuty}
        pending={undefined}
        onSwitch={(onDuty) => run(() => steering.setDuty(onDuty))}
      />
      {agent.onDuty && (
        <BreakField work={agent} onChoose={(code) => run(() => steering.setBreak(code))} />
      )}
      {mayFollow && (
        <NextField work={agent} onChoose={(next) => run(() => steering.setNext(next))} />
      )}
      {agent.profiles.length > 0 && (
        <ProfilesField
          profiles={agent.profiles}
          onSwitch={(profiles) => run(() => steering.setProfiles(profiles))}
        />
      )}
      <Field label={say('steer.services')}>
        <div role="group" aria-label={say('steer.services')} className={styles.services}>
          {agent.services.map(({ id, name, active }) => (
            <Switch
              key={id}
              label={name}
              checked={active}
              onChange={(_, { checked }) => run(() => steering.setServiceActive(id, checked))}
            />
          ))}
        </div>
      </Field>
      {command.trouble !== null && (
        <TroubleBar trouble={command.trouble} onDismiss={command.dismiss} />
      )}
    </div>
  );
}

type EndNowProps = { readonly agent: SteeredAgent; readonly run: (act: Act) => void };

/** What can be ended before its time: a pause after a missed offer, after-call work. */
function EndNow({ agent, run }: EndNowProps) {
  const styles = useStyles();
  const say = useWords();
  const { api } = useSession();
  const steering = api.steer(agent.agent.id);
  if (agent.state === 'paused') {
    return (
      <div className={styles.actions}>
        <Button onClick={() => run(steering.backToReady)}>{say('steer.endPause')}</Button>
      </div>
    );
  }
  if (agent.afterCallWork === null) return null;
  return (
    <div className={styles.actions}>
      <Button onClick={() => run(steering.finishAfterCallWork)}>
        {say('steer.endAfterCallWork')}
      </Button>
      {agent.afterCallWork.canExtend && (
        <Button onClick={() => run(steering.extendAfterCallWork)}>
          {say('myWork.afterCallWork.extend')}
        </Button>
      )}
    </div>
  );
}
