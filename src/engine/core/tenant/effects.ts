/**
 * What the world is asked to do, as data. `decide` requests an effect, the runtime drives it after
 * the commit, and its outcome comes back as an input; so a restart knows exactly what is still
 * open.
 */
import type { PresenceReading } from '../presence/reading.ts';
import type { NoWayBecause } from './emergencyState.ts';
import type { PreferredPresence, SessionPresence } from '../presence/written.ts';
import type {
  EmergencyId,
  OfferId,
  PersonId,
  PlatformCallId,
  ResourceAccountId,
  ServiceId,
  TaskId,
} from '../ids.ts';

/**
 * Who is in a call. `personId` is null for participants we do not know, such as an outside caller.
 */
export interface RosterEntry {
  readonly participantId: string;
  readonly personId: PersonId | null;
  /** True for bots, our own included. */
  readonly isApplication: boolean;
}

/**
 * The name of an announcement: a built-in one (`greeting`, `waiting-music`, `all-busy`, `closed`,
 * `call-back-confirmed`) or an uploaded one.
 */
export type AnnouncementName = string;

/** Where a call that leaves us is sent. */
export type TransferTarget =
  | { readonly kind: 'person'; readonly personId: PersonId }
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'voicemail'; readonly personId: PersonId }
  | { readonly kind: 'group-voicemail'; readonly groupId: string };

interface OnCall {
  readonly taskId: TaskId;
  readonly platformCallId: PlatformCallId;
}

export interface AnswerCall extends OnCall {
  readonly kind: 'answer-call';
}
/**
 * Sends an unanswered call straight to agents; nothing more is heard of it (platform.md section 8).
 */
export interface RedirectCall extends OnCall {
  readonly kind: 'redirect-call';
  readonly offerId: OfferId;
  readonly agentIds: readonly PersonId[];
  /** 15 to 90, the platform's bounds. */
  readonly timeoutSeconds: number;
}
/** Refuses a call that belongs to no service of ours, so that its caller is not left ringing. */
export interface RejectCall {
  readonly kind: 'reject-call';
  readonly platformCallId: PlatformCallId;
  readonly reason: 'busy' | 'forbidden' | 'none';
}
export interface PlayPrompt extends OnCall {
  readonly kind: 'play-prompt';
  readonly prompt: AnnouncementName;
}
/** Asks to be told which keys the caller presses (`Calls.AccessMedia.All`). */
export interface ListenForTones extends OnCall {
  readonly kind: 'listen-for-tones';
}
/** Blind transfer; on failure the call is established again and stays ours (platform.md 4). */
export interface TransferCall extends OnCall {
  readonly kind: 'transfer-call';
  readonly target: TransferTarget;
}
/**
 * Brings somebody into a call that has become a conference and so cannot be transferred any more
 * (platform.md section 8): once an agent was invited, or a person or number has to be added.
 */
export interface InviteTarget extends OnCall {
  readonly kind: 'invite-target';
  readonly target: Extract<TransferTarget, { kind: 'person' | 'number' }>;
}
/**
 * Calls somebody back in the name of the service. The outcome `dialled` names the new call, whose
 * news then come like those of any call.
 */
export interface DialCaller {
  readonly kind: 'dial-caller';
  readonly taskId: TaskId;
  readonly callerId: PersonId;
  readonly resourceAccountId: ResourceAccountId;
  readonly timeoutSeconds: number;
}
export interface StopPrompts extends OnCall {
  readonly kind: 'stop-prompts';
}
export interface InviteAgent extends OnCall {
  readonly kind: 'invite-agent';
  readonly offerId: OfferId;
  readonly agentId: PersonId;
}
/** Takes a participant out of the call; for one who still rings this ends the ringing. */
export interface RemoveParticipant extends OnCall {
  readonly kind: 'remove-participant';
  readonly participantId: string;
}
export interface KeepCallAlive extends OnCall {
  readonly kind: 'keep-call-alive';
}
export interface HangUpCall extends OnCall {
  readonly kind: 'hang-up-call';
}
/** Reads state and roster: the way out of every doubt. */
export interface ReadCall extends OnCall {
  readonly kind: 'read-call';
}
/** Tells the supervisors that something is wrong which they should act on. */
export interface RaiseAlert {
  readonly kind: 'raise-alert';
  readonly alert: Alert;
  readonly recipientIds: readonly PersonId[];
}
export type Alert =
  | { readonly kind: 'invariant-breached'; readonly invariant: string; readonly detail: string }
  | {
      readonly kind: 'off-duty-after-misses';
      readonly agentId: PersonId;
      readonly serviceId: ServiceId;
      readonly misses: number;
    }
  | {
      readonly kind: 'service-closed';
      readonly serviceId: ServiceId;
      readonly by: PersonId;
    }
  | { readonly kind: 'view-degraded'; readonly services: readonly DegradedService[] }
  | { readonly kind: 'view-restored'; readonly serviceIds: readonly ServiceId[] }
  /** The pool of callback numbers: how many are left; `agentId` needed one and got none. */
  | {
      readonly kind: 'callback-numbers-short';
      readonly left: number;
      readonly agentId: PersonId | null;
    };

