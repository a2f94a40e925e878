import { Switch, Text } from '@fluentui/react-components';
import type { AgentsList } from '@rufwerk/engine/api';
import { Panel } from '../../appearance/Panel.tsx';
import { TroubleBar } from '../../appearance/TroubleBar.tsx';
import { useWords } from '../../language/language.ts';
import { useSession } from '../../session/SessionContext.ts';
import { useCommand } from '../../session/useCommand.ts';
import { keys } from '../../stream/keys.ts';
import { useAgents } from '../../stream/settingQueries.ts';
import { isSamePerson } from './person.ts';

type Agent = AgentsList['items'][number];

/** Which services a person takes part in. The switch acts at once, as the person's own does. */
export function ServicesPanel({ userPrincipalName }: { readonly userPrincipalName: string }) {
  const say = useWords();
  const agents = useAgents(userPrincipalName).data?.items ?? [];
  const agent = agents.find((each) => isSamePerson(each.userPrincipalName, userPrincipalName));
  return (
    <Panel heading={say('people.servicesHeading')}>
      {agent === undefined ? (
        <Text>{say('people.servesNothing')}</Text>
      ) : (
        <ServiceSwitches agent={agent} />
      )}
    </Panel>
  );
}

function ServiceSwitches({ agent: { agent, services } }: { readonly agent: Agent }) {
  const say = useWords();
  const { api } = useSession();
  const command = useCommand<Agent['services'][number]>(
    ({ id, active }) => api.steer(agent.id).setServiceActive(id, active),
    [keys.agents],
  );
  return (
    <>
      <Text>{say('people.atOnce')}</Text>
      {services.map((service) => (
        <Switch
          key={service.id}
          label={service.name}
          checked={command.pending?.id === service.id ? command.pending.active : service.active}
          onChange={(_, { checked }) => command.run({ ...service, active: checked })}
        />
      ))}
      {command.trouble !== null && (
        <TroubleBar trouble={command.trouble} onDismiss={command.dismiss} />
      )}
    </>
  );
}
