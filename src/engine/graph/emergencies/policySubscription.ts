/**
 * The subscription to the emergency calls under one policy, in the name of the application.
 *
 *   resting --in the configuration--> making --201--> live --half of its day is over--> renewed:
 *      ^                              ^   ^            |                                live
 *      |                              |   |            +--gone, other address, other key, or Graph
 *      +---- deleted -- not any more  |   |            |  does not renew --> making (Graph allows
 *                                     |   |            |  one only: the old one is deleted when it
 *            after a pause            |   |            |  says 409)
 *                                     |   +--waiting <-+ trouble
 *                                     +------barred <--+ no permission
 */
import type { Clock, Log } from '@rufwerk/engine/ports';
import { Misfortune } from '../subscriptions/misfortune.ts';
import type { SubscriptionError } from '../subscriptions/misfortune.ts';
import { OwnSubscription } from '../subscriptions/ownSubscription.ts';
import type { OwnSubscriptionParts } from '../subscriptions/ownSubscription.ts';
import { StepByStep } from '../subscriptions/stepByStep.ts';
import type { Step } from '../subscriptions/stepByStep.ts';
import type { SubscriptionState } from '../subscriptions/subscriptionHealth.ts';
import type { HeldSubscription } from '../subscriptions/subscriptionRecords.ts';
import type { Trouble } from '../subscriptions/subscriptionRequests.ts';
import { emergencyResourceOf } from './policyResource.ts';
import { blamedOfApplication, wordsOfPolicyTrouble } from './policyTrouble.ts';

/** A day at most (platform.md, section 3), by Graph's clock: ours may be minutes ahead. */
const LIFETIME_MS = 24 * 3_600_000 - 10 * 60_000;
/** One that Graph has lost without a word is missed no longer than this. */
const LOOKED_AT_EVERY_MS = 60_000;

export interface PolicySubscriptionParts extends Omit<
  OwnSubscriptionParts,
  'ownerId' | 'lifetimeMs' | 'resourceOf'
> {
  readonly policyName: string;
  readonly clock: Clock;
  readonly log: Log;
}

export interface EmergencyPolicyHealth {
  readonly policyName: string;
  readonly state: SubscriptionState;
  readonly madeAt: number | null;
  readonly expiresAt: number | null;
  readonly lastEventAt: number | null;
  /** When Graph said that it could not deliver some of them; nobody can read them afterwards. */
  readonly missedAt: number | null;
  /** Kept after it is over; it is in force while the state is `waiting` or `barred`. */
  readonly lastError: SubscriptionError | null;
}

export class PolicySubscription {
  readonly own: OwnSubscription;
  readonly #parts: PolicySubscriptionParts;
  readonly #misfortune: Misfortune;
  readonly #steps: StepByStep;
  /** Null before the configuration was first asked. */
  #isWanted: boolean | null = null;
  #isAdopted = false;
  #isMaking = false;
  #isRenewalAsked = false;
  /** Another one has to be made, whatever the present one looks like. */
  #isLost = false;
  #lookedAt = 0;
  /** When Graph last said until when it lives. */
  #grantedAt = 0;
  #lastEventAt: number | null = null;
  #missedAt: number | null = null;

