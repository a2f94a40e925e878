import type { PlayedTimer } from '../clock/played-clock.ts';
import type { Person, Service } from '../world/directory.ts';
import type { RingingTelephone } from './telephones.ts';

/*
 * The life of a call, as its caller hears it:
 *
 *   dial ──> ringing ──answered by the product──> answered <───────────────┐
 *              │  │                                 │  │                    │ the person leaves,
 *              │  │ redirected, and a person        │  │ a person joins     │ the product stays
 *              │  │ accepts                         │  v                    │
 *              │  └───────────────────────────────────>connected ───────────┘
 *              │                                    │  │
 *              │                voicemail <─────────┴──┤   (a person's voicemail answers instead)
 *              v                    v                  v
 *            ended <────────────────┴──────────────────┘
 *   ends by: the caller, nobody answering in 15 s, the product, the last person, no keep-alive
 */
export type Experience = 'ringing' | 'answered' | 'connected' | 'voicemail' | 'ended';

/** Graph's states of the product's side of a call, as far as they are played. */
export type GraphCallState =
  'incoming' | 'establishing' | 'established' | 'transferring' | 'terminating' | 'terminated';

/** Somebody who can speak in a call. */
export type Party =
  | { readonly kind: 'phone'; readonly number: string }
  /** A caller from outside who withholds the number. */
  | { readonly kind: 'withheld' }
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'bot' };

/** Why Graph says that something ended: its `resultInfo`. */
export interface Outcome {
  readonly code: number;
  readonly subcode: number;
  readonly message: string;
}

export interface Participant {
  readonly id: string;
  readonly party: Party;
  readonly isVoicemail: boolean;
  isMuted: boolean;
  joinedSequence: number;
  /** The ringing that brought the person in; the caller and the bot have none. */
  readonly leg: Leg | null;
}

/** Who picked up: the person, the person's voicemail, or a number that the person forwards to. */
export type AnsweredBy = 'person' | 'voicemail' | 'outside';

export type LegState = 'ringing' | 'accepted' | 'declined' | 'missed' | 'cancelled';

/** How an attempt to reach somebody ended without a conversation. */
export type LegFailure = 'declined' | 'busy' | 'noAnswer' | 'unreachable' | 'cancelled';

/** What whoever rang a person wants to hear. */
export interface LegListener {
  readonly onAccepted: (leg: Leg) => void;
  readonly onVoicemail: (leg: Leg) => void;
  readonly onFailed: (leg: Leg, failure: LegFailure) => void;
  /** The person, or the person's voicemail, hangs up after answering. */
  readonly onLeft: (leg: Leg) => void;
}

/** One ringing of one person's Teams client, and the conversation that came of it. */
export interface Leg {
  readonly id: string;
  readonly call: Call;
  readonly person: Person;
  /** Who was meant, when the person's settings forwarded the call. */
  readonly forwardedFrom: Person | null;
  readonly listener: LegListener;
  readonly startedAt: number;
  readonly timers: PlayedTimer[];
  state: LegState;
  answeredBy: AnsweredBy | null;
  endedAt: number | null;
}

/** A prompt that is or was played, an invitation: anything that Graph calls an operation. */
export interface Operation {
  readonly id: string;
  readonly kind: OperationKind;
  readonly clientContext: string | null;
  readonly invited: readonly Invited[];
  status: 'Running' | 'Completed' | 'Failed';
  outcome: Outcome | null;
}

export type OperationKind =
  | 'inviteParticipantsOperation'
  | 'playPromptOperation'
  | 'cancelMediaProcessingOperation'
  | 'muteParticipantOperation'
  | 'unmuteParticipantOperation'
  | 'subscribeToToneOperation';

export interface Invited {
  readonly participantId: string;
  readonly party: Party;
}

/** A prompt that is being played to the call. */
export interface PlayingPrompt {
  readonly operation: Operation;
  readonly heard: Heard;
  timer: PlayedTimer | null;
}

/**
 * The product's side of a call. It ends before the call does when the call was redirected or
 * transferred.
 */
export interface BotSide {
  readonly participantId: string;
  readonly participants: Map<string, Participant>;
  readonly operations: Map<string, Operation>;
  /**
   * How to stop the ringing of those whom the product invited, called or transferred to, by the
   * participant id that the platform gave them.
   */
  readonly ringing: Map<string, () => void>;
  state: GraphCallState;
  callbackUri: string;
  rosterSequence: number;
  /** An invitation escalates the call of two to a group call, for good. */
  isGroup: boolean;
  isToneSubscribed: boolean;
  toneSequence: number;
  lastTone: string | null;
  outcome: Outcome | null;
  prompt: PlayingPrompt | null;
  /** Answer within 15 s, later a sign of life within 45 min. */
  deadline: PlayedTimer | null;
}

/** Something the caller heard. */
export interface Heard {
  readonly at: number;
  readonly what: 'prompt' | 'tone' | 'voicemail';
  readonly detail: string;
  endedAt: number | null;
}

export interface Call {
  readonly id: string;
  readonly chainId: string;
  readonly direction: 'incoming' | 'outgoing';
  readonly from: string;
  readonly to: string;
  readonly service: Service | null;
  /** Who dialled; null when the product did. */
  readonly caller: Party | null;
  readonly callerParticipantId: string;
  readonly legs: Leg[];
  /** Telephones outside the tenant that ring for this call. */
  readonly telephones: RingingTelephone[];
  readonly timeline: { readonly at: number; readonly what: string }[];
  readonly heard: Heard[];
  experience: Experience;
  connectedTo: Person | null;
  endReason: string | null;
  /** Null once the product is told nothing more about the call. */
  bot: BotSide | null;
}

/** Who speaks on a leg that was answered. */
export function partyOf(leg: Leg): Party {
  const { forwardTo } = leg.person.settings;
  return leg.answeredBy === 'outside' && forwardTo !== null
    ? { kind: 'phone', number: forwardTo }
    : { kind: 'person', person: leg.person };
}

/**
 * What Graph's clients know a failure by. No public list of subcodes exists; these are the ones
 * seen in the field.
 */
export const OUTCOMES: Readonly<Record<LegFailure, Outcome>> = {
  declined: { code: 603, subcode: 0, message: 'The call was declined by the callee.' },
  busy: { code: 486, subcode: 0, message: 'The callee is busy.' },
  noAnswer: {
    code: 487,
    subcode: 10004,
    message: 'Call was canceled on timeout, no callee endpoint accepted on time.',
  },
  unreachable: { code: 404, subcode: 4505, message: 'The callee was not found.' },
  cancelled: { code: 487, subcode: 0, message: 'The call was cancelled by the caller.' },
};
