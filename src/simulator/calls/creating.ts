import type { Service } from '../world/directory.ts';
import { keepAlive } from './answering.ts';
import type { BotSide, Call, Leg, Party } from './call.ts';
import { OUTCOMES } from './call.ts';
import { endCall, participantLeft } from './ending.ts';
import { join, joinByLeg, refreshExperience } from './roster.ts';
import type { Switchboard } from './switchboard.ts';
import { OUTSIDE_ANSWERS_MS } from './teams-clients.ts';

/** What the product asks for when it calls somebody. */
export interface CreateRequest {
  readonly target: Party;
  readonly callbackUri: string;
  /** The resource account in whose name a number outside is called. */
  readonly source: Service | null;
}

/** The product calls a person or a number; `established` is told when they accept. */
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
  const participantId = board.tenant.random.guid();
  const accepted = (leg: Leg): void => {
    bot.ringing.delete(participantId);
    joinByLeg(bot, participantId, leg);
    establish(board, call, bot);
  };
  if (target.kind === 'person') {
    const leg = board.clients.ring(call, target.person, {
      onAccepted: accepted,
      onVoicemail: accepted,
      onFailed: (_leg, failure) => {
        bot.ringing.delete(participantId);
        if (failure !== 'cancelled') endCall(board, call, failure, OUTCOMES[failure]);
      },
      onLeft: () => participantLeft(board, call, bot, participantId),
    });
    bot.ringing.set(participantId, leg);
  } else {
    board.tenant.clock.after(OUTSIDE_ANSWERS_MS, () => {
      if (call.bot !== bot) return;
      join(bot, participantId, target, null);
      establish(board, call, bot);
    });
  }
  return call;
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
    case 'bot':
      return 'bot';
  }
}
