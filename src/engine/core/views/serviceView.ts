/** What a supervisor's screen is told of a service, computed from the state. Ids only. */
import type { Reason, ReasonCode } from '../explain/reasons.ts';
import type { SeenPresence } from '../explain/decision.ts';
import type { PersonId, ServiceId, TaskId } from '../tenant/ids.ts';
import type { TaskPhase } from '../tenant/state.ts';
import type { RoutingState } from './agentView.ts';

export interface QueueEntryView {
  readonly taskId: TaskId;
  readonly callerId: PersonId;
  readonly queuedAt: number;
  readonly phase: TaskPhase;
  readonly ringingId: PersonId | null;
  readonly talkingId: PersonId | null;
}

export interface TeamMemberView {
  readonly agentId: PersonId;
  readonly onDuty: boolean;
  readonly state: RoutingState;
  readonly sinceAt: number;
  readonly presence: SeenPresence | null;
  readonly reason: Reason | null;
}

export interface ServiceView {
  readonly serviceId: ServiceId;
  readonly name: string;
  readonly delivery: 'conference' | 'redirect';
  readonly waiting: number;
  readonly longestWaitSinceAt: number | null;
  readonly connected: number;
  readonly able: number;
  readonly notAble: readonly { readonly code: ReasonCode; readonly count: number }[];
  /** Arriving and waiting calls in order, then those in conversation. */
  readonly calls: readonly QueueEntryView[];
  readonly team: readonly TeamMemberView[];
}

export interface RulePreviewEntry {
  readonly agentId: PersonId;
  readonly presence: SeenPresence | null;
  readonly now: Reason | null;
  readonly then: Reason | null;
}
