import type { DegradedCost, Seen } from '@rufwerk/engine/core';
import type { EmergencyWords } from './emergency/words.ts';

/** What a person can write, and what that does. */
export interface HelpLine {
  readonly command: string;
  readonly does: string;
}

/** What is wrong, what it means, and what to do. */
export interface AlertWords {
  readonly title: string;
  readonly text: string;
  readonly mend: string;
}

/** A service of whose people too little is seen. */
export interface DegradedWords {
  readonly name: string;
  readonly onDuty: number;
  readonly asStranger: number;
  readonly cost: DegradedCost;
}

/** What the bot says beyond the sentences of the core, in one language. */
export interface Words {
  readonly welcome: string;
  readonly hello: string;
  readonly notUnderstood: (said: string) => string;
  readonly personalOnly: string;
  readonly notResponsible: string;
  readonly noServices: string;
  readonly noDecisionYet: string;
  readonly noSuchDecision: string;
  readonly oldButton: string;
  readonly trouble: string;

  readonly helpIntro: string;
  readonly helpLines: readonly HelpLine[];

  readonly buttonStatus: string;
  readonly buttonWhy: string;
  readonly buttonLastDecision: string;
  readonly buttonLess: string;
  readonly buttonRefresh: string;
  readonly buttonOpen: string;

  readonly callFrom: (caller: string) => string;
  readonly numberWithheld: string;
  readonly somebody: string;

  readonly waiting: string;
  /** True of every open offer: who is held for a call-back does not ring yet. */
  readonly offeredTo: (agent: string) => string;
  readonly talksWith: (agent: string) => string;
  readonly handedOverTo: (agent: string) => string;
  readonly ended: string;
  readonly abandoned: string;
  readonly since: (when: string) => string;
  readonly handedOverDetail: string;
  readonly endedBy: (how: string, when: string) => string;
  readonly endedAfterTalking: (agent: string) => string;
  /** How the end is known. */
  readonly endSeen: Readonly<Record<Seen, string>>;

  readonly chosen: (agent: string) => string;
  readonly onlyOne: (when: string) => string;
  readonly firstOf: (when: string, candidates: number) => string;
  readonly longestIdle: (when: string, candidates: number) => string;
  readonly fewestOffers: (when: string, candidates: number) => string;
  readonly newerPresence: (when: string, candidates: number) => string;
  readonly tieByIdle: (when: string, candidates: number) => string;
  readonly byLot: (when: string, candidates: number) => string;
  readonly byOrder: (candidates: number) => string;
  readonly ringsSeveral: (count: number) => string;
  readonly alertMisses: (agent: string, service: string, misses: number) => AlertWords;
  readonly alertClosed: (service: string, by: string) => AlertWords;
  readonly alertDegraded: (services: readonly DegradedWords[]) => AlertWords;
  readonly alertRestored: (services: readonly string[]) => AlertWords;
  /** It was degraded and is restored, and neither could be told. */
  readonly alertOvertaken: (services: readonly string[], from: string, until: string) => AlertWords;
  readonly alertLate: (when: string) => string;
  /** `needing`: the agent who needed a number and got none. */
  readonly alertCallbackNumbers: (left: number, needing: string | null) => AlertWords;
  readonly alertInvariant: (invariant: string, detail: string) => AlertWords;
  readonly nobody: string;
  readonly confirmedIn: (tookMs: number) => string;
  readonly others: (counts: string) => string;
  readonly earlier: (offers: string) => string;
  readonly cameIn: (when: string) => string;
  readonly decidedAt: (when: string) => string;

  readonly whyTitle: string;
  readonly candidateFirst: (when: string) => string;
  /** Why a decision cannot be explained in full. */
  readonly notExplained: string;
  readonly candidateNext: (position: number, when: string) => string;
  readonly hadOffers: (count: number) => string;
  readonly oldPresence: string;
  readonly presence: (shown: string, age: string) => string;
  readonly andMore: (count: number) => string;

  readonly emergency: EmergencyWords;

  readonly statusTitle: string;
  readonly waitingCalls: (count: number, longest: string | null) => string;
  readonly ableOf: (able: number, agents: number) => string;
  readonly ableNames: (names: string) => string;
  readonly nobodyAble: (agents: number) => string;
  readonly noAgents: string;
  readonly notNow: (counts: string) => string;
  /** For a call-back. */
  readonly held: (count: number) => string;
}
