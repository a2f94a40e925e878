import { PeopleQueueRegular } from '@fluentui/react-icons';
import type { OfferPhase, ServiceDetail } from '@rufwerk/engine/api';
import { Elapsed } from '../appearance/Elapsed.tsx';
import { EmptyState } from '../appearance/EmptyState.tsx';
import { FactTable } from '../appearance/FactTable.tsx';
import { Panel } from '../appearance/Panel.tsx';
import type { Column } from '../appearance/table.types.ts';
import { TroubleBar } from '../appearance/TroubleBar.tsx';
import { durationWords } from '../clock/duration.ts';
import { type Say, useWords } from '../language/language.ts';
import { useCalm } from '../routingState/useCalm.ts';
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
      render: (call) => <WaitsFor call={call} />,
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

function WaitsFor(props: { readonly call: QueuedCall }) {
  const say = useWords();
  const isPassing = props.call.offers.some(({ phase }) => phase === 'confirming');
  return phaseWords(useCalm(props.call, isPassing), say);
}

/** Who is offered the call in this way, by name; null where nobody is. */
function offeredTo({ offers }: QueuedCall, phase: OfferPhase, say: Say): string | null {
  const agents = offers.flatMap((offer) => (offer.phase === phase ? offer.agent : []));
  if (agents.length === 0) return null;
  return agents.map((agent) => agent.name || say('page.unknownPerson')).join(', ');
}

/** Whom a call that is offered waits for; null where it is offered to nobody. */
function offeredWords(call: QueuedCall, say: Say): string | null {
  const ringing = offeredTo(call, 'ringing', say);
  if (ringing !== null) return say('service.phase.ringing', { name: ringing });
  const held = offeredTo(call, 'held', say);
  if (held !== null) return say('service.phase.diallingFor', { name: held });
  const confirming = offeredTo(call, 'confirming', say);
  return confirming === null ? null : say('service.phase.confirmingAt', { name: confirming });
}

function phaseWords(call: QueuedCall, say: Say): string {
  const { phase, talking, expectedWait } = call;
  const name = talking?.name;
  switch (phase) {
    case 'arriving':
      return offeredWords(call, say) ?? say('service.phase.arriving');
    case 'waiting':
      return offeredWords(call, say) ?? waitingWords(expectedWait, say);
    case 'call-back':
    case 'dialling':
      return offeredWords(call, say) ?? say(`service.phase.${phase}`);
    case 'confirming':
    case 'leaving':
      return say(`service.phase.${phase}`);
    case 'connected':
    case 'handed-over':
      return name === undefined
        ? say(`service.phase.${phase}Unknown`)
        : say(`service.phase.${phase}`, { name });
  }
}
