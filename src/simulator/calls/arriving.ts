import type { Call, Outcome, Party } from './call.ts';
import { callerHangsUp, endCall } from './ending.ts';
import { join } from './roster.ts';
import type { Switchboard } from './switchboard.ts';
import type { Service } from '../world/directory.ts';

/** A call that is neither answered nor rejected nor redirected for so long is lost. */
const ANSWER_WITHIN_MS = 15_000;
const LOST: Outcome = { code: 408, subcode: 10057, message: 'The call was not answered in time.' };

/** Somebody dials a service: the product is told at its calling webhook and has 15 seconds. */
export function arrive(board: Switchboard, caller: Party, from: string, service: Service): Call {
  const call = board.open({ direction: 'incoming', from, to: service.phone, service, caller });
  const webhook = `${board.tenant.product.baseUrl}/api/calls`;
  const bot = board.openBotSide(call, 'incoming', webhook);
  join(bot, call.callerParticipantId, caller, null);
  join(bot, bot.participantId, { kind: 'bot' }, null);
  bot.deadline = board.tenant.clock.after(ANSWER_WITHIN_MS, () =>
    endCall(board, call, 'notAnswered', LOST),
  );
  board.note(call, `${from} dialled ${service.name}`);
  board.notifier.incoming(call, bot, board.isFirstCall);
  board.isFirstCall = false;
  return call;
}

/** An outside caller who does not wait for ever: hangs up after so long without a conversation. */
export function hangUpWhenWaiting(board: Switchboard, call: Call, patienceMs: number): void {
  board.tenant.clock.after(patienceMs, () => {
    if (call.experience !== 'connected') callerHangsUp(board, call);
  });
}
