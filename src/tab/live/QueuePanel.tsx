import { PeopleQueueRegular } from '@fluentui/react-icons';
import type { ServiceDetail } from '@rufwerk/engine/api';
import { Elapsed } from '../appearance/Elapsed.tsx';
import { EmptyState } from '../appearance/EmptyState.tsx';
import { FactTable } from '../appearance/FactTable.tsx';
import { Panel } from '../appearance/Panel.tsx';
import type { Column } from '../appearance/table.types.ts';
import { TroubleBar } from '../appearance/TroubleBar.tsx';
import { durationWords } from '../clock/duration.ts';
import { type Say, useWords } from '../language/language.ts';
import { useSession } from '../session/SessionContext.ts';
import { type Command, useCommand } from '../session/useCommand.ts';
import { keys } from '../stream/keys.ts';
import { MoveCall } from './MoveCall.tsx';

type QueuedCall = ServiceDetail['queue'][number];

type QueuePanelProps = { readonly serviceId: string; readonly queue: readonly QueuedCall[] };

interface Move {
  readonly taskId: string;
  readonly toServiceId: string;
}

/** The calls of a service in their order, and what each waits for. */
export function QueuePanel({ serviceId, queue }: QueuePanelProps) {
  const say = useWords();
  const { api } = useSession();
  const move = useCommand<Move>(
    ({ taskId, toServiceId }) => api.moveCall(taskId, toServiceId),
    [keys.service(serviceId), keys.services],
  );
  return (
    <Panel heading={say('service.queueHeading')}>
      {move.trouble !== null && <TroubleBar trouble={move.trouble} onDismiss={move.dismiss} />}
      {queue.length === 0 ? (
        <EmptyState
          icon={<PeopleQueueRegular />}
          heading={say('service.queueEmpty')}
          mend={say('service.queueEmptyMend')}
        />
      ) : (
        <FactTable
          label={say('service.queueHeading')}
          columns={columnsOf(say, serviceId, move)}
          rows={queue}
          keyOf={({ taskId }) => taskId}
        />
      )}
    </Panel>
  );
}

function columnsOf(say: Say, serviceId: string, move: Command<Move>): Column<QueuedCall>[] {
  return [
    {
      key: 'position',
      heading: say('service.position'),
      render: ({ position }) => position,
    },
    {
      key: 'caller',
      heading: say('service.caller'),
      isRowHeading: true,
      render: ({ callerName }) => callerName || say('page.unknownCaller'),
    },
    {
      key: 'wait',
      heading: say('service.wait'),
      render: ({ queuedAt }) => <Elapsed since={queuedAt} />,
    },
    {
      key: 'priority',
      heading: say('service.priority'),
      render: ({ priority }) => priority,
    },
    {
      key: 'waitsFor',
      heading: say('service.waitsFor'),
      isWide: true,
      render: (call) => phaseWords(call, say),
    },
    {
      key: 'move',
      heading: say('steer.move'),
      render: (call) => (
        <MoveCall
          call={call}
          serviceId={serviceId}
          onMove={(toServiceId) => move.run({ taskId: call.taskId, toServiceId })}
        />
      ),
    },
  ];
}

/** With what the caller has to expect, where that is known. */
function waitingWords(expected: QueuedCall['expectedWait'], say: Say): string {
  if (expected === null) return say('service.phase.waiting');
  const from = durationWords(expected.from * 1000);
  const to = durationWords(expected.to * 1000);
  return `${say('service.phase.waiting')}; ${say('service.expected', { from, to })}`;
}

function phaseWords({ phase, ringing, talking, expectedWait }: QueuedCall, say: Say): string {
  const name = talking?.name;
  switch (phase) {
    case 'arriving':
      return say('service.phase.arriving');
    case 'waiting':
      return ringing.length === 0
        ? waitingWords(expectedWait, say)
        : say('service.phase.ringing', {
            name: ringing.map((agent) => agent.name || say('page.unknownPerson')).join(', '),
          });
    case 'confirming':
    case 'call-back':
    case 'dialling':
    case 'leaving':
      return say(`service.phase.${phase}`);
    case 'connected':
    case 'handed-over':
      return name === undefined
        ? say(`service.phase.${phase}Unknown`)
        : say(`service.phase.${phase}`, { name });
  }
}
