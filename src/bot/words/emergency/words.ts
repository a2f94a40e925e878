import type { EmergencyCallPhase, NoticeView } from '@rufwerk/engine/core';
import type { EmergencyAct } from '../../emergencies/acts.ts';

/** By whom an act was: a person, or what we saw. */
type ActCause = Extract<EmergencyAct, { readonly cause: unknown }>['cause'];

/** What the bot says about emergency calls of agents, in one language. */
export interface EmergencyWords {
  readonly title: (agent: string) => string;
  readonly protectedTitle: string;
  readonly drill: (title: string) => string;
  readonly drillNote: string;
  readonly protectedNote: string;
  readonly sayOver: string;

  readonly states: Readonly<Record<EmergencyCallPhase | 'ended', string>>;
  readonly shownDetail: (since: string, until: string) => string;
  readonly watchedDetail: (since: string) => string;
  readonly overDetail: (until: string) => string;
  readonly endedDetail: (from: string, to: string) => string;
  readonly dialled: (when: string) => string;
  readonly dialledAgain: (first: string, last: string) => string;

  readonly shownInstead: (status: string) => string;
  readonly where: (place: string) => string;
  readonly whereUnknown: string;
  readonly callbackOwnNumber: (agent: string) => string;
  readonly callbackNone: (agent: string) => string;
  readonly callbackPool: (agent: string) => string;
  readonly callbackPoolThen: (agent: string, others: string) => string;
  readonly ownDoNotDisturb: (agent: string) => string;
  readonly you: string;

  readonly told: string;
  readonly neverTold: string;
  readonly nobodyToTell: string;
  readonly channels: Readonly<Record<NoticeView['channel'], string>>;
  readonly notices: Readonly<Record<Exclude<NoticeView['state'], 'unreachable'>, string>>;
  readonly triedAgain: (when: string) => string;
  /** Why a contact cannot be told in this way. */
  readonly noWay: Readonly<Record<NonNullable<NoticeView['because']>, string>>;
  readonly moreContacts: (count: number) => string;
  readonly moreEmergencies: (count: number) => string;

  readonly saidOver: (who: string, when: string) => string;
  readonly saidGoesOn: (who: string, when: string) => string;
  readonly saidReady: (who: string, when: string) => string;
  readonly causes: Readonly<Record<ActCause, string>>;

  readonly buttonOver: string;
  readonly buttonGoesOn: string;
  readonly buttonReady: string;

  readonly youSaidOver: string;
  readonly youSaidGoesOn: string;
  readonly youSaidReady: string;
  readonly overAlready: string;
  readonly tooLateToGoOn: string;
  readonly tooEarlyForReady: string;
  readonly endedAlready: string;
  readonly readyIsTheirs: string;
  readonly overOrNotYours: string;
  readonly noneOfYours: string;
  readonly none: string;
  readonly severalTitle: string;
  readonly whichOne: string;
}
