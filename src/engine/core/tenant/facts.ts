/**
 * What has happened: past tense and final. State is a fold over facts and nothing else. No fact
 * carries personal data: internal ids only (design.md, "The core").
 */
import type {
  AfterCallWorkEnded,
  AfterCallWorkExtended,
  AfterCallWorkStarted,
  BreakEnded,
  BreakStarted,
  CountersReset,
  DutyChanged,
  NextStateSet,
  OtherCallBegan,
  OtherCallEnded,
  OtherCallOutOfSight,
  PauseEnded,
  PresenceChanged,
  ProfilesChanged,
} from './facts/agents.ts';
import type {
  CallAnswered,
  CallCheckScheduled,
  CallConnected,
  CallEnded,
  CallHandedOver,
  CardOutdated,
  DeliveryFellBack,
  KeepAliveScheduled,
  TaskForgotten,
} from './facts/calls.ts';
import type {
  CallOffered,
  HeldOfferRang,
  NobodyEligible,
  OfferChecked,
  OfferConfirmed,
  OfferEnded,
  OfferExcused,
  OfferPlaced,
  OfferRecalled,
} from './facts/offers.ts';
import type {
  CallBackAsked,
  CallBackBegan,
  CallBackDue,
  CallBackMissed,
  CallBackTakenOver,
  CallLeftQueue,
  CallMoved,
  CallQueued,
  CallSentOn,
  CallerDialled,
  LevelReached,
  PreferenceEnded,
  QueueActionBegan,
  TargetInvited,
  WaitOver,
  WaitScheduled,
} from './facts/queue.ts';
import type {
  CallbackAnswered,
  CallbackArrived,
  CallbackEnded,
  CallbackJoined,
  CallbackNumberRefused,
  CallbackNumberTaken,
  CallbackRang,
  CallbackRead,
  CallbackWidened,
  CallbackRingEnded,
  CallbackScheduled,
  ContactOwed,
  ContactTold,
  EmergencyCallEnded,
  EmergencyCardOutdated,
  EmergencyEnded,
  EmergencyEndNoted,
  EmergencyEventJoined,
  EmergencyLeaseMoved,
  EmergencyScheduled,
  EmergencyStarted,
} from './facts/emergencies.ts';
import type {
  EchoEnded,
  LeaseReleased,
  LeaseTaken,
  PresenceConfirmed,
  SessionDue,
  ViewChanged,
  ViewsDue,
} from './facts/presence.ts';
import type {
  GroupMembersChanged,
  ServiceActivityChanged,
  ServiceEmergencyChanged,
  ServiceHoursChanged,
} from './facts/services.ts';
import type {
  BlockConfirmed,
  BlockFormed,
  ConfigurationChanged,
  EffectRequested,
  EffectSettled,
  GapRecorded,
  InputIgnored,
  InvariantBreached,
  SourceNoted,
  TenantFounded,
  UnknownPresenceValueSeen,
} from './facts/tenant.ts';

export * from './facts/agents.ts';
export * from './facts/calls.ts';
export * from './facts/emergencies.ts';
export * from './facts/offers.ts';
export * from './facts/presence.ts';
export * from './facts/queue.ts';
export * from './facts/services.ts';
export * from './facts/tenant.ts';

export type Fact =
  | TenantFounded
  | ConfigurationChanged
  | DutyChanged
  | BreakStarted
  | BreakEnded
  | NextStateSet
  | ProfilesChanged
  | ServiceActivityChanged
  | GroupMembersChanged
  | ServiceHoursChanged
  | ServiceEmergencyChanged
  | CountersReset
  | BlockFormed
  | BlockConfirmed
  | PresenceChanged
  | PresenceConfirmed
  | LeaseTaken
  | LeaseReleased
  | SessionDue
  | EchoEnded
  | ViewChanged
  | ViewsDue
  | UnknownPresenceValueSeen
  | EmergencyStarted
  | EmergencyLeaseMoved
  | EmergencyCallEnded
  | EmergencyEnded
  | EmergencyEndNoted
  | EmergencyEventJoined
  | EmergencyScheduled
  | EmergencyCardOutdated
  | ContactOwed
  | ContactTold
  | CallbackNumberRefused
  | CallbackNumberTaken
  | CallbackArrived
  | CallbackAnswered
  | CallbackRead
  | CallbackWidened
  | CallbackRang
  | CallbackRingEnded
  | CallbackJoined
  | CallbackScheduled
  | CallbackEnded
  | CallQueued
  | WaitScheduled
  | WaitOver
  | LevelReached
  | PreferenceEnded
  | CallMoved
  | CallLeftQueue
  | QueueActionBegan
  | TargetInvited
  | CallSentOn
  | CallBackAsked
  | CallBackBegan
  | CallBackDue
  | CallerDialled
  | CallBackMissed
  | CallBackTakenOver
  | CallAnswered
  | DeliveryFellBack
  | CallOffered
  | OfferConfirmed
  | HeldOfferRang
  | NobodyEligible
  | OfferPlaced
  | OfferChecked
  | OfferRecalled
  | OfferExcused
  | OfferEnded
  | CallConnected
  | CallHandedOver
  | CallEnded
  | AfterCallWorkStarted
  | AfterCallWorkExtended
  | AfterCallWorkEnded
  | PauseEnded
  | OtherCallBegan
  | OtherCallOutOfSight
  | OtherCallEnded
  | CallCheckScheduled
  | KeepAliveScheduled
  | EffectRequested
  | EffectSettled
  | CardOutdated
  | TaskForgotten
  | GapRecorded
  | SourceNoted
  | InvariantBreached
  | InputIgnored;

export type FactOf<Type extends Fact['type']> = Extract<Fact, { readonly type: Type }>;
