import { Text } from '@fluentui/react-components';
import type { MyWork } from '@rufwerk/engine/api';
import { Elapsed } from '../appearance/Elapsed.tsx';
import { Panel } from '../appearance/Panel.tsx';
import { useWords } from '../language/language.ts';

type Call = NonNullable<MyWork['call']>;

/** The call the agent is talking in. */
export function CurrentCall({ call }: { readonly call: Call }) {
  const say = useWords();
  return (
    <Panel
      heading={say('myWork.call.heading', { service: call.serviceName })}
      {...(call.connectedAt === null ? {} : { remark: <Elapsed since={call.connectedAt} /> })}
    >
      <Text size={400} weight="semibold">
        {call.callerName || say('page.unknownCaller')}
      </Text>
      {call.inferred && <Text>{say('myWork.call.inferred')}</Text>}
    </Panel>
  );
}
