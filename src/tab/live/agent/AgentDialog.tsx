import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import type { Person } from '@rufwerk/engine/api';
import { Answered } from '../../appearance/Answered.tsx';
import { useWords } from '../../language/language.ts';
import { useSteeredAgent } from '../../stream/settingQueries.ts';
import { AgentControls } from './AgentControls.tsx';
import { AgentDrill } from './AgentDrill.tsx';
import { AgentTeamsStatus } from './AgentTeamsStatus.tsx';
import { AgentWhyNot } from './AgentWhyNot.tsx';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
});

type AgentDialogProps = { readonly agent: Person; readonly serviceId: string };

/** A button that opens everything a supervisor can switch for an agent. */
export function AgentDialog({ agent, serviceId }: AgentDialogProps) {
  const styles = useStyles();
  const say = useWords();
  const name = agent.name || say('page.unknownPerson');
  return (
    <Dialog>
      <DialogTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          aria-label={say('steer.open', { name })}
        />
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{name}</DialogTitle>
          <DialogContent>
            <div className={styles.content}>
              <Controls agentId={agent.id} serviceId={serviceId} />
              <AgentTeamsStatus agentId={agent.id} />
              <AgentDrill agentId={agent.id} />
            </div>
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{say('steer.close')}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

type ControlsProps = { readonly agentId: string; readonly serviceId: string };

/** Asked when the dialog opens: the live stream tells of services, not of one agent's choices. */
function Controls({ agentId, serviceId }: ControlsProps) {
  const agent = useSteeredAgent(agentId);
  return (
    <Answered query={agent}>
      {(steered) => (
        <>
          <AgentControls agent={steered} serviceId={serviceId} />
          <AgentWhyNot agent={steered} />
        </>
      )}
    </Answered>
  );
}
