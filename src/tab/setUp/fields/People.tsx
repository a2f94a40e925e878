import { useAgents } from '../../stream/settingQueries.ts';
import { knownPeople } from '../editing/known.ts';
import { usePart } from '../editing/PartContext.ts';
import type { Setting } from '../editing/setting.ts';
import { NameList } from './NameList.tsx';

type PeopleProps = {
  readonly setting: Setting<readonly string[]>;
  readonly label?: string;
  readonly isOrdered?: boolean;
};

/** People by user principal name, with the names of those who are known to serve. */
export function People(props: PeopleProps) {
  const { whole } = usePart();
  return <NameList {...props} suggestions={knownPeople(whole)} nameOf={usePersonNames()} />;
}

/** The name of a person by user principal name; null for whom no agent of that name is known. */
export function usePersonNames(): (userPrincipalName: string) => string | null {
  const agents = useAgents('');
  const names = new Map(
    agents.data?.items.map(({ agent, userPrincipalName }) => [
      userPrincipalName.toLowerCase(),
      agent.name,
    ]),
  );
  return (userPrincipalName) => names.get(userPrincipalName.toLowerCase()) || null;
}
