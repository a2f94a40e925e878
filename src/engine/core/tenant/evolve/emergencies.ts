/** What facts about emergencies change. */
import { type ContactNotice, type EmergencyState, MOST_CARD_FAILURES } from '../emergencyState.ts';
import type { FactOf } from '../facts.ts';
import type { EffectOf } from '../effects.ts';
import type { EffectId, EmergencyId } from '../../ids.ts';
import type { TenantState } from '../state.ts';
import { agentOf, forgetIfDone } from './agents.ts';

export type EmergencyFact = FactOf<
  | 'EmergencyStarted'
  | 'EmergencyLeaseMoved'
  | 'EmergencyCallEnded'
  | 'EmergencyEnded'
  | 'EmergencyEndNoted'
  | 'EmergencyEventJoined'
  | 'EmergencyScheduled'
  | 'EmergencyCardOutdated'
  | 'ContactOwed'
  | 'ContactTold'
  | 'CallbackNumberTaken'
  | 'CallbackNumberRefused'
>;

export function emergencyFact(state: TenantState, fact: EmergencyFact): void {
  if (fact.type === 'EmergencyStarted') return emergencyStarted(state, fact);
  if (fact.type === 'EmergencyEndNoted') {
    state.emergencyEnds.set(fact.agentId, fact.endedAt);
    return;
  }
  const emergency = state.emergencies.get(fact.emergencyId);
  if (emergency === undefined) throw new Error(`There is no ${fact.emergencyId}.`);
  switch (fact.type) {
    case 'EmergencyEventJoined':
      emergency.eventAt = fact.dialledAt;
      if (fact.shownUntilAt === undefined) return;
      emergency.call = 'shown';
      emergency.shownUntilAt = fact.shownUntilAt;
      return;
    case 'EmergencyLeaseMoved':
      emergency.call = 'shown';
      emergency.shownUntilAt = fact.shownUntilAt;
      return;
    case 'EmergencyCallEnded':
      emergency.call = fact.cause === 'unseen' ? 'watched' : 'over';
      if (emergency.call === 'over') emergency.callEndedAt = fact.endedAt;
      return;
    case 'EmergencyEnded':
      return emergencyEnded(state, emergency, fact);
    case 'EmergencyScheduled':
      emergency.dueAt = fact.dueAt;
      if (fact.dueAt !== null) {
        state.deadlines.push({ at: fact.dueAt, kind: 'emergency', id: emergency.id });
      }
      return;
    case 'EmergencyCardOutdated':
      emergency.cardOutdated = true;
      return;
    case 'ContactOwed':
      return contactOwed(emergency, fact);
    case 'ContactTold':
      return contactTold(emergency, fact);
    case 'CallbackNumberRefused':
      emergency.lacksNumber = true;
      return;
    case 'CallbackNumberTaken':
      return numberTaken(state, emergency, fact);
  }
}

/** Dialled anew, it is the same emergency: what was before the first one is what returns. */
function emergencyStarted(state: TenantState, fact: FactOf<'EmergencyStarted'>): void {
  const { emergencyId: id, agentId, sign, isDrill, dialledAt, shownUntilAt, untilAt } = fact;
  const agent = agentOf(state, agentId);
  const known = state.emergencies.get(id);
  if (known !== undefined) {
    // Whoever really calls during a drill begins anew.
    const startedAt = known.isDrill && !isDrill ? dialledAt : known.startedAt;
    const eventAt = sign === 'event' ? dialledAt : null;
    Object.assign(known, { isDrill, startedAt, dialledAt, shownUntilAt, untilAt, eventAt });
    Object.assign(known, { call: 'shown', callEndedAt: null });
    return;
  }
  state.nextEmergency += 1;
  state.emergencies.set(id, {
    ...{ id, agentId, isDrill, sign, startedAt: dialledAt, dialledAt },
    ...{ call: 'shown', shownUntilAt, untilAt, callEndedAt: null, endedAt: null },
    eventAt: sign === 'event' ? dialledAt : null,
    ...{ account: null, lacksNumber: false, notices: [], dueAt: null },
    ...{ cardEffectId: null, cardOutdated: false, cardFailures: 0 },
  });
  agent.emergencyId = id;
  state.standings.restand(agent);
}

