/** A service for supervisors, from the core's view of it. */
import type { ServiceDetail, ServiceTile } from '@rufwerk/engine/api';
import type { QueueEntryView, ServiceView } from '@rufwerk/engine/core';
import type { ApiParts } from './parts.ts';
import { callerShown, instant, instantOrNull, personOrNull, personShown } from './shown.ts';

export function tileShown(view: ServiceView): ServiceTile {
  return {
    id: view.serviceId,
    name: view.name,
    delivery: view.delivery,
    order: view.order,
    closed: view.closed,
    degraded:
      view.degraded === null
        ? null
        : { since: instant(view.degraded.sinceAt), cost: view.degraded.cost },
    waiting: view.waiting,
    longestWaitSince: instantOrNull(view.longestWaitSinceAt),
    connected: view.connected,
    agents: view.team.length,
    able: view.able,
    notAble: [...view.notAble],
  };
}

export function detailShown(view: ServiceView, people: ApiParts['people']): ServiceDetail {
  return {
    ...tileShown(view),
    queue: view.calls.map((call, index) => callShown(call, index + 1, people)),
    team: view.team.map((member) => ({
      agent: personShown(people, member.agentId),
      onDuty: member.onDuty,
      state: member.state,
      since: instant(member.sinceAt),
      presence: member.presence,
      reason: member.reason,
    })),
  };
}

function callShown(
  call: QueueEntryView,
  position: number,
  people: ApiParts['people'],
): ServiceDetail['queue'][number] {
  return {
    taskId: call.taskId,
    position,
    callerName: callerShown(people, call.callerId),
    queuedAt: instant(call.queuedAt),
    phase: call.phase,
    priority: call.priority,
    offers: call.offers.map(({ agentId, phase }) => ({
      agent: personShown(people, agentId),
      phase,
    })),
    expectedWait:
      call.expectedWait === null
        ? null
        : {
            from: Math.round(call.expectedWait.fromMs / 1000),
            to: Math.round(call.expectedWait.toMs / 1000),
          },
    talking: personOrNull(people, call.talkingId),
  };
}
