/** What the engine knows of an agent's emergency, and of callbacks. Only `evolve` changes it. */
import type {
  EffectId,
  EmergencyId,
  PersonId,
  PlatformCallId,
  ResourceAccountId,
  TaskId,
} from '../ids.ts';

/** What told us: the tab's button, Graph's event, or a border controller that asks for a number. */
export type EmergencySign = 'button' | 'event' | 'caller-id';

/**
 * The emergency call as far as we know: it stands and we show Do not disturb; it stands as far as
 * Teams' own presence tells; it is over.
 */
export type EmergencyCallPhase = 'shown' | 'watched' | 'over';

export type ContactChannel = 'mail' | 'activity' | 'card';

/**
 * Why there is no such way to a contact: outside the directory; without the app in Teams, or with
 * the bot blocked; without a mail address, or nobody's mailbox to send from; no feed set up.
 */
export type NoWayBecause = 'outside' | 'no-app' | 'no-mail' | 'no-feed';

/** One contact to be told in one way, and how that went. */
export interface ContactNotice {
  readonly contactId: PersonId;
  readonly channel: ContactChannel;
  readonly state: 'sending' | 'sent' | 'waiting' | 'given-up' | 'unreachable';
  readonly tries: number;
  /** While `waiting`, and for a card that is `unreachable`: when it is tried again. */
  readonly retryAt: number | null;
  /** While `unreachable`. */
  readonly because?: NoWayBecause;
  readonly effectId: EffectId | null;
}

/** About two hours of trying to send a card; then it is given up. */
export const MOST_CARD_FAILURES = 30;

/** One emergency of one agent; its life stands in `emergency/life.ts`. */
export interface EmergencyState {
  readonly id: EmergencyId;
  readonly agentId: PersonId;
  isDrill: boolean;
  /** What came first. */
  readonly sign: EmergencySign;
  /** When it was first dialled, as far as we know; nested ones do not change it. */
  startedAt: number;
  /** When it was dialled last: the callback window runs from then. */
  dialledAt: number;
  /** When the platform's event says that it was dialled; null: no event has come yet. */
  eventAt: number | null;
  call: EmergencyCallPhase;
  /** While `shown`: when Do not disturb is given up unless somebody says that the call goes on. */
  shownUntilAt: number;
  /** The end of the callback window. */
  untilAt: number;
  callEndedAt: number | null;
  /** Over, kept only until its last card has been sent. */
  endedAt: number | null;
  /** The number of the pool that the emergency service sees; null: the person's own. */
  account: ResourceAccountId | null;
  /** A number of the pool was needed, and none was free. */
  lacksNumber: boolean;
  notices: readonly ContactNotice[];
  /** When it is next looked at. */
  dueAt: number | null;
  cardEffectId: EffectId | null;
  cardOutdated: boolean;
  cardFailures: number;
}

/** Who had a number of the pool last; never two at a time. */
export interface CallbackNumberState {
  readonly agentId: PersonId;
  readonly isDrill: boolean;
  readonly untilAt: number;
}

/** One person who is rung for a callback. */
export interface CallbackRing {
  readonly personId: PersonId;
  /**
   * `answered`: by the person or by a voicemail, which a reading of the call tells. `resting`: not
   * now; rung again at `dueAt`.
   */
  readonly phase: 'reading' | 'ringing' | 'answered' | 'stopping' | 'resting';
  readonly dueAt: number;
  readonly effectId: EffectId | null;
  readonly participantId: string | null;
}

/** A call to a number of the pool; its life stands in `emergency/callback.ts`. */
export interface CallbackState {
  readonly id: TaskId;
  readonly platformCallId: PlatformCallId;
  /** Whose number it is now; null after the window, when only the contacts are rung. */
  readonly agentId: PersonId | null;
  /** Whose number it is or was last; absent where it arrived before rule flag 9. */
  readonly holderId?: PersonId | null;
  /** The contacts, and whoever stands in for them. */
  contactIds: readonly PersonId[];
  /** Who could not be rung at the last try; absent until somebody could not. */
  unreachableIds?: readonly PersonId[];
  readonly arrivedAt: number;
  answeredAt: number | null;
  /** When the contacts are rung too. */
  contactsAt: number;
  rings: readonly CallbackRing[];
  /** Who of those rung is in the call. */
  joined: readonly PersonId[];
  keepAliveAt: number | null;
  checkAt: number;
  dueAt: number | null;
  readEffectId: EffectId | null;
  /** What plays to the caller until somebody joins. */
  promptEffectId: EffectId | null;
}
