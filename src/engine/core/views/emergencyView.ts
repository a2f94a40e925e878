/** An emergency as people see it, computed from the state. Ids only: the edge adds names. */
import { emergencyOf } from '../emergency/life.ts';
import { rungForCallback, standInsForCallback } from '../emergency/people.ts';
import type {
  ContactChannel,
  ContactNotice,
  EmergencyCallPhase,
  EmergencyState,
  NoWayBecause,
} from '../tenant/emergencyState.ts';
import type { EmergencyId, PersonId, ResourceAccountId } from '../ids.ts';
import type { TenantState } from '../tenant/state.ts';

export interface NoticeView {
  readonly contactId: PersonId;
  readonly channel: ContactChannel;
  readonly state: ContactNotice['state'];
  readonly retryAt: number | null;
  /** Why there is no such way; null for every state but `unreachable`. */
  readonly because: NoWayBecause | null;
}

export interface EmergencyView {
  readonly emergencyId: EmergencyId;
  readonly agentId: PersonId;
  readonly isDrill: boolean;
  readonly startedAt: number;
  /** Dialled last: the callback window runs from then. */
  readonly dialledAt: number;
  readonly call: EmergencyCallPhase;
  /** While `shown`: Do not disturb is given up then unless somebody says that the call goes on. */
  readonly shownUntilAt: number;
  /**
   * Whether Graph has told of the call, and so tells its end. Where it does not, Do not disturb
   * stands for a minute at a time: whoever calls must say at once that the call has ended.
   */
  readonly endIsTold: boolean;
  readonly untilAt: number;
  readonly callEndedAt: number | null;
  readonly endedAt: number | null;
  /**
   * Which number the emergency service calls back: the person's own, or one of the pool; `none`
   * when one of the pool was needed and none was free.
   */
  readonly callback:
    | { readonly path: 'own-number' | 'none' }
    | {
        readonly path: 'pool';
        readonly account: ResourceAccountId;
        readonly number: string | null;
      };
  /** Who is rung besides the agent when a pool number is called. */
  readonly rungForCallback: readonly PersonId[];
  /** Who is rung where none of those can be. */
  readonly standInsForCallback: readonly PersonId[];
  readonly notices: readonly NoticeView[];
  /** Who has neither the card nor a line in the feed, and cannot have either. */
  readonly unreachableInTeams: readonly PersonId[];
  /** What Teams shows, where that is not our Do not disturb: a hand-set presence outranks it. */
  readonly shownInstead: { readonly availability: string; readonly activity: string } | null;
  /** Do not disturb of the person's own: a callback to the own number would go to voicemail. */
  readonly ownDoNotDisturb: boolean;
}

/** The emergency that protects the agent now; null when none does. */
export function emergencyViewOf(
  state: Readonly<TenantState>,
  agentId: PersonId,
): EmergencyView | null {
  const emergency = emergencyOf(state, agentId);
  return emergency === undefined ? null : emergencyView(state, emergency);
}

/** Those under way, the oldest first. */
export function emergencyViews(state: Readonly<TenantState>): readonly EmergencyView[] {
  return [...state.emergencies.values()]
    .filter(({ endedAt }) => endedAt === null)
    .map((emergency) => emergencyView(state, emergency));
}

/** For a card, one that has ended too; null once nothing of it is left to show. */
export function emergencyViewById(
  state: Readonly<TenantState>,
  emergencyId: EmergencyId,
): EmergencyView | null {
  const emergency = state.emergencies.get(emergencyId);
  return emergency === undefined ? null : emergencyView(state, emergency);
}

function emergencyView(
  state: Readonly<TenantState>,
  emergency: Readonly<EmergencyState>,
): EmergencyView {
  const { id: emergencyId, agentId, isDrill, startedAt, dialledAt, call } = emergency;
  const { shownUntilAt, untilAt, callEndedAt, endedAt, notices } = emergency;
  const rung = rungForCallback(state, agentId);
  return {
    ...{ emergencyId, agentId, isDrill, startedAt, dialledAt, call },
    ...{ shownUntilAt, untilAt, callEndedAt, endedAt, endIsTold: emergency.eventAt !== null },
    callback: callbackPath(state, emergency),
    rungForCallback: rung,
    standInsForCallback: standInsForCallback(state, agentId, rung),
    notices: notices.map(({ contactId, channel, state: how, retryAt, because = null }) => ({
      ...{ contactId, channel, state: how, retryAt, because },
    })),
    unreachableInTeams: unreachableInTeams(notices),
    ...seenInTeams(state, emergency),
  };
}

function unreachableInTeams(notices: readonly ContactNotice[]): readonly PersonId[] {
  const inTeams = notices.filter(({ channel }) => channel !== 'mail');
  const people = new Set(inTeams.map(({ contactId }) => contactId));
  for (const { contactId, state } of inTeams) if (state !== 'unreachable') people.delete(contactId);
  return [...people];
}

function callbackPath(
  { configuration }: Readonly<TenantState>,
  { account, lacksNumber }: Readonly<EmergencyState>,
): EmergencyView['callback'] {
  if (account === null) return { path: lacksNumber ? 'none' : 'own-number' };
  const pool = configuration?.emergency?.callbackNumbers ?? [];
  const number = pool.find(({ resourceAccount }) => resourceAccount === account)?.number ?? null;
  return { path: 'pool', account, number };
}

/** Graph tells what we wrote within this; what is seen later beside it outranks it. */
const SEEN_AFTER_MS = 5_000;

function seenInTeams(
  { agents, sessions }: Readonly<TenantState>,
  { agentId, call }: Readonly<EmergencyState>,
): Pick<EmergencyView, 'shownInstead' | 'ownDoNotDisturb'> {
  const agent = agents.get(agentId);
  if (agent?.evidence == null) return { shownInstead: null, ownDoNotDisturb: false };
  const { availability, activity, confirmedAt } = agent.evidence;
  const session = sessions.get(agentId);
  const isRefused = session !== undefined && session.failuresInARow > 0;
  const sinceAt = session?.shown?.sinceAt ?? Infinity;
  const isBeside = isRefused || confirmedAt > sinceAt + SEEN_AFTER_MS;
  return {
    shownInstead: call === 'shown' && isBeside ? { availability, activity } : null,
    ownDoNotDisturb: call !== 'shown' && !agent.isMasked && availability === 'DoNotDisturb',
  };
}
