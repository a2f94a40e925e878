/**
 * What an input means under the rules in force. Each input has its own function; afterwards the
 * calls of every service that may be concerned are distributed.
 */
import { afterCallWorkFinished, afterCallWorkProlonged } from '../distribution/afterCallWork.ts';
import {
  breakFinished,
  breakTaken,
  dutySwitched,
  nextStateChosen,
  profilesSwitched,
  readyPressed,
  serviceSwitched,
} from '../distribution/agents.ts';
import { tonePressed } from '../distribution/callBack.ts';
import { distribute } from '../distribution/distribute.ts';
import { effectReported } from './effectNews.ts';
import { endVainPreferences } from '../distribution/preference.ts';
import { configurationSubmitted } from '../distribution/reconfigure.ts';
import {
  callMoveAsked,
  dayBegan,
  emergencyClosed,
  emergencyReopened,
  groupMembersReported,
  serviceClosed,
  serviceOpened,
} from '../distribution/services.ts';
import { gapObserved, timeReached } from './time.ts';
import {
  callbackWindowEnded,
  emergencyCallGoesOn,
  emergencyCallOver,
  emergencyCallSeen,
  watchEmergencies,
} from '../emergency/life.ts';
import { blocksFormed, blockPolled, presencePushed } from '../observing/observe.ts';
import { showWork } from '../leases/shownWork.ts';
import { teamsPresenceChosen } from '../leases/ownAct.ts';
import { arrived, callNews } from './callInputs.ts';
import type { Input, InputOf } from '../tenant/inputs.ts';
import type { Turn } from '../tenant/turn.ts';

/** Emits the facts that `input` means, each applied before the next is decided (see `step`). */
export function decide(turn: Turn, input: Input): void {
  if (isRepeat(turn, input)) return;
  decideOne(turn, input);
  watchEmergencies(turn);
  endVainPreferences(turn);
  distribute(turn);
  showWork(turn);
}

/** An input whose source gave it an id is taken once. */
function isRepeat(turn: Turn, input: Input): boolean {
  const { sourceId } = input;
  if (sourceId === undefined) return false;
  const { at } = turn;
  if (turn.state.sources.has(sourceId)) {
    turn.emit({ type: 'InputIgnored', at, reason: 'repeat' });
    return true;
  }
  turn.emit({ type: 'SourceNoted', at, sourceId });
  return false;
}

/** The most frequent first: an input's type is compared with each before its own. */
function decideOne(turn: Turn, input: Input): void {
  switch (input.type) {
    case 'PresenceBlockPolled':
      return blockPolled(turn, input);
    case 'EffectReported':
      return effectReported(turn, input);
    case 'TimeReached':
      return timeReached(turn);
    case 'RosterReported':
    case 'CallStateReported':
    case 'OperationReported':
      return callNews(turn, input);
    case 'CallArrived':
      return arrived(turn, input);
    case 'TenantOpened':
      return tenantOpened(turn, input);
    case 'ConfigurationSubmitted':
      return configurationSubmitted(turn, input);
    case 'DutySwitched':
      return dutySwitched(turn, input);
    case 'AfterCallWorkFinished':
      return afterCallWorkFinished(turn, input);
    case 'ReadyPressed':
      return readyPressed(turn, input);
    case 'AfterCallWorkProlonged':
      return afterCallWorkProlonged(turn, input);
    case 'NextStateChosen':
      return nextStateChosen(turn, input);
    case 'BreakTaken':
      return breakTaken(turn, input);
    case 'BreakFinished':
      return breakFinished(turn, input);
    case 'ProfilesSwitched':
      return profilesSwitched(turn, input);
    case 'ServiceSwitched':
      return serviceSwitched(turn, input);
    case 'PresenceBlocksFormed':
      return blocksFormed(turn, input);
    case 'PresencePushed':
      return presencePushed(turn, input);
    case 'TeamsPresenceChosen':
      return teamsPresenceChosen(turn, input);
    case 'TonePressed':
      return tonePressed(turn, input);
    case 'GapObserved':
      return gapObserved(turn, input);
    default:
      return decideOther(turn, input);
  }
}

type OtherInput = InputOf<
  | 'EmergencyCallSeen'
  | 'EmergencyCallOver'
  | 'EmergencyCallGoesOn'
  | 'CallbackWindowEnded'
  | 'GroupMembersReported'
  | 'ServiceOpened'
  | 'ServiceClosed'
  | 'EmergencyClosed'
  | 'EmergencyReopened'
  | 'CallMoveAsked'
  | 'DayBegan'
>;

function decideOther(turn: Turn, input: OtherInput): void {
  switch (input.type) {
    case 'EmergencyCallSeen':
      return emergencyCallSeen(turn, input);
    case 'EmergencyCallOver':
      return emergencyCallOver(turn, input);
    case 'EmergencyCallGoesOn':
      return emergencyCallGoesOn(turn, input);
    case 'CallbackWindowEnded':
      return callbackWindowEnded(turn, input);
    case 'GroupMembersReported':
      return groupMembersReported(turn, input);
    case 'ServiceOpened':
      return serviceOpened(turn, input);
    case 'ServiceClosed':
      return serviceClosed(turn, input);
    case 'EmergencyClosed':
      return emergencyClosed(turn, input);
    case 'EmergencyReopened':
      return emergencyReopened(turn, input);
    case 'CallMoveAsked':
      return callMoveAsked(turn, input);
    case 'DayBegan':
      return dayBegan(turn);
  }
}

function tenantOpened(turn: Turn, input: InputOf<'TenantOpened'>): void {
  const { at } = turn;
  if (turn.state.tenantId !== null) {
    return turn.emit({ type: 'InputIgnored', at, reason: 'already-open' });
  }
  const { tenantId, seed, flags } = input;
  turn.emit({ type: 'TenantFounded', at, tenantId, seed, flags });
}
