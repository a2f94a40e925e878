/**
 * One card per emergency in the supervisors' and contacts' bot chats. At most one is on its way at
 * a time; one that could not be sent is tried again, the last one above all: it takes the location
 * off the card (DEC-9).
 */
import { type EmergencyState, MOST_CARD_FAILURES } from '../tenant/emergencyState.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';
import { contactsOf, supervisorsOf } from './people.ts';
import { pauseMs } from './tryAgain.ts';

/** The card no longer shows what is true: send it, or note that it must be sent. */
export function refreshEmergencyCard(turn: Turn, emergency: EmergencyState): void {
  const { at, state } = turn;
  const { id: emergencyId, agentId } = emergency;
  if (emergency.cardEffectId !== null) {
    if (emergency.cardOutdated) return;
    return turn.emit({ type: 'EmergencyCardOutdated', at, emergencyId, agentId });
  }
  const recipientIds = [
    ...new Set([...supervisorsOf(state, agentId), ...contactsOf(state, agentId)]),
  ];
  requestEffect(turn, { kind: 'show-emergency-card', emergencyId, agentId, recipientIds });
}

/** When a card that could not be sent is tried again; null: it has been tried often enough. */
export function cardRetryAt({ cardFailures }: EmergencyState, at: number): number | null {
  if (cardFailures === 0 || cardFailures > MOST_CARD_FAILURES) return null;
  return at + pauseMs(cardFailures);
}
