/**
 * What the control interface sends, as far as the page shows it. Optional members are additions of
 * this simulator; the rest is the published contract of the simulated tenant.
 */

export type Presence = { readonly availability: string; readonly activity: string };

export type Behaviour = {
  readonly answers: 'auto' | 'never' | 'manual';
  readonly afterSeconds: number;
  readonly talksForSeconds: number | null;
};

export type Person = {
  readonly upn: string;
  readonly id: string;
  readonly displayName: string;
  readonly roles: readonly string[];
  readonly presence: Presence;
  readonly phone: string | null;
  readonly behaviour?: Behaviour;
};

export type Service = {
  readonly name: string;
  readonly phone: string;
  readonly applicationInstanceId: string;
};

export type LegState = 'ringing' | 'accepted' | 'declined' | 'missed' | 'cancelled';

export type Leg = {
  readonly id: string;
  readonly upn: string;
  readonly state: LegState;
  readonly startedAt: string;
  readonly endedAt: string | null;
};

export type CallState = 'ringing' | 'answered' | 'connected' | 'voicemail' | 'ended';

export type TimelineEntry = { readonly at: string; readonly what: string };

export type Call = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly state: CallState;
  readonly connectedTo: string | null;
  readonly endReason: string | null;
  readonly legs: readonly Leg[];
  readonly timeline: readonly TimelineEntry[];
  /** `outgoing` for a call that the product placed. */
  readonly direction?: 'incoming' | 'outgoing';
  readonly hears?: Hears;
  /** Telephones outside that ring for this call. */
  readonly ringsAt?: readonly string[];
};

/** What the caller hears now: `names` are announcements, `from` who speaks. */
export type Hears = {
  readonly what: 'ringing' | 'announcement' | 'silence' | 'person' | 'voicemail' | 'nothing';
  readonly names: readonly string[];
  readonly from: string | null;
};

export type PlayedClock = { readonly now: string; readonly rate: number };

/** An emergency call, as the emergency service has it. */
export type Emergency = {
  readonly id: string;
  readonly upn: string;
  readonly dialled: string;
  readonly dialledAt: string;
  readonly callerIdSeen: string | null;
  readonly state: 'dialling' | 'connected' | 'ended';
  readonly callId: string;
  readonly endedAt: string | null;
};

export type World = {
  readonly people: readonly Person[];
  readonly services: readonly Service[];
  readonly calls: readonly Call[];
  /** Oldest first. */
  readonly emergencies?: readonly Emergency[];
};

/** An entry of a person's activity feed; `webUrl` is where a click on it leads. */
export type ActivityNotification = {
  readonly id: string;
  readonly at: string;
  readonly activityType: string;
  readonly previewText: string | null;
  readonly topic: string;
  readonly webUrl: string | null;
};

/** Something the caller heard: a prompt (`detail` is its address), a key's tone, a voicemail. */
export type Heard = {
  readonly at: string;
  readonly what: string;
  readonly detail: string;
  /** The announcements of a prompt. */
  readonly names?: readonly string[];
  readonly endedAt: string | null;
};

/** An Adaptive Card as JSON; the page only hands it to the renderer. */
export type CardJson = { readonly [member: string]: unknown };

export type MessageContent = {
  readonly at: string;
  readonly text: string;
  readonly cards: readonly CardJson[];
};

export type ChatMessage = MessageContent & {
  readonly id: string;
  /** The sender's user principal name, or `bot`. */
  readonly from: string;
  readonly deleted: boolean;
  /** Every content the message ever had, oldest first. */
  readonly updates: readonly MessageContent[];
};

export type Chat = {
  readonly id: string;
  readonly upn: string;
  readonly opened: boolean;
  readonly messages: readonly ChatMessage[];
};

/** Where the product is, and which tenant is played. */
export type PageSettings = {
  readonly productUrl: string;
  readonly tenantId: string;
};

/** What of the played world has changed, as the stream of changes names it. */
export type Topic =
  | 'activity'
  | 'people'
  | 'presence'
  | 'calls'
  | 'chats'
  | 'clock'
  | 'emergencies'
  | 'faults'
  | 'world';
