import type { Person } from '../world/directory.ts';
import type { BotSide, Call, Leg, LegFailure, LegListener, Outcome, Party } from './call.ts';
import { endBotSide, endCall, partnerLeft } from './ending.ts';
import { wrongRequest, wrongState } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import type { Switchboard } from './switchboard.ts';
import { reachVoicemail, VOICEMAIL_LASTS_MS } from './voicemail.ts';
import type { VoicemailOwner } from './voicemail.ts';

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

/** The platform needs about this long to find out, where nobody rings. */
const HANDING_OVER_MS = 1000;

/** Where a call is handed over to. */
export interface TransferTarget {
  readonly to:
    | Exclude<Party, { readonly kind: 'bot' | 'withheld' }>
    | { readonly kind: 'voicemail'; readonly owner: VoicemailOwner }
    | { readonly kind: 'resourceAccount' };
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
  const fault = faultFor(board);
  if (fault === null) hand(board, call, bot, target.to);
  else fallBackLater(board, call, bot, fault);
  return undefined;
}

/** The fault that meets a transfer, if one does. */
function faultFor({ tenant }: Switchboard): Outcome | null {
  const { transfers } = tenant.faults;
  if (transfers === null || tenant.random.share() >= transfers.share) return null;
  return { ...NOT_TRANSFERRED, subcode: transfers.subcode };
}

function hand(board: Switchboard, call: Call, bot: BotSide, to: TransferTarget['to']): void {
  switch (to.kind) {
    case 'person':
      return transferToPerson(board, call, bot, to.person);
    case 'phone':
      return transferOutside(board, call, bot, to.number);
    case 'voicemail':
      return transferToVoicemail(board, call, bot, to.owner);
    case 'resourceAccount':
      return fallBackLater(board, call, bot, TO_RESOURCE_ACCOUNT);
  }
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

function transferToPerson(board: Switchboard, call: Call, bot: BotSide, person: Person): void {
  const done = (leg: Leg): void => {
    bot.ringing.clear();
    endBotSide(board, call, bot, TRANSFERRED);
    talk(board, call, leg);
  };
  const leg = board.clients.ring(call, person, {
    onAccepted: done,
    onVoicemail: done,
    onFailed: (_leg: Leg, failure: LegFailure) => notTransferred(board, call, bot, failure),
    onLeft: () => partnerLeft(board, call),
  });
  bot.ringing.set(leg.id, () => board.clients.cancel(leg));
}

function transferOutside(board: Switchboard, call: Call, bot: BotSide, number: string): void {
  const telephone = board.telephones.ring(call, number, {
    onAnswered: () => {
      bot.ringing.clear();
      endBotSide(board, call, bot, TRANSFERRED);
      call.experience = 'connected';
      board.note(call, `transferred to ${number}`);
    },
    onFailed: (failure) => notTransferred(board, call, bot, failure),
  });
  bot.ringing.set(number, telephone.cancel);
}

/** Straight to a voicemail, without ringing; a person's may be switched off. */
function transferToVoicemail(
  board: Switchboard,
  call: Call,
  bot: BotSide,
  owner: VoicemailOwner,
): void {
  const isOff = owner.kind === 'person' && owner.person.settings.voicemailAfterSeconds === null;
  if (isOff) return fallBackLater(board, call, bot, NOT_TRANSFERRED);
  const { clock } = board.tenant;
  clock.after(HANDING_OVER_MS, () => {
    if (call.bot !== bot) return;
    endBotSide(board, call, bot, TRANSFERRED);
    reachVoicemail(board, call, owner);
    clock.after(VOICEMAIL_LASTS_MS, () => {
      if (call.experience === 'voicemail') endCall(board, call, 'voicemailOver');
    });
  });
}

function notTransferred(board: Switchboard, call: Call, bot: BotSide, failure: LegFailure): void {
  bot.ringing.clear();
  if (failure !== 'cancelled') fallBack(board, call, bot, NOT_TRANSFERRED);
}

function fallBackLater(board: Switchboard, call: Call, bot: BotSide, outcome: Outcome): void {
  board.tenant.clock.after(HANDING_OVER_MS, () => fallBack(board, call, bot, outcome));
}

function fallBack(board: Switchboard, call: Call, bot: BotSide, outcome: Outcome): void {
  if (call.bot !== bot) return;
  bot.state = 'established';
  bot.outcome = outcome;
  board.note(call, 'the transfer failed');
  board.notifier.call(call, bot, 'updated');
}

function talk(board: Switchboard, call: Call, leg: Leg): void {
  if (leg.answeredBy === 'voicemail') {
    return reachVoicemail(board, call, { kind: 'person', person: leg.person });
  }
  call.experience = 'connected';
  call.connectedTo = leg.person;
  board.tenant.changed('calls');
}
