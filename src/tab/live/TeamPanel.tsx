import { makeStyles } from '@fluentui/react-components';
import { PeopleTeamRegular } from '@fluentui/react-icons';
import type { ServiceDetail } from '@rufwerk/engine/api';
import { EmptyState } from '../appearance/EmptyState.tsx';
import { FactTable } from '../appearance/FactTable.tsx';
import { Panel } from '../appearance/Panel.tsx';
import type { Column } from '../appearance/table.types.ts';
import { TroubleBar } from '../appearance/TroubleBar.tsx';
import { useWords } from '../language/language.ts';
import { PresenceLine } from '../presence/PresenceLine.tsx';
import { DutySwitch } from '../routingState/DutySwitch.tsx';
import { useSession } from '../session/SessionContext.ts';
import { type Command, useCommand } from '../session/useCommand.ts';
import { keys } from '../stream/keys.ts';
import { AgentDialog } from './agent/AgentDialog.tsx';
import { MemberNext, MemberState } from './memberCells.tsx';

type Member = ServiceDetail['team'][number];
type TeamPanelProps = { readonly service: ServiceDetail; readonly receivedAt: number };

/** Whose duty is switched, and to what. */
type DutyChange = { readonly agentId: string; readonly onDuty: boolean };

const useStyles = makeStyles({ hands: { display: 'inline-flex', alignItems: 'center' } });

/** The agents of a service: state, what Teams shows, and why one cannot be offered a call. */
export function TeamPanel({ service, receivedAt }: TeamPanelProps) {
  const say = useWords();
  const { api } = useSession();
  const duty = useCommand<DutyChange>(
    ({ agentId, onDuty }) => api.setDuty(agentId, onDuty),
    [keys.service(service.id), keys.services],
  );
  const columns = useColumns(service.id, duty, receivedAt);
  return (
    <Panel heading={say('service.teamHeading')}>
      {duty.trouble !== null && <TroubleBar trouble={duty.trouble} onDismiss={duty.dismiss} />}
      {service.team.length === 0 ? (
        <EmptyState
          icon={<PeopleTeamRegular />}
          heading={say('service.teamEmpty')}
          mend={say('service.teamEmptyMend')}
        />
      ) : (
        <FactTable
          label={say('service.teamHeading')}
          columns={columns}
          rows={service.team}
          keyOf={({ agent }) => agent.id}
        />
      )}
    </Panel>
  );
}

function useColumns(
  serviceId: string,
  duty: Command<DutyChange>,
  receivedAt: number,
): Column<Member>[] {
  const styles = useStyles();
  const say = useWords();
  return [
    {
      key: 'agent',
      heading: say('service.agent'),
      isRowHeading: true,
      render: ({ agent }) => agent.name || say('page.unknownPerson'),
    },
    {
      key: 'state',
      heading: say('service.state'),
      render: (member) => <MemberState member={member} />,
    },
    {
      key: 'presence',
      heading: say('service.presence'),
      render: ({ presence }) => <PresenceLine presence={presence} receivedAt={receivedAt} />,
    },
    {
      key: 'next',
      heading: say('service.next'),
      isWide: true,
      render: (member) => <MemberNext member={member} />,
    },
    {
      key: 'duty',
      heading: say('service.duty'),
      render: (member) => (
        <span className={styles.hands}>
          <MemberDuty member={member} duty={duty} />
          <AgentDialog agent={member.agent} serviceId={serviceId} />
        </span>
      ),
    },
  ];
}

type MemberDutyProps = { readonly member: Member; readonly duty: Command<DutyChange> };

/** A supervisor's hand on an agent's duty; the server records whose hand it was. */
function MemberDuty({ member: { agent, onDuty }, duty }: MemberDutyProps) {
  const say = useWords();
  const pending = duty.pending?.agentId === agent.id ? duty.pending.onDuty : undefined;
  return (
    <DutySwitch
      label={say('duty.labelFor', { name: agent.name || say('page.unknownPerson') })}
      isLabelShown={false}
      onDuty={onDuty}
      pending={pending}
      onSwitch={(next) => duty.run({ agentId: agent.id, onDuty: next })}
    />
  );
}
