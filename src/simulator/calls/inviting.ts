import type { BotSide, Call, Invited, Leg, LegFailure, Operation, Party } from './call.ts';
import { OUTCOMES } from './call.ts';
import { callerHangsUp, participantLeft, partnerLeft } from './ending.ts';
import { completeOperation, openOperation } from './operations.ts';
import { wrongRequest, wrongState } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { join, joinByLeg, refreshExperience } from './roster.ts';
import type { Switchboard } from './switchboard.ts';

/*
 *   invite ──> Running ──accepted──> Completed, in the roster
 *                 │ └──voicemail──> Completed, a voicemail in the roster
 *                 └──declined, busy, no answer, removed while ringing──> Failed
 */

/**
 * The product invites somebody into the call: the platform gives a participant id at once, the
 * person's client rings, and the operation's end is told later. The first invitation makes a group
 * call of it.
 */
export function invite(
  board: Switchboard,
  call: Call,
  bot: BotSide,
  parties: readonly Party[],
  clientContext: string | null,
): Operation | Refusal {
  if (bot.state !== 'established') return wrongState('The call is not established.');
  const [party, ...others] = parties;
  if (party === undefined) return wrongRequest('participants: name who is to be invited.');
  if (others.length > 0 && !bot.isGroup) {
    return wrongRequest('Inviting multiple participants is only supported for group calls.');
  }
  const invited = parties.map((one): Invited => ({
    participantId: board.tenant.random.guid(),
    party: one,
  }));
  const operation = openOperation(board, bot, {
    kind: 'inviteParticipantsOperation',
    clientContext,
    invited,
  });
  escalate(board, call, bot);
  for (const one of invited) reach(board, call, bot, operation, one);
  return operation;
}

/**
 * Ends somebody's part in the call: ringing stops, who had joined is out, the caller is hung up
 * on.
 */
export function removeParticipant(
  board: Switchboard,
  call: Call,
  bot: BotSide,
  participantId: string,
): Refusal | undefined {
  const ringing = bot.ringing.get(participantId);
  if (ringing !== undefined) {
    ringing();
    return undefined;
  }
  if (!bot.participants.has(participantId)) {
    return { status: 404, code: '8525', message: 'Participant not found.' };
  }
  if (participantId === call.callerParticipantId) callerHangsUp(board, call);
  else participantLeft(board, call, bot, participantId);
  return undefined;
}

function escalate(board: Switchboard, call: Call, bot: BotSide): void {
  if (bot.isGroup) return;
  bot.isGroup = true;
  // Told after the invitation was answered, as the platform does.
  board.tenant.clock.after(0, () => {
    if (call.bot === bot) board.notifier.roster(call, bot);
  });
}

function reach(
  board: Switchboard,
  call: Call,
  bot: BotSide,
  operation: Operation,
  { participantId, party }: Invited,
): void {
  if (party.kind === 'person') {
    const leg = board.clients.ring(call, party.person, {
      onAccepted: (answered) =>
        joined(board, call, bot, operation, () => joinByLeg(bot, participantId, answered)),
      onVoicemail: (answered) =>
        joined(board, call, bot, operation, () => joinByLeg(bot, participantId, answered)),
      onFailed: (_failed, failure) => failed(board, call, bot, operation, participantId, failure),
      onLeft: () => left(board, call, bot, participantId),
    });
    bot.ringing.set(participantId, () => board.clients.cancel(leg));
    return;
  }
  if (party.kind !== 'phone') return;
  const telephone = board.telephones.ring(call, party.number, {
    onAnswered: () =>
      joined(board, call, bot, operation, () => join(bot, participantId, party, null)),
    onFailed: (failure) => failed(board, call, bot, operation, participantId, failure),
  });
  bot.ringing.set(participantId, telephone.cancel);
}

function joined(
  board: Switchboard,
  call: Call,
  bot: BotSide,
  operation: Operation,
  putIntoRoster: () => { readonly id: string; readonly leg: Leg | null },
): void {
  bot.ringing.delete(putIntoRoster().id);
  completeOperation(operation, 'Completed');
  refreshExperience(board, call, bot);
  board.notifier.operation(call, bot, operation);
  board.notifier.roster(call, bot);
}

function failed(
  board: Switchboard,
  call: Call,
  bot: BotSide,
  operation: Operation,
  participantId: string,
  failure: LegFailure,
): void {
  bot.ringing.delete(participantId);
  completeOperation(operation, 'Failed', OUTCOMES[failure]);
  board.notifier.operation(call, bot, operation);
}

/** Once the product has left a group call, one of two hanging up ends it. */
function left(board: Switchboard, call: Call, bot: BotSide, participantId: string): void {
  if (call.bot === bot) participantLeft(board, call, bot, participantId);
  else partnerLeft(board, call);
}
