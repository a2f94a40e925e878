import type { Service } from '../world/directory.ts';
import { keepAlive } from './answering.ts';
import type { BotSide, Call, Leg, LegFailure, Party } from './call.ts';
import { OUTCOMES } from './call.ts';
import { endCall, participantLeft } from './ending.ts';
import { join, joinByLeg, refreshExperience } from './roster.ts';
import type { Switchboard } from './switchboard.ts';

/** What the product asks for when it calls somebody. */
export interface CreateRequest {
  readonly target: Party;
  readonly callbackUri: string;
  /** The resource account in whose name a number outside is called. */
  readonly source: Service | null;
}

/**
 * The product calls a person or a number. `establishing` is told once the call has been answered
 * to, `established` when they accept, the end with its reason when they do not.
 */
export function create(board: Switchboard, { target, callbackUri, source }: CreateRequest): Call {
  const call = board.open({
    direction: 'outgoing',
    from: source?.phone ?? board.tenant.application.displayName,
    to: nameOf(target),
    service: null,
    caller: null,
  });
  const bot = board.openBotSide(call, 'establishing', callbackUri);
  join(bot, bot.participantId, { kind: 'bot' }, null);
  board.note(call, `the product calls ${call.to}`);
  board.tenant.clock.after(0, () => {
    if (call.bot === bot && bot.state === 'establishing') board.notifier.call(call, bot, 'updated');
  });
  ring(board, call, bot, target);
  return call;
}

/** Who is called takes the caller's place: hanging up is the same for both. */
function ring(board: Switchboard, call: Call, bot: BotSide, target: Party): void {
  const participantId = call.callerParticipantId;
  const accepted = (leg: Leg | null): void => {
    bot.ringing.delete(participantId);
    if (leg === null) join(bot, participantId, target, null);
    else joinByLeg(bot, participantId, leg);
    establish(board, call, bot);
  };
  const failed = (failure: LegFailure): void => {
    bot.ringing.delete(participantId);
    if (failure !== 'cancelled') endCall(board, call, failure, OUTCOMES[failure]);
  };
  if (target.kind === 'person') {
    const leg = board.clients.ring(call, target.person, {
      onAccepted: accepted,
      onVoicemail: accepted,
      onFailed: (_leg, failure) => failed(failure),
      onLeft: () => participantLeft(board, call, bot, participantId),
    });
    bot.ringing.set(participantId, () => board.clients.cancel(leg));
  } else if (target.kind === 'phone') {
    const onAnswered = (): void => accepted(null);
    const telephone = board.telephones.ring(call, target.number, { onAnswered, onFailed: failed });
    bot.ringing.set(participantId, telephone.cancel);
  }
}

function establish(board: Switchboard, call: Call, bot: BotSide): void {
  bot.state = 'established';
  refreshExperience(board, call, bot);
  board.note(call, 'established');
  board.notifier.call(call, bot, 'updated');
  keepAlive(board, call, bot);
}

function nameOf(party: Party): string {
  switch (party.kind) {
    case 'person':
      return party.person.upn;
    case 'phone':
      return party.number;
    case 'withheld':
    case 'bot':
      return party.kind;
  }
}