/** A service most of whose people are seen as a stranger sees them (DEC-3). */
export interface DegradedService {
  readonly serviceId: ServiceId;
  readonly onDuty: number;
  readonly asStranger: number;
  readonly cost: DegradedCost;
}

/** What a degraded view costs: nobody busy is rung, busy people are rung blindly, or only time. */
export type DegradedCost = 'busy-not-rung' | 'busy-rung-blindly' | 'only-fresh-available-rung';
/** Posts or updates the one card of a task in each recipient's bot chat. */
export interface ShowDecisionCard {
  readonly kind: 'show-decision-card';
  readonly taskId: TaskId;
  readonly recipientIds: readonly PersonId[];
}

/** Asks Graph for a few people now: at most one request of at most 650 ids. */
export interface ReadPresence {
  readonly kind: 'read-presence';
  readonly agentIds: readonly PersonId[];
  readonly because: 'offer' | 'push' | 'lease-ended' | 'on-duty' | 'emergency' | 'callback';
}
/** Opens or renews our one session for the person (setPresence); it ends by itself. */
export interface WritePresence {
  readonly kind: 'write-presence';
  readonly agentId: PersonId;
  readonly presence: SessionPresence;
  /** 300 to 14,400, the platform's bounds. */
  readonly forSeconds: number;
}
/** Ends our session for the person (clearPresence), never anybody else's. */
export interface ClearPresence {
  readonly kind: 'clear-presence';
  readonly agentId: PersonId;
}
/** The person's own act: preferred presence set, or (null) taken back. */
export interface PreferPresence {
  readonly kind: 'prefer-presence';
  readonly agentId: PersonId;
  readonly presence: PreferredPresence | null;
  readonly forMinutes: number | null;
}

/**
 * Posts or updates the one card of an emergency in each recipient's bot chat; the performer reads
 * what it shows now. Recipients without a Teams account are passed over.
 */
export interface ShowEmergencyCard {
  readonly kind: 'show-emergency-card';
  readonly emergencyId: EmergencyId;
  readonly agentId: PersonId;
  readonly recipientIds: readonly PersonId[];
}
/** Tells one contact of an emergency by mail, or in Teams' activity feed. */
export interface TellContact {
  readonly kind: 'send-emergency-mail' | 'send-emergency-activity';
  readonly emergencyId: EmergencyId;
  readonly agentId: PersonId;
  readonly contactId: PersonId;
  readonly isDrill: boolean;
  /** When the emergency number was dialled. */
  readonly startedAt: number;
}

export type EmergencyEffect = ShowEmergencyCard | TellContact;

export type PresenceEffect = ReadPresence | WritePresence | ClearPresence | PreferPresence;

export type CallEffect =
  | AnswerCall
  | RedirectCall
  | RejectCall
  | PlayPrompt
  | ListenForTones
  | TransferCall
  | InviteTarget
  | DialCaller
  | StopPrompts
  | InviteAgent
  | RemoveParticipant
  | KeepCallAlive
  | HangUpCall
  | ReadCall;

export type Effect = CallEffect | PresenceEffect | EmergencyEffect | ShowDecisionCard | RaiseAlert;

export type EffectOf<Kind extends Effect['kind']> = Extract<Effect, { readonly kind: Kind }>;

/** How the card of an emergency came to one of those who are told, the agent too. */
export interface CardOutcome {
  readonly personId: PersonId;
  readonly result: 'sent' | 'failed' | NoWayBecause;
}

/**
 * How an effect ended.
 * - `done`: it happened. With `cards`, who of a card's readers has it, whatever the outcome.
 * - `invited`: the invitation went out; `participantId` is what a recall must name.
 * - `dialled`: the caller is being called under this call id.
 * - `call-read`: what the platform says of the call now.
 * - `presence-read`: what Graph showed of the people at some moment after `askedAt`.
 * - `call-gone`: the platform no longer knows the call (404, code 8522).
 * - `does-not-apply`: there is no such way to the person, as Teams to somebody outside.
 * - `failed`: it did not happen, and trying the same again is pointless.
 * - `unknown`: it may have happened (a time-out, a lost answer, a restart): read before acting on
 *   it.
 */
export type EffectOutcome =
  | { readonly kind: 'done'; readonly cards?: readonly CardOutcome[] }
  | { readonly kind: 'invited'; readonly participantId: string | null }
  | { readonly kind: 'dialled'; readonly platformCallId: PlatformCallId }
  | {
      readonly kind: 'call-read';
      readonly state: 'incoming' | 'establishing' | 'established' | 'terminated';
      readonly roster: readonly RosterEntry[];
    }
  | {
      readonly kind: 'presence-read';
      readonly askedAt: number;
      readonly readings: readonly PresenceReading[];
    }
  | { readonly kind: 'call-gone' }
  | { readonly kind: 'does-not-apply'; readonly because?: NoWayBecause }
  | {
      readonly kind: 'failed' | 'unknown';
      readonly cause: string;
      readonly cards?: readonly CardOutcome[];
    };
