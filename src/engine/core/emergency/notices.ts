/**
 * Telling the contacts: a mail, a line in Teams' activity feed and the card for each. What fails is
 * tried again while the emergency lasts, and shown (EMG-18, EMG-20). A mail that may have been sent
 * is sent again: better twice than never.
 */
import type { ContactNotice, EmergencyState } from '../tenant/emergencyState.ts';
import type { EffectOf, EffectOutcome } from '../tenant/effects.ts';
import { RULE_FLAGS } from '../tenant/flags.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';
import { refreshEmergencyCard } from './card.ts';
import { oweCard } from './readers.ts';
import { contactsOf, supervisorsOf } from './people.ts';
import { scheduleEmergency } from './schedule.ts';
import { tryAgainAt } from './tryAgain.ts';

const { EMERGENCY_REACH } = RULE_FLAGS;

/** Everybody is told, each way at once. Supervisors have the card and need no mail. */
export function tellContacts(turn: Turn, emergency: EmergencyState): void {
  const { state, at } = turn;
  const { id: emergencyId, agentId } = emergency;
  const contacts = contactsOf(state, agentId);
  const seeing = [...new Set([...contacts, ...supervisorsOf(state, agentId)])];
  const owed = [
    ...contacts.map((contactId) => ({ contactId, channel: 'mail' as const })),
    ...seeing.map((contactId) => ({ contactId, channel: 'activity' as const })),
  ];
  if (state.flags.includes(EMERGENCY_REACH)) {
    for (const contactId of seeing) oweCard(turn, emergency, contactId);
  }
  for (const each of owed) {
    turn.emit({ type: 'ContactOwed', at, emergencyId, agentId, ...each });
    tell(turn, emergency, each);
  }
}

function tell(
  turn: Turn,
  { id: emergencyId, agentId, isDrill, dialledAt }: EmergencyState,
  { contactId, channel }: Pick<ContactNotice, 'contactId' | 'channel'>,
): void {
  requestEffect(turn, {
    kind: channel === 'mail' ? 'send-emergency-mail' : 'send-emergency-activity',
    ...{ emergencyId, agentId, contactId, isDrill, startedAt: dialledAt },
  });
}

/** What waited for its time is tried again. One card is for all of its readers. */
export function tellAgain(turn: Turn, emergency: EmergencyState): void {
  const due = emergency.notices.filter(({ retryAt }) => (retryAt ?? Infinity) <= turn.at);
  for (const notice of due) if (notice.channel !== 'card') tell(turn, emergency, notice);
  if (due.some(({ channel }) => channel === 'card')) refreshEmergencyCard(turn, emergency);
}

type TellEffect = EffectOf<'send-emergency-mail' | 'send-emergency-activity'>;

/** How the world took it. News of a telling that another one has overtaken says nothing. */
export function contactTold(turn: Turn, effect: TellEffect, outcome: EffectOutcome): void {
  const { at, state } = turn;
  const { emergencyId, agentId, contactId } = effect;
  const emergency = state.emergencies.get(emergencyId);
  const channel = effect.kind === 'send-emergency-mail' ? 'mail' : 'activity';
  const notice = emergency?.notices.find(
    (each) => each.contactId === contactId && each.channel === channel,
  );
  if (emergency === undefined || notice?.state !== 'sending') return;
  const result = resultOf(outcome);
  const retryAt = result === 'failed' && emergency.endedAt === null ? tryAgainAt(notice, at) : null;
  const about = { emergencyId, agentId, contactId, channel, result } as const;
  const isNamed = outcome.kind === 'does-not-apply' && state.flags.includes(EMERGENCY_REACH);
  const because = channel === 'mail' ? 'no-mail' : 'no-app';
  const named = isNamed ? { because: outcome.because ?? because } : {};
  turn.emit({ type: 'ContactTold', at, ...about, ...named, retryAt });
  scheduleEmergency(turn, emergency);
  refreshEmergencyCard(turn, emergency);
}

function resultOf(outcome: EffectOutcome): 'sent' | 'failed' | 'does-not-apply' {
  if (outcome.kind === 'done') return 'sent';
  return outcome.kind === 'does-not-apply' ? 'does-not-apply' : 'failed';
}
