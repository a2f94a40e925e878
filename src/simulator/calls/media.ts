import type { BotSide, Call, Heard, Operation, Participant } from './call.ts';
import { completeOperation, openOperation } from './operations.ts';
import { promptLengthMs, UNKNOWN_PROMPT_MS } from './prompt-length.ts';
import { wrongState } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import type { Switchboard } from './switchboard.ts';

const CANCELLED = {
  code: 400,
  subcode: 8508,
  message: 'Action failed, the operation was cancelled.',
};
const SPECIAL_TONES: Readonly<Record<string, string>> = { '*': 'star', '#': 'pound' };

/**
 * Plays prompts one after the other; whatever still plays is cut off. Its end is told as the
 * operation's deletion.
 */
export function playPrompt(
  board: Switchboard,
  call: Call,
  bot: BotSide,
  uris: readonly string[],
  clientContext: string | null,
): Operation | Refusal {
  if (bot.state !== 'established') return wrongState('The call is not established.');
  cutOff(board, call, bot);
  const operation = openOperation(board, bot, { kind: 'playPromptOperation', clientContext });
  const heard: Heard = {
    at: board.tenant.clock.nowMs(),
    what: 'prompt',
    detail: uris.join(' '),
    endedAt: null,
  };
  call.heard.push(heard);
  const prompt = { operation, heard, timer: null };
  bot.prompt = prompt;
  board.tenant.changed('calls');
  void playThrough(board, call, bot, prompt, uris);
  return operation;
}

async function playThrough(
  board: Switchboard,
  call: Call,
  bot: BotSide,
  prompt: NonNullable<BotSide['prompt']>,
  uris: readonly string[],
): Promise<void> {
  const { clock, activity } = board.tenant;
  const startedAt = prompt.heard.at;
  const ended = activity.begin();
  const lengths = await Promise.all(uris.map((uri) => promptLengthMs(uri))).finally(ended);
  if (call.bot !== bot || bot.prompt !== prompt) return;
  const lengthMs = lengths.reduce<number>((sum, length) => sum + (length ?? UNKNOWN_PROMPT_MS), 0);
  prompt.timer = clock.after(startedAt + lengthMs - clock.nowMs(), () => {
    bot.prompt = null;
    prompt.heard.endedAt = clock.nowMs();
    completeOperation(prompt.operation, 'Completed');
    board.notifier.operation(call, bot, prompt.operation);
  });
}

/** Ends what plays; the cancelled prompt is told as failed, as the platform does. */
export function cancelMedia(
  board: Switchboard,
  call: Call,
  bot: BotSide,
  clientContext: string | null,
): Operation {
  cutOff(board, call, bot);
  return openOperation(board, bot, {
    kind: 'cancelMediaProcessingOperation',
    clientContext,
    isDone: true,
  });
}

/** Stops what plays without telling anybody; the operation that failed by it, if there was one. */
export function stopPrompt(board: Switchboard, bot: BotSide): Operation | undefined {
  const { prompt } = bot;
  if (prompt === null) return undefined;
  prompt.timer?.cancel();
  prompt.heard.endedAt = board.tenant.clock.nowMs();
  completeOperation(prompt.operation, 'Failed', CANCELLED);
  bot.prompt = null;
  return prompt.operation;
}

function cutOff(board: Switchboard, call: Call, bot: BotSide): void {
  const stopped = stopPrompt(board, bot);
  if (stopped !== undefined) board.notifier.operation(call, bot, stopped);
}

/** From now on the product is told which keys the caller presses. */
export function subscribeToTone(
  board: Switchboard,
  bot: BotSide,
  clientContext: string | null,
): Operation | Refusal {
  if (bot.state !== 'established') return wrongState('The call is not established.');
  bot.isToneSubscribed = true;
  return openOperation(board, bot, {
    kind: 'subscribeToToneOperation',
    clientContext,
    isDone: true,
  });
}

/** The caller presses keys; each is heard, and told when the product subscribed. */
export function pressTones(board: Switchboard, call: Call, keys: string): void {
  for (const key of keys) {
    const at = board.tenant.clock.nowMs();
    call.heard.push({ at, what: 'tone', detail: key, endedAt: at });
    const { bot } = call;
    if (bot === null || !bot.isToneSubscribed) continue;
    bot.toneSequence += 1;
    bot.lastTone = SPECIAL_TONES[key] ?? (/\d/.test(key) ? `tone${key}` : key.toLowerCase());
    board.notifier.call(call, bot, 'updated');
    bot.lastTone = null;
  }
  board.note(call, `the caller pressed ${keys}`);
}

/** Mutes the bot itself, or one participant. */
export function mute(
  board: Switchboard,
  call: Call,
  bot: BotSide,
  participant: Participant | undefined,
  request: { readonly isMuted: boolean; readonly clientContext: string | null },
): Operation {
  if (participant !== undefined) {
    participant.isMuted = request.isMuted;
    if (bot.isGroup) board.notifier.roster(call, bot);
  }
  return openOperation(board, bot, {
    kind: request.isMuted ? 'muteParticipantOperation' : 'unmuteParticipantOperation',
    clientContext: request.clientContext,
    isDone: true,
  });
}
