import type { BotSide, Call, Leg, Participant, Party } from './call.ts';
import { partyOf } from './call.ts';
import type { Switchboard } from './switchboard.ts';
import { leaveVoicemail, reachVoicemail } from './voicemail.ts';

/** Puts somebody into the roster; whoever calls this says when the product is told. */
export function join(bot: BotSide, id: string, party: Party, leg: Leg | null): Participant {
  bot.rosterSequence += 1;
  const participant: Participant = {
    id,
    party,
    isVoicemail: leg?.answeredBy === 'voicemail',
    isMuted: false,
    joinedSequence: bot.rosterSequence,
    leg,
  };
  bot.participants.set(id, participant);
  return participant;
}

/** An invited person, or the person's voicemail, joins by having answered. */
export function joinByLeg(bot: BotSide, id: string, leg: Leg): Participant {
  return join(bot, id, partyOf(leg), leg);
}

export function leave(bot: BotSide, participantId: string): void {
  bot.rosterSequence += 1;
  bot.participants.delete(participantId);
}

/** Everybody in the call but the bot, which never counts as company. */
export function humansIn(bot: BotSide): readonly Participant[] {
  return [...bot.participants.values()].filter(({ party }) => party.kind !== 'bot');
}

/**
 * Whom the product rang is at the other end: a person by a leg, a telephone outside by not being
 * the caller. Whoever the product itself called stands in the caller's place.
 */
export function isAtOtherEnd(call: Call, { id, leg }: Participant): boolean {
  return leg !== null || id !== call.callerParticipantId;
}

/**
 * What the caller has now, from who is in the roster: a person to talk to, a voicemail, or only
 * the product. An ended call stays ended.
 */
export function refreshExperience(board: Switchboard, call: Call, bot: BotSide): void {
  if (call.experience === 'ended') return;
  const others = humansIn(bot).filter((participant) => isAtOtherEnd(call, participant));
  const partner = others.find(({ isVoicemail }) => !isVoicemail);
  call.connectedTo = partner?.leg?.person ?? null;
  const before = call.experience;
  const voicemailOf = others.find(({ isVoicemail }) => isVoicemail)?.leg?.person;
  if (partner !== undefined) call.experience = 'connected';
  else if (voicemailOf === undefined) call.experience = 'answered';
  else if (before !== 'voicemail') {
    reachVoicemail(board, call, { kind: 'person', person: voicemailOf });
  }
  if (call.experience !== 'voicemail') leaveVoicemail(board, call);
  board.tenant.changed('calls');
}
