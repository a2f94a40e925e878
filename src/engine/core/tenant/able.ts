/**
 * Whether anybody could take a call at all, now or once they are free: what "nobody" is decided by.
 * Being busy passes and does not count against anybody: a call, ringing, after-call work, a pause,
 * a level that has not opened yet, others who are rung first. What does not pass by itself counts:
 * duty, breaks, responsibility, and a presence that the service does not distribute.
 */
import { ORDINAL_OF_REASON } from '../explain/reasons.ts';
import { LEVEL, type Lineup } from './indexes/lineup.ts';
import { STANDING, type Standings } from './indexes/standings.ts';
import type { PersonId } from '../ids.ts';
import type { ServiceState, TaskState, TenantState } from './state.ts';

const IN_A_CALL = ORDINAL_OF_REASON['in-a-call'];

export function isAnybodyAble(
  state: Readonly<TenantState>,
  { lineup }: Readonly<ServiceState>,
  task: Readonly<TaskState>,
  at: number,
): boolean {
  const { standings } = state;
  return lineup.members.some(
    (row, place) =>
      isAble(standings, lineup, place, at) && standings.agents[row]?.id !== task.callerId,
  );
}

/** How many are able: those whose work empties the queue of the service. */
export function countAble(
  { standings }: Readonly<TenantState>,
  { lineup }: Readonly<ServiceState>,
  at: number,
): number {
  let able = 0;
  for (let place = 0; place < lineup.members.length; place += 1) {
    if (isAble(standings, lineup, place, at)) able += 1;
  }
  return able;
}

/** Whether this very person could take a call of the service, now or once they are free. */
export function canCome(
  { agents, standings }: Readonly<TenantState>,
  { lineup }: Readonly<ServiceState>,
  agentId: PersonId,
  at: number,
): boolean {
  const agent = agents.get(agentId);
  const place = agent === undefined ? -1 : lineup.placeOf(agent.index);
  return place !== -1 && isAble(standings, lineup, place, at);
}

function isAble(standings: Standings, lineup: Lineup, place: number, at: number): boolean {
  if ((lineup.level[place] ?? 0) >= LEVEL.PROFILE_WITHOUT_SKILL) return false;
  const row = lineup.members[place] ?? 0;
  const standing = standings.standing(row);
  if (standing === STANDING.OFF_DUTY || standing === STANDING.ON_BREAK) return false;
  if (standing === STANDING.IN_AN_EMERGENCY) return false;
  if (standing === STANDING.IN_OUR_CALL) return true;
  const ageMs = at - standings.confirmedAt(row);
  const reason = lineup.presenceReason(standings.presenceClass(row), ageMs);
  return reason === 0 || reason === IN_A_CALL;
}
