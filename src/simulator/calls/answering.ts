import type { BotSide, Call } from './call.ts';
import { endCall } from './ending.ts';
import { wrongState } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { refreshExperience } from './roster.ts';
import type { Switchboard } from './switchboard.ts';

/** Media is set up in about this time. */
const ESTABLISHES_MS = 50;
/** A call without a sign of life from the product ends. */
const KEEP_ALIVE_WITHIN_MS = 45 * 60_000;

/** The product picks up; `establishing` and `established` are told to the address it gave. */
export function answer(
  board: Switchboard,
  call: Call,
  bot: BotSide,
  callbackUri: string,
): Refusal | undefined {
  if (bot.state !== 'incoming') return wrongState('Only an incoming call can be answered.');
  bot.callbackUri = callbackUri;
  bot.state = 'establishing';
  bot.deadline?.cancel();
  board.notifier.call(call, bot, 'updated');
  bot.deadline = board.tenant.clock.after(ESTABLISHES_MS, () => {
    bot.state = 'established';
    board.note(call, 'answered by the product');
    refreshExperience(board, call, bot);
    board.notifier.call(call, bot, 'updated');
    keepAlive(board, call, bot);
  });
  return undefined;
}

/** The product turns the caller away. */
export function reject(
  board: Switchboard,
  call: Call,
  bot: BotSide,
  reason: string,
): Refusal | undefined {
  if (bot.state !== 'incoming') return wrongState('Only an incoming call can be rejected.');
  endCall(board, call, reason === 'none' ? 'rejected' : `rejected: ${reason}`, {
    code: reason === 'busy' ? 486 : 603,
    subcode: 0,
    message: 'The call was rejected.',
  });
  return undefined;
}

/** A sign of life: the call may go on for another 45 minutes. */
export function keepAlive(board: Switchboard, call: Call, bot: BotSide): void {
  bot.deadline?.cancel();
  bot.deadline = board.tenant.clock.after(KEEP_ALIVE_WITHIN_MS, () =>
    endCall(board, call, 'keepAliveMissing', {
      code: 408,
      subcode: 0,
      message: 'No keep-alive was received.',
    }),
  );
}
