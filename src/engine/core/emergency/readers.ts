/**
 * The card as a way of telling: one message for all, and for each of its readers how it came to
 * them (EMG-18, EMG-20). Whoever has it once keeps it; what changes on it later is the card's own
 * matter.
 *
 *   sending --sent--------------------------> sent
 *      |  ^----- with the next card ----+
 *      +--failed--> waiting ------------+---- tried too often --> given-up
 *      +--no app--> unreachable, but tried with every card
 *      +--outside-> unreachable
 */
import type { ContactNotice, EmergencyState, NoWayBecause } from '../tenant/emergencyState.ts';
import type { CardOutcome, EffectOf, EffectOutcome } from '../tenant/effects.ts';
import { RULE_FLAGS } from '../tenant/flags.ts';
import type { PersonId } from '../ids.ts';
import type { Turn } from '../tenant/turn.ts';
import { tryAgainAt } from './tryAgain.ts';

export function oweCard(turn: Turn, emergency: EmergencyState, contactId: PersonId): void {
  const { at } = turn;
  const { id: emergencyId, agentId } = emergency;
  turn.emit({ type: 'ContactOwed', at, emergencyId, agentId, contactId, channel: 'card' });
}

/**
 * How the world took the card, reader by reader.
 * @returns whether the card is to say so: somebody has it, or it is known now that they cannot
 */
export function cardTold(
  turn: Turn,
  emergency: EmergencyState,
  { recipientIds }: EffectOf<'show-emergency-card'>,
  outcome: EffectOutcome,
): boolean {
  if (!turn.state.flags.includes(RULE_FLAGS.EMERGENCY_REACH)) return false;
  const results = resultsOf(outcome, recipientIds);
  let isNews = false;
  for (const { personId, result } of results) {
    if (!recipientIds.includes(personId)) continue;
    if (cardOf(emergency, personId) === undefined) oweCard(turn, emergency, personId);
    const notice = cardOf(emergency, personId);
    if (notice === undefined || !isToldOf(notice, result)) continue;
    const before = notice.state;
    told(turn, emergency, notice, result);
    const after = cardOf(emergency, personId)?.state;
    isNews ||= after !== before && after !== 'waiting';
  }
  return isNews;
}

/** A world that does not tell reader by reader means all of them. */
function resultsOf(
  outcome: EffectOutcome,
  recipientIds: readonly PersonId[],
): readonly CardOutcome[] {
  if ('cards' in outcome && outcome.cards !== undefined) return outcome.cards;
  const result = outcome.kind === 'done' ? 'sent' : 'failed';
  return recipientIds.map((personId) => ({ personId, result }));
}

function cardOf({ notices }: EmergencyState, personId: PersonId): ContactNotice | undefined {
  return notices.find(({ channel, contactId }) => channel === 'card' && contactId === personId);
}

/** Whoever has a card is not without one because it could not be brought up to date. */
function isToldOf({ state, because }: ContactNotice, result: CardOutcome['result']): boolean {
  if (state === 'sent') return false;
  if (state === 'given-up') return result !== 'failed';
  return result !== because || result === 'no-app';
}

function told(
  turn: Turn,
  { id: emergencyId, agentId, endedAt }: EmergencyState,
  notice: ContactNotice,
  result: CardOutcome['result'],
): void {
  const { at } = turn;
  const { contactId, channel } = notice;
  const about = { type: 'ContactTold', at, emergencyId, agentId, contactId, channel } as const;
  const againAt = endedAt === null ? tryAgainAt(notice, at) : null;
  if (result === 'sent') return turn.emit({ ...about, result, retryAt: null });
  if (result === 'failed') return turn.emit({ ...about, result, retryAt: againAt });
  const because: NoWayBecause = result;
  const retryAt = because === 'no-app' ? againAt : null;
  turn.emit({ ...about, result: 'does-not-apply', because, retryAt });
}
