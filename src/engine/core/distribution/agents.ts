/** What agents and supervisors switch: duty, breaks, profiles, services, back to ready. */
import { profilesOpenTo, sameProfiles } from '../config/people.ts';
import { DUTY_REASONS } from '../tenant/facts.ts';
import type { InputOf } from '../tenant/inputs.ts';
import type { NextState } from '../tenant/state.ts';
import type { Turn } from '../tenant/turn.ts';
import { startBreak } from './afterCallWork.ts';
import { reviewOfferOf } from './reviewing.ts';
import { servingAgent } from './serving.ts';

export function dutySwitched(turn: Turn, input: InputOf<'DutySwitched'>): void {
  const agent = servingAgent(turn, input.agentId);
  if (agent === undefined) return;
  const { at } = turn;
  const { agentId, onDuty, by } = input;
  if (agent.onDuty === onDuty) return turn.emit({ type: 'InputIgnored', at, reason: 'already-so' });
  const reasonCode = by === agentId ? DUTY_REASONS.BY_THE_PERSON : DUTY_REASONS.BY_A_SUPERVISOR;
  turn.emit({ type: 'DutyChanged', at, agentId, onDuty, by, reasonCode });
  reviewOfferOf(turn, agent);
}

export function readyPressed(turn: Turn, input: InputOf<'ReadyPressed'>): void {
  const agent = servingAgent(turn, input.agentId);
  if (agent === undefined) return;
  const { at } = turn;
  if (agent.pause === null) return turn.emit({ type: 'InputIgnored', at, reason: 'already-so' });
  turn.emit({ type: 'PauseEnded', at, agentId: agent.id });
}

/** A break takes effect at once; a call and its after-call work go on beside it. */
export function breakTaken(turn: Turn, input: InputOf<'BreakTaken'>): void {
  const agent = servingAgent(turn, input.agentId);
  if (agent === undefined) return;
  const { at } = turn;
  if (!isBreakReason(turn, input.reasonCode)) {
    return turn.emit({ type: 'InputIgnored', at, reason: 'unknown-reason' });
  }
  if (!agent.onDuty) return turn.emit({ type: 'InputIgnored', at, reason: 'not-allowed' });
  if (agent.break?.reasonCode === input.reasonCode) {
    return turn.emit({ type: 'InputIgnored', at, reason: 'already-so' });
  }
  startBreak(turn, agent.id, input.reasonCode);
  reviewOfferOf(turn, agent);
}

export function breakFinished(turn: Turn, input: InputOf<'BreakFinished'>): void {
  const agent = servingAgent(turn, input.agentId);
  if (agent === undefined) return;
  const { at } = turn;
  if (agent.break === null) return turn.emit({ type: 'InputIgnored', at, reason: 'already-so' });
  turn.emit({ type: 'BreakEnded', at, agentId: agent.id });
}

/** Only someone who has a call or its after-call work has something that can be followed. */
export function nextStateChosen(turn: Turn, input: InputOf<'NextStateChosen'>): void {
  const agent = servingAgent(turn, input.agentId);
  if (agent === undefined) return;
  const { at } = turn;
  const { next } = input;
  if (next?.kind === 'break' && !isBreakReason(turn, next.reasonCode)) {
    return turn.emit({ type: 'InputIgnored', at, reason: 'unknown-reason' });
  }
  if (agent.taskId === null && agent.afterCallWork === null) {
    return turn.emit({ type: 'InputIgnored', at, reason: 'not-allowed' });
  }
  if (isSameNext(agent.next, next)) {
    return turn.emit({ type: 'InputIgnored', at, reason: 'already-so' });
  }
  turn.emit({ type: 'NextStateSet', at, agentId: agent.id, next });
}

function isSameNext(left: NextState | null, right: NextState | null): boolean {
  if (left?.kind !== right?.kind) return false;
  return left?.kind !== 'break' || right?.kind !== 'break' || left.reasonCode === right.reasonCode;
}

function isBreakReason(turn: Turn, reasonCode: number): boolean {
  const reasons = turn.state.configuration?.breakReasons ?? [];
  return reasons.some(({ code }) => code === reasonCode);
}

/**
 * Profiles of the person hold from now on; a ringing offer that they take away is recalled
 * (NIMx-05).
 */
export function profilesSwitched(turn: Turn, input: InputOf<'ProfilesSwitched'>): void {
  const agent = servingAgent(turn, input.agentId);
  if (agent === undefined) return;
  const { at } = turn;
  const { agentId, profiles, by } = input;
  const known = turn.state.configuration?.profiles ?? [];
  if (!profiles.every((id) => known.some((profile) => profile.id === id))) {
    return turn.emit({ type: 'InputIgnored', at, reason: 'unknown-profile' });
  }
  const open = new Set(profilesOpenTo(agent.settings, known).map(({ id }) => id));
  if (!profiles.every((id) => open.has(id))) {
    return turn.emit({ type: 'InputIgnored', at, reason: 'not-allowed' });
  }
  if (sameProfiles(profiles, agent.profiles)) {
    return turn.emit({ type: 'InputIgnored', at, reason: 'already-so' });
  }
  turn.emit({ type: 'ProfilesChanged', at, agentId, profiles, by });
  reviewOfferOf(turn, agent);
}

/** The per-person switch of one service (NIMx-03). */
export function serviceSwitched(turn: Turn, input: InputOf<'ServiceSwitched'>): void {
  const agent = servingAgent(turn, input.agentId);
  if (agent === undefined) return;
  const { at, state } = turn;
  const { agentId, serviceId, active, by } = input;
  const service = state.services.get(serviceId);
  if (service === undefined || !agent.services.includes(service)) {
    return turn.emit({ type: 'InputIgnored', at, reason: 'unknown-service' });
  }
  const isOn = !service.switchedOff.has(agentId) && !service.notYetOn.has(agentId);
  if (active ? isOn : service.switchedOff.has(agentId)) {
    return turn.emit({ type: 'InputIgnored', at, reason: 'already-so' });
  }
  turn.emit({ type: 'ServiceActivityChanged', at, agentId, serviceId, active, by });
  reviewOfferOf(turn, agent);
}
