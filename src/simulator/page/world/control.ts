import type {
  ActivityNotification,
  Behaviour,
  Chat,
  Heard,
  PageSettings,
  PlayedClock,
  Presence,
  World,
} from './wire.ts';

/** The control interface refused; the message is the server's own and is shown as it is. */
export class ControlError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'ControlError';
    this.status = status;
  }
}

async function request<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new ControlError(response.status, messageOf(text) ?? text);
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

function messageOf(text: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    const message =
      typeof parsed === 'object' && parsed !== null && 'message' in parsed
        ? parsed.message
        : undefined;
    return typeof message === 'string' ? message : undefined;
  } catch {
    // Not JSON: the caller shows the text itself.
    return undefined;
  }
}

const segment = encodeURIComponent;
const personPath = (upn: string): string => `/_simulator/people/${segment(upn)}`;
const legPath = (upn: string, legId: string): string =>
  `${personPath(upn)}/calls/${segment(legId)}`;
const chatPath = (chatId: string): string => `/_simulator/chats/${segment(chatId)}`;
const emergencyPath = (id: string): string => `/_simulator/emergencies/${segment(id)}`;
const callPath = (callId: string): string => `/_simulator/calls/${segment(callId)}`;

/** Everything the page asks of the played world; each rejects with a {@link ControlError}. */
export const control = {
  clock: (): Promise<PlayedClock> => request('GET', '/_simulator/clock'),
  world: (): Promise<World> => request('GET', '/_simulator/world'),
  settings: (): Promise<PageSettings> => request('GET', '/page/settings'),
  ssoToken: (upn: string): Promise<{ readonly token: string }> =>
    request('POST', '/page/token', { upn }),

  dial: (from: string, to: string): Promise<{ readonly id: string }> =>
    request('POST', '/_simulator/calls', { from, to }),
  /** Lets a telephone ring until somebody at this page answers it. */
  answerByHand: (number: string): Promise<void> =>
    request('PUT', `/_simulator/telephones/${segment(number)}/behaviour`, { answers: 'manual' }),
  answerTelephone: (callId: string): Promise<void> => request('POST', `${callPath(callId)}/accept`),
  declineTelephone: (callId: string): Promise<void> =>
    request('POST', `${callPath(callId)}/decline`),
  hangUpCaller: (callId: string): Promise<void> => request('DELETE', callPath(callId)),
  heard: (callId: string): Promise<readonly Heard[]> => request('GET', `${callPath(callId)}/heard`),
  pressTones: (callId: string, tones: string): Promise<void> =>
    request('POST', `${callPath(callId)}/tones`, { tones }),

  /** The emergency service hangs up. */
  endEmergency: (id: string): Promise<void> => request('DELETE', emergencyPath(id)),
  dropEmergency: (id: string): Promise<void> => request('POST', `${emergencyPath(id)}/drop`),
  callBack: (id: string): Promise<{ readonly id: string }> =>
    request('POST', `${emergencyPath(id)}/callback`),

  accept: (upn: string, legId: string): Promise<void> =>
    request('POST', `${legPath(upn, legId)}/accept`),
  decline: (upn: string, legId: string): Promise<void> =>
    request('POST', `${legPath(upn, legId)}/decline`),
  hangUp: (upn: string, legId: string): Promise<void> =>
    request('POST', `${legPath(upn, legId)}/hangup`),
  dialAs: (upn: string, to: string): Promise<void> =>
    request('POST', `${personPath(upn)}/calls`, { to }),

  setPresence: (upn: string, presence: ChosenPresence): Promise<void> =>
    request('PUT', `${personPath(upn)}/presence`, presence),
  resetPresence: (upn: string): Promise<void> => request('DELETE', `${personPath(upn)}/presence`),
  setBehaviour: (upn: string, behaviour: Partial<Behaviour>): Promise<void> =>
    request('PUT', `${personPath(upn)}/behaviour`, behaviour),

  advanceClock: (advanceSeconds: number): Promise<void> =>
    request('PUT', '/_simulator/clock', { advanceSeconds }),

  activityOf: (upn: string): Promise<readonly ActivityNotification[]> =>
    request('GET', `/_simulator/activity-notifications?upn=${segment(upn)}`),

  /** The person's own chat with the bot, or none where the bot is not installed. */
  chatOf: async (upn: string): Promise<Chat | null> =>
    (await request<readonly Chat[]>('GET', `/_simulator/chats?upn=${segment(upn)}`))[0] ?? null,
  openChat: (upn: string): Promise<Chat> => request('POST', '/_simulator/chats', { from: upn }),
  sendMessage: (chatId: string, from: string, text: string): Promise<BotAnswer> =>
    request('POST', `${chatPath(chatId)}/messages`, { from, text }),
  pressAction: (
    chatId: string,
    from: string,
    messageId: string,
    action: CardAction,
  ): Promise<BotAnswer> =>
    request('POST', `${chatPath(chatId)}/actions`, { from, messageId, action }),
};

/** A presence to set; a meeting comes from the calendar and not from the person. */
type ChosenPresence = Presence & { readonly source?: 'calendar' };

/** How the bot took it; no status when it could not be reached. */
export type BotAnswer = { readonly botStatus: number | null; readonly notice?: string | null };

/** `verb` names an Action.Execute; an Action.Submit has none. */
export type CardAction = { readonly verb?: string; readonly data: unknown };