  constructor(parts: PolicySubscriptionParts) {
    const { policyName, clock, log } = parts;
    this.#parts = parts;
    this.own = new OwnSubscription({
      ...parts,
      ...{ ownerId: policyName, lifetimeMs: LIFETIME_MS },
      resourceOf: () => emergencyResourceOf(policyName),
    });
    const misfortune = new Misfortune({
      ...{ about: { policyName }, clock, log },
      without: 'Microsoft Graph does not tell emergency calls',
      blamed: blamedOfApplication,
      wordsOf: (trouble) => wordsOfPolicyTrouble(policyName, trouble),
    });
    this.#misfortune = misfortune;
    this.#steps = new StepByStep({
      ...{ clock, misfortune },
      nextStep: () => this.#nextStep(),
      nextAt: () => this.#nextAt(),
    });
  }

  /** False once the policy has left the configuration. */
  get isWanted(): boolean {
    return this.#isWanted !== false;
  }

  /** Nothing is left to do for it, at Graph or here. */
  get isOver(): boolean {
    return !this.isWanted && this.own.held === null && this.#isAdopted;
  }

  want(isWanted: boolean): void {
    if (this.#isWanted === isWanted) return;
    this.#isWanted = isWanted;
    this.#steps.wake();
  }

  /** An authentic event came by it. */
  told(): void {
    this.#lastEventAt = this.#parts.clock.now();
  }

  /** Graph seals for a key that we do not hold. */
  unreadable(): void {
    this.#isLost = true;
    this.#steps.wake();
  }

  /** A lifecycle event: what Graph says is looked after before it is believed. */
  lifecycle(event: string): void {
    const { policyName, log, clock } = this.#parts;
    log.info({ policyName, event }, 'a lifecycle event of an emergency subscription');
    if (event === 'reauthorizationRequired') this.#isRenewalAsked = true;
    if (event === 'subscriptionRemoved') this.#lookedAt = 0;
    if (event === 'missed') this.#missedAt = clock.now();
    this.#steps.wake();
  }

  health(): EmergencyPolicyHealth {
    const { held } = this.own;
    return {
      policyName: this.#parts.policyName,
      state: this.#state(),
      madeAt: held?.madeAt ?? null,
      expiresAt: held?.expiresAt ?? null,
      lastEventAt: this.#lastEventAt,
      missedAt: this.#missedAt,
      lastError: this.#misfortune.lastError,
    };
  }

  /** Leaves the subscription at Graph, for the next start to take over. */
  stop(): Promise<void> {
    return this.#steps.stop();
  }

  #state(): SubscriptionState {
    if (this.#misfortune.isBarred) return 'barred';
    if (this.#isMaking) return 'making';
    const { held } = this.own;
    if (held !== null && held.expiresAt > this.#parts.clock.now()) return 'live';
    return this.#misfortune.untilAt === null ? 'resting' : 'waiting';
  }

  #nextAt(): number {
    const { held } = this.own;
    const lookAt = this.#parts.clock.now() + LOOKED_AT_EVERY_MS;
    if (held === null) return lookAt;
    return Math.min(this.#renewAt(held), this.#lookedAt + LOOKED_AT_EVERY_MS);
  }

  #nextStep(): Step | null {
    const { held } = this.own;
    if (this.#isWanted === null) return null;
    if (!this.#isAdopted) return () => this.#adopt();
    if (!this.#isWanted) return held === null ? null : () => this.own.remove(held);
    const nowAt = this.#parts.clock.now();
    if (held === null || this.#isToReplace(held, nowAt)) return () => this.#make();
    if (this.#isRenewalAsked || this.#renewAt(held) <= nowAt) return () => this.#renew(held);
    return nowAt - this.#lookedAt >= LOOKED_AT_EVERY_MS ? () => this.#look(held) : null;
  }

  /** After half of what Graph gave, so that it may be down for as long again. */
  #renewAt({ madeAt, expiresAt }: HeldSubscription): number {
    const sinceAt = Math.max(madeAt, this.#grantedAt);
    return sinceAt + Math.max(LOOKED_AT_EVERY_MS, (expiresAt - sinceAt) / 2);
  }

  #isToReplace(held: HeldSubscription, nowAt: number): boolean {
    const { notificationUrl, keys } = this.#parts;
    const isElsewhere = held.notificationUrl !== notificationUrl;
    return (
      this.#isLost || isElsewhere || held.expiresAt <= nowAt || keys.isOutdated(held.certificateId)
    );
  }

  async #adopt(): Promise<Trouble | null> {
    const trouble = await this.own.adopt();
    if (trouble !== null) return trouble;
    this.#isAdopted = true;
    this.#lookedAt = this.#parts.clock.now();
    return null;
  }

  async #make(): Promise<Trouble | null> {
    const { policyName, clock, log } = this.#parts;
    this.#isMaking = true;
    const trouble = await this.own.make([]).finally(() => {
      this.#isMaking = false;
    });
    if (trouble !== null) return trouble;
    this.#isLost = false;
    this.#isRenewalAsked = false;
    this.#lookedAt = clock.now();
    this.#grantedAt = clock.now();
    log.info({ policyName }, 'emergency calls are subscribed to');
    return null;
  }

  async #renew(held: HeldSubscription): Promise<Trouble | null> {
    const renewed = await this.own.renew(held);
    if (typeof renewed !== 'string') return renewed;
    this.#isRenewalAsked = false;
    this.#isLost = renewed !== 'renewed';
    this.#lookedAt = this.#parts.clock.now();
    this.#grantedAt = this.#parts.clock.now();
    return null;
  }

  async #look(held: HeldSubscription): Promise<Trouble | null> {
    const looked = await this.own.look(held);
    if (typeof looked !== 'string') return looked;
    this.#lookedAt = this.#parts.clock.now();
    return null;
  }
}
