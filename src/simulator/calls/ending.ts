import type { BotSide, Call, Outcome } from './call.ts';
import { stopPrompt } from './media.ts';
import { humansIn, leave, refreshExperience } from './roster.ts';
import type { Switchboard } from './switchboard.ts';

const NORMAL: Outcome = { code: 0, subcode: 0, message: 'The call ended normally.' };

/**
 * Ends the product's side: whoever it invited stops ringing, its prompt stops, and it is told
 * twice, by an update to `terminated` and by the deletion of the call. From then on it hears
 * nothing more.
 */
export function endBotSide(
  board: Switchboard,
  call: Call,
  bot: BotSide,
  outcome: Outcome = NORMAL,
): void {
  for (const stopRinging of [...bot.ringing.values()]) stopRinging();
  bot.deadline?.cancel();
  stopPrompt(board, bot);
  bot.state = 'terminated';
  bot.outcome = outcome;
  call.bot = null;
  board.notifier.call(call, bot, 'updated');
  board.notifier.call(call, bot, 'deleted');
}

/** Ends the call for everybody. */
export function endCall(
  board: Switchboard,
  call: Call,
  reason: string,
  outcome: Outcome = NORMAL,
): void {
  if (call.bot !== null) endBotSide(board, call, call.bot, outcome);
  closeHeard(board, call);
  // Ended first: a client that stops ringing because of it is no reason to end the call again.
  board.end(call, reason);
  for (const leg of call.legs) {
    board.clients.cancel(leg);
    board.clients.release(leg);
  }
}

/** The caller hangs up, wherever the call is. */
export function callerHangsUp(board: Switchboard, call: Call): void {
  if (call.experience === 'ended') return;
  const { bot } = call;
  board.note(call, 'the caller hung up');
  if (bot === null || !bot.participants.has(call.callerParticipantId)) {
    endCall(board, call, 'callerHungUp');
    return;
  }
  leave(bot, call.callerParticipantId);
  if (bot.isGroup) board.notifier.roster(call, bot);
  if (humansIn(bot).length === 0) {
    endCall(board, call, 'callerHungUp');
    return;
  }
  // The agent is still in the group call, alone with the bot, until one of them hangs up.
  closeHeard(board, call);
  board.end(call, 'callerHungUp');
}

/**
 * Somebody who had joined is not in the call any more: by hanging up, or because the product
 * removed them.
 */
export function participantLeft(
  board: Switchboard,
  call: Call,
  bot: BotSide,
  participantId: string,
): void {
  const participant = bot.participants.get(participantId);
  if (participant === undefined) return;
  leave(bot, participantId);
  if (participant.leg !== null) board.clients.release(participant.leg);
  if (bot.isGroup) board.notifier.roster(call, bot);
  if (humansIn(bot).length > 0) {
    refreshExperience(board, call, bot);
    return;
  }
  endCall(board, call, 'everybodyLeft');
}

/**
 * The product hangs up. In a group call that ends its own leg only: a caller and a person who are
 * talking go on, and nothing more is told about them.
 */
export function productHangsUp(board: Switchboard, call: Call, bot: BotSide): void {
  board.note(call, 'the product hung up');
  const isConversation = bot.isGroup && humansIn(bot).length > 1;
  if (!isConversation) {
    endCall(board, call, 'hungUpByProduct');
    return;
  }
  endBotSide(board, call, bot);
}

/** After the product has left: one of two who talk hangs up, and that is the end. */
export function partnerLeft(board: Switchboard, call: Call): void {
  if (call.experience !== 'ended') endCall(board, call, 'hungUpByPerson');
}

function closeHeard(board: Switchboard, call: Call): void {
  for (const heard of call.heard) heard.endedAt ??= board.tenant.clock.nowMs();
}
