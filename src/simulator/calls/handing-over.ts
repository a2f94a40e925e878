import type { Person } from '../world/directory.ts';
import type { BotSide, Call, Leg, LegFailure, LegListener, Outcome, Party } from './call.ts';
import { endBotSide, endCall, partnerLeft } from './ending.ts';
import { wrongRequest, wrongState } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import type { Switchboard } from './switchboard.ts';
import { OUTSIDE_ANSWERS_MS } from './teams-clients.ts';

const REDIRECT_TARGETS_MAX = 25;
const REDIRECT_SECONDS = { min: 15, max: 90, forOne: 55, forMany: 60 };
const TRANSFERRED: Outcome = { code: 0, subcode: 7015, message: 'GracefulTransferCompleted' };
const NOT_TRANSFERRED: Outcome = {
  code: 500,
  subcode: 7700,
  message: 'The call could not be transferred.',
};
/**
 * A bot's resource account and the one it hands over to are told apart as if they were of two
 * tenants.
 */
const TO_RESOURCE_ACCOUNT: Outcome = { code: 500, subcode: 7505, message: 'Tenant mismatch.' };

/** Where a call is handed over to. */
export interface TransferTarget {
  readonly party: Party | 'resourceAccount';
  readonly isVoicemail: boolean;
  readonly replacesCallId: string | null;
}

/**
 * Redirects an unanswered call: all targets ring, the first to accept has it. The product's side
 * ends at once, and it never learns who answered, or whether anybody did.
 */
export function redirect(
  board: Switchboard,
  call: Call,
  bot: BotSide,
  targets: readonly Person[],
  timeoutSeconds: number | null,
): Refusal | undefined {
  if (bot.state !== 'incoming') return wrongState('Only an incoming call can be redirected.');
  if (targets.length === 0 || targets.length > REDIRECT_TARGETS_MAX) {
    return wrongRequest(`targets: between 1 and ${REDIRECT_TARGETS_MAX}.`);
  }
  const isOne = targets.length === 1;
  const seconds = timeoutSeconds ?? (isOne ? REDIRECT_SECONDS.forOne : REDIRECT_SECONDS.forMany);
  if (seconds < REDIRECT_SECONDS.min || seconds > REDIRECT_SECONDS.max) {
    return wrongRequest('timeout: between 15 and 90 seconds.');
  }
  board.note(call, `redirected to ${targets.map(({ upn }) => upn).join(', ')}`);
  endBotSide(board, call, bot, { code: 0, subcode: 0, message: 'The call was redirected.' });
  ringAll(board, call, targets, seconds * 1000);
  return undefined;
}

/**
 * Transfers an established call of two blindly. Done: `terminated` with 7015, and nothing more is
 * told. Not done: back to `established` with 7700.
 */
export function transfer(
  board: Switchboard,
  call: Call,
  bot: BotSide,
  target: TransferTarget,
): Refusal | undefined {
  if (bot.state !== 'established')
    return wrongState('Only an established call can be transferred.');
  if (bot.isGroup) return wrongState('A group call cannot be transferred.');
  if (target.replacesCallId !== null && call.caller?.kind !== 'person') {
    return wrongRequest('Consultative transfer needs a transferee who is a user of this tenant.');
  }
  bot.state = 'transferring';
  bot.outcome = null;
  board.notifier.call(call, bot, 'updated');
  const { party } = target;
  if (party === 'resourceAccount') fallBackLater(board, call, bot, TO_RESOURCE_ACCOUNT);
  else if (party.kind === 'person') transferToPerson(board, call, bot, party.person, target);
  else transferOutside(board, call, bot, party);
  return undefined;
}

function ringAll(
  board: Switchboard,
  call: Call,
  targets: readonly Person[],
  timeoutMs: number,
): void {
  const isGroup = targets.length > 1;
  const legs: Leg[] = [];
  const giveUp = board.tenant.clock.after(timeoutMs, () => endCall(board, call, 'noAnswer'));
  const taken = (by: Leg): void => {
    giveUp.cancel();
    talk(board, call, by);
    for (const leg of legs) board.clients.cancel(leg);
  };
  const listener: LegListener = {
    onAccepted: taken,
    onVoicemail: (leg) => {
      // In a group call a single voicemail does not take the call from those who still ring.
      if (isGroup) board.clients.release(leg);
      else taken(leg);
      if (isGroup) endWhenNobodyRings();
    },
    onFailed: () => endWhenNobodyRings(),
    onLeft: () => partnerLeft(board, call),
  };
  const endWhenNobodyRings = (): void => {
    const isOver = call.experience !== 'ringing' || legs.some(({ state }) => state === 'ringing');
    if (isOver) return;
    giveUp.cancel();
    endCall(board, call, 'noAnswer');
  };
  for (const person of targets) legs.push(board.clients.ring(call, person, listener));
}

function transferToPerson(
  board: Switchboard,
  call: Call,
  bot: BotSide,
  person: Person,
  { isVoicemail }: TransferTarget,
): void {
  if (isVoicemail) {
    board.tenant.clock.after(0, () => {
      if (call.bot !== bot) return;
      endBotSide(board, call, bot, TRANSFERRED);
      board.note(call, `transferred to the voicemail of ${person.upn}`);
      call.experience = 'voicemail';
    });
    return;
  }
  const done = (leg: Leg): void => {
    bot.ringing.clear();
    endBotSide(board, call, bot, TRANSFERRED);
    talk(board, call, leg);
  };
  const leg = board.clients.ring(call, person, {
    onAccepted: done,
    onVoicemail: done,
    onFailed: (_leg: Leg, failure: LegFailure) => {
      bot.ringing.clear();
      if (failure !== 'cancelled') fallBack(board, call, bot, NOT_TRANSFERRED);
    },
    onLeft: () => partnerLeft(board, call),
  });
  bot.ringing.set(leg.id, leg);
}

function transferOutside(board: Switchboard, call: Call, bot: BotSide, party: Party): void {
  board.tenant.clock.after(OUTSIDE_ANSWERS_MS, () => {
    if (call.bot !== bot) return;
    endBotSide(board, call, bot, TRANSFERRED);
    call.experience = 'connected';
    board.note(call, `transferred to ${party.kind === 'phone' ? party.number : 'outside'}`);
  });
}

function fallBackLater(board: Switchboard, call: Call, bot: BotSide, outcome: Outcome): void {
  board.tenant.clock.after(OUTSIDE_ANSWERS_MS, () => fallBack(board, call, bot, outcome));
}

function fallBack(board: Switchboard, call: Call, bot: BotSide, outcome: Outcome): void {
  if (call.bot !== bot) return;
  bot.state = 'established';
  bot.outcome = outcome;
  board.note(call, 'the transfer failed');
  board.notifier.call(call, bot, 'updated');
}

function talk(board: Switchboard, call: Call, leg: Leg): void {
  const isVoicemail = leg.answeredBy === 'voicemail';
  call.experience = isVoicemail ? 'voicemail' : 'connected';
  call.connectedTo = isVoicemail ? null : leg.person;
  board.tenant.changed('calls');
}