/** Kept until its last card has been sent: that one no longer shows where it was. */
function emergencyEnded(
  state: TenantState,
  emergency: EmergencyState,
  { at, agentId }: FactOf<'EmergencyEnded'>,
): void {
  emergency.endedAt = at;
  emergency.dueAt = null;
  state.pastEmergencies.set(agentId, { dialledAt: emergency.dialledAt, endedAt: at });
  const agent = agentOf(state, agentId);
  agent.emergencyId = null;
  agent.idleSinceAt = Math.max(agent.idleSinceAt, at);
  state.standings.restand(agent);
  forgetIfDone(state, agent);
}

function contactOwed(
  emergency: EmergencyState,
  { contactId, channel }: FactOf<'ContactOwed'>,
): void {
  const others = emergency.notices.filter((notice) => !isOf(notice, contactId, channel));
  const owed = { contactId, channel, state: 'sending', tries: 0 } as const;
  emergency.notices = [...others, { ...owed, retryAt: null, effectId: null }];
}

function contactTold(emergency: EmergencyState, fact: FactOf<'ContactTold'>): void {
  const { contactId, channel, result, because, retryAt } = fact;
  if (result === 'does-not-apply' && because === undefined) {
    emergency.notices = emergency.notices.filter((notice) => !isOf(notice, contactId, channel));
    return;
  }
  change(emergency, contactId, channel, ({ tries }) => {
    const told = { contactId, channel, tries, retryAt, effectId: null };
    if (because !== undefined) return { ...told, state: 'unreachable', because };
    const waits = retryAt === null ? 'given-up' : 'waiting';
    return { ...told, state: result === 'sent' ? 'sent' : waits };
  });
}

function change(
  emergency: EmergencyState,
  contactId: ContactNotice['contactId'],
  channel: ContactNotice['channel'],
  changed: (notice: ContactNotice) => ContactNotice,
): void {
  emergency.notices = emergency.notices.map((notice) =>
    isOf(notice, contactId, channel) ? changed(notice) : notice,
  );
}

function isOf(
  notice: ContactNotice,
  contactId: ContactNotice['contactId'],
  channel: ContactNotice['channel'],
): boolean {
  return notice.contactId === contactId && notice.channel === channel;
}

/** A real emergency takes the number of a drill, which then has none. */
function numberTaken(
  state: TenantState,
  emergency: EmergencyState,
  { account, agentId, untilAt }: FactOf<'CallbackNumberTaken'>,
): void {
  for (const other of state.emergencies.values()) {
    if (other === emergency || other.account !== account) continue;
    other.account = null;
    other.lacksNumber = true;
  }
  emergency.account = account;
  emergency.lacksNumber = false;
  state.callbackNumbers.set(account, { agentId, isDrill: emergency.isDrill, untilAt });
}

type EmergencyEffect = EffectOf<
  'show-emergency-card' | 'send-emergency-mail' | 'send-emergency-activity'
>;

export function emergencyEffectRequested(
  state: TenantState,
  effectId: EffectId,
  effect: EmergencyEffect,
): void {
  const emergency = state.emergencies.get(effect.emergencyId);
  if (emergency === undefined) return;
  if (effect.kind === 'show-emergency-card') {
    emergency.cardEffectId = effectId;
    emergency.cardOutdated = false;
    emergency.notices = emergency.notices.map((notice) =>
      notice.channel === 'card' && notice.state !== 'sent' ? cardOnItsWay(notice) : notice,
    );
    return;
  }
  const channel = effect.kind === 'send-emergency-mail' ? 'mail' : 'activity';
  change(emergency, effect.contactId, channel, (notice) => ({
    ...notice,
    ...{ state: 'sending', tries: notice.tries + 1, retryAt: null, effectId },
  }));
}

/** Whoever could not be reached is shown so until a card has come through. */
function cardOnItsWay(notice: ContactNotice): ContactNotice {
  const state = notice.state === 'waiting' ? 'sending' : notice.state;
  return { ...notice, state, tries: notice.tries + 1, retryAt: null };
}

export function emergencyCardSettled(
  state: TenantState,
  emergencyId: EmergencyId,
  isShown: boolean,
): void {
  const emergency = state.emergencies.get(emergencyId);
  if (emergency === undefined) return;
  emergency.cardEffectId = null;
  emergency.cardFailures = isShown ? 0 : emergency.cardFailures + 1;
  const isDone = isShown ? !emergency.cardOutdated : emergency.cardFailures > MOST_CARD_FAILURES;
  if (emergency.endedAt !== null && isDone) state.emergencies.delete(emergencyId);
}
