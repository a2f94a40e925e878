import type { MyWork } from '@rufwerk/engine/api';
import { Panel } from '../appearance/Panel.tsx';
import { useWords } from '../language/language.ts';
import { WhyNot } from '../whyNot/WhyNot.tsx';

type WhyNotPanelProps = Pick<MyWork, 'agent' | 'services'>;

/** Why not me? For the agent, of now or of a moment that they remember. */
export function WhyNotPanel({ agent, services }: WhyNotPanelProps) {
  const say = useWords();
  return (
    <Panel heading={say('whyNot.heading')}>
      <WhyNot agentId={agent.id} services={services} as="h3" />
    </Panel>
  );
}
