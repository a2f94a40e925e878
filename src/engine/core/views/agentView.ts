/** What an agent's own screen is told, computed from the state. Ids only: the edge adds names. */
import type { Reason } from '../explain/reasons.ts';
import type { SeenPresence } from '../explain/decision.ts';
import type { OfferId, PersonId, ServiceId, TaskId } from '../tenant/ids.ts';

export type RoutingState =
  'off-duty' | 'ready' | 'not-offered' | 'ringing' | 'in-a-call' | 'after-call-work' | 'paused';

export interface AgentServiceView {
  readonly serviceId: ServiceId;
  /** Null: the service would offer the agent a call now. */
  readonly reason: Reason | null;
  readonly waiting: number;
  readonly longestWaitSinceAt: number | null;
  readonly colleaguesAble: number;
}

export interface AgentView {
  readonly agentId: PersonId;
  readonly onDuty: boolean;
  readonly state: RoutingState;
  readonly sinceAt: number;
  readonly untilAt: number | null;
  readonly presence: SeenPresence | null;
  readonly services: readonly AgentServiceView[];
  readonly offer: {
    readonly offerId: OfferId;
    readonly taskId: TaskId;
    readonly serviceId: ServiceId;
    readonly callerId: PersonId;
    readonly offeredAt: number;
    readonly ringsUntilAt: number;
  } | null;
  readonly call: {
    readonly taskId: TaskId;
    readonly serviceId: ServiceId;
    readonly callerId: PersonId;
    readonly connectedAt: number;
    readonly inferred: boolean;
  } | null;
}
