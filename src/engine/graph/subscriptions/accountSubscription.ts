/**
 * The subscription of one presence account.
 *
 *   resting --people to cover--> making --201--> live --half of its hour is over--> renewed: live
 *      ^                          ^  ^            |
 *      |                          |  |            +--gone, silent, other people, other key, or
 *      +-- deleted -- nobody to   |  |            |  Graph does not renew--> making (a new one
 *                     cover       |  |            |  first; where Graph says 409, the old one is
 *                                 |  |            |  deleted before)
 *            after a pause        |  |            | trouble
 *                                 |  +--waiting <-+
 *                                 |               | second factor, consent, revoked, no permission
 *                                 +-----barred <--+
 *            signed in again, or after minutes
 *
 * One step is taken at a time. Every pause is bounded, doubles, and obeys Retry-After.
 */
import type { PersonId } from '@rufwerk/engine/core';
import type { AccountProblem } from '../accounts/accountProblem.ts';
import { blamedOfAccount, wordsOfAccountTrouble } from './accountTrouble.ts';
import { Misfortune } from './misfortune.ts';
import { newsState } from './newsState.ts';
import { OwnSubscription } from './ownSubscription.ts';
import type { OwnSubscriptionParts } from './ownSubscription.ts';
import { Silence } from './silence.ts';
import { StepByStep } from './stepByStep.ts';
import type { Step } from './stepByStep.ts';
import type {
  AccountSubscriptionHealth,
  ReplacementReason,
  SubscriptionState,
} from './subscriptionHealth.ts';
import type { HeldSubscription } from './subscriptionRecords.ts';
import type { Trouble } from './subscriptionRequests.ts';

const RENEWED_BEFORE_END_MS = 30 * 60_000;
const LOOKED_AT_EVERY_MS = 60_000;
/** One that stands by is known to be good before it is needed. */
const STAND_BY_TRIED_EVERY_MS = 15 * 60_000;
/** Presence subscriptions live an hour at most, by Graph's clock: ours may be minutes ahead. */
const LIFETIME_MS = 54 * 60_000;

export interface AccountSubscriptionParts extends Omit<
  OwnSubscriptionParts,
  'ownerId' | 'lifetimeMs'
> {
  readonly accountId: string;
  /** What is wrong with the account's sign-in. */
  readonly problem: () => AccountProblem | null;
  /** Told when it began or ceased to be of use. */
  readonly onTurn: () => void;
}

export class AccountSubscription {
  readonly own: OwnSubscription;
  readonly #parts: AccountSubscriptionParts;
  readonly #silence: Silence;
  readonly #misfortune: Misfortune;
  readonly #replaced = { gone: 0, silent: 0, people: 0, key: 0, address: 0, 'not-renewable': 0 };
  /** Null before it was first told whom to cover. */
  #wanted: readonly PersonId[] | null = null;
  #isAdopted = false;
  #isMaking = false;
  #isRenewalAsked = false;
  /** Why the next one is made, where nothing in the present one shows it. */
  #lost: ReplacementReason | null = null;
  #lookedAt = 0;
  #lastNotificationAt: number | null = null;
  readonly #watchedSinceAt: number;
  readonly #steps: StepByStep;
  #wasOfUse = true;

  constructor(parts: AccountSubscriptionParts) {
    const { accountId, clock, log } = parts;
    this.#parts = parts;
    this.#watchedSinceAt = clock.now();
    this.own = new OwnSubscription({ ...parts, ownerId: accountId, lifetimeMs: LIFETIME_MS });
    this.#silence = new Silence(clock);
    const misfortune = new Misfortune({
      ...{ about: { accountId }, without: 'no presence by push', clock, log },
      blamed: (trouble) => blamedOfAccount(parts.problem(), trouble),
      wordsOf: wordsOfAccountTrouble,
    });
    this.#misfortune = misfortune;
    this.#steps = new StepByStep({
      ...{ clock, misfortune },
      nextStep: () => this.#nextStep(),
      nextAt: () => this.#nextAt(),
      afterStep: () => this.#tellTurn(),
    });
  }

  /** Whether people given to it are going to be covered. */
  get isOfUse(): boolean {
    return !this.#misfortune.isBarred;
  }

  /** Whom it covers now; nobody while another one has its work. */
  get people(): readonly PersonId[] {
    const isReleased = !this.isOfUse || this.#wanted?.length === 0;
    return isReleased ? [] : (this.own.held?.people ?? []);
  }

  /** Whom it has to cover from now on; the order means nothing. */
  cover(people: readonly PersonId[]): void {
    this.#wanted = people;
    this.wake();
  }

  /** News came by it. */
  notified(): void {
    this.#lastNotificationAt = this.#parts.clock.now();
    this.#silence.broken();
  }

  /** Graph asks for the account's authorisation again: renewing gives it. */
  renewNow(): void {
    this.#isRenewalAsked = true;
    this.wake();
  }

  /** Graph says that it is gone: a look will tell. */
  lookNow(): void {
    this.#lookedAt = 0;
    this.wake();
  }

  /** It told nothing where it should have. */
  suspect(): void {
    this.#silence.suspected();
    this.wake();
  }

  /** Graph seals for a key that we do not hold. */
  unreadable(): void {
    this.#lost ??= 'key';
    this.wake();
  }

  /** The account was signed in again: what kept it out may be over. */
  signedInAgain(): void {
    this.#misfortune.forget();
    this.#wasOfUse = true;
    this.#parts.onTurn();
    this.wake();
  }

  health(): AccountSubscriptionHealth {
    const nowAt = this.#parts.clock.now();
    // Whatever Graph may still have of one that is kept out or released is not relied on.
    const inForce = this.people.length > 0 && this.#isInForce(nowAt) ? this.own.held : null;
    return {
      accountId: this.#parts.accountId,
      state: this.#state(nowAt),
      newsState: newsState(inForce !== null, this.#lastNotificationAt, nowAt),
      people: inForce?.people.length ?? 0,
      madeAt: inForce?.madeAt ?? null,
      expiresAt: inForce?.expiresAt ?? null,
      lastNotificationAt: this.#lastNotificationAt,
      watchedSinceAt: this.#watchedSinceAt,
      silentSinceAt: this.#silence.sinceAt,
      lastSilence: this.#silence.last,
      replaced: { ...this.#replaced },
      lastError: this.#misfortune.presentError,
    };
  }

  /** Stops stepping and leaves the subscription at Graph, for the next start to take over. */
  stop(): Promise<void> {
    return this.#steps.stop();
  }

  /** Stops, and deletes the subscription at Graph as far as that can be done. */
  async end(): Promise<void> {
    await this.stop();
    const { held } = this.own;
    if (held !== null) await this.own.remove(held);
    await this.own.forget();
  }

  /** Looks what there is to do. */
  wake(): void {
    this.#steps.wake();
  }

  #isInForce(nowAt: number): boolean {
    return this.own.held !== null && this.own.held.expiresAt > nowAt;
  }

  #state(nowAt: number): SubscriptionState {
    if (this.#misfortune.isBarred) return 'barred';
    if (this.#isMaking) return 'making';
    if (this.#isInForce(nowAt)) return 'live';
    return this.#misfortune.untilAt === null ? 'resting' : 'waiting';
  }

  #nextAt(): number {
    const { held } = this.own;
    if (held === null) return this.#lookedAt + STAND_BY_TRIED_EVERY_MS;
    const silentAt = this.#silence.replaceAt(held.madeAt) ?? Number.POSITIVE_INFINITY;
    const lookAt = this.#lookedAt + LOOKED_AT_EVERY_MS;
    return Math.min(held.expiresAt - RENEWED_BEFORE_END_MS, lookAt, silentAt);
  }

  #tellTurn(): void {
    if (this.#wasOfUse === this.isOfUse) return;
    this.#wasOfUse = this.isOfUse;
    this.#parts.onTurn();
  }

  #nextStep(): Step | null {
    // An account that was kept out, or stands by, shows by the same request whether it is let in.
    if (!this.#isAdopted || this.#misfortune.isBarred) return () => this.#adopt();
    const { held } = this.own;
    const nowAt = this.#parts.clock.now();
    const wanted = this.#wanted;
    if (wanted === null) return null;
    if (wanted.length === 0) {
      if (held !== null) return () => this.own.remove(held);
      return nowAt - this.#lookedAt >= STAND_BY_TRIED_EVERY_MS ? () => this.#adopt() : null;
    }
    if (held === null) return () => this.#make(wanted, this.#lost);
    const reason = held.expiresAt <= nowAt ? 'gone' : this.#reasonToReplace(held, wanted, nowAt);
    if (reason !== null) return () => this.#make(wanted, reason);
    const isDue = this.#isRenewalAsked || held.expiresAt - nowAt <= RENEWED_BEFORE_END_MS;
    if (isDue) return () => this.#renew(held);
    return nowAt - this.#lookedAt >= LOOKED_AT_EVERY_MS ? () => this.#look(held) : null;
  }

  #reasonToReplace(
    held: HeldSubscription,
    wanted: readonly PersonId[],
    nowAt: number,
  ): ReplacementReason | null {
    if (this.#lost !== null) return this.#lost;
    if (held.notificationUrl !== this.#parts.notificationUrl) return 'address';
    if (this.#parts.keys.isOutdated(held.certificateId)) return 'key';
    const silentAt = this.#silence.replaceAt(held.madeAt);
    if (silentAt !== null && silentAt <= nowAt) return 'silent';
    const covered = new Set(held.people);
    const isSame = covered.size === wanted.length && wanted.every((each) => covered.has(each));
    return isSame ? null : 'people';
  }

  async #adopt(): Promise<Trouble | null> {
    const wasHeld = this.own.held !== null;
    const trouble = await this.own.adopt();
    if (trouble !== null) return trouble;
    this.#isAdopted = true;
    this.#lookedAt = this.#parts.clock.now();
    if (wasHeld && this.own.held === null) this.#lost = 'gone';
    return null;
  }

  async #make(
    people: readonly PersonId[],
    reason: ReplacementReason | null,
  ): Promise<Trouble | null> {
    const { accountId, clock, log } = this.#parts;
    this.#isMaking = true;
    const trouble = await this.own.make(people).finally(() => {
      this.#isMaking = false;
    });
    if (trouble !== null) {
      // Where room was made for it, nothing else remembers why.
      if (this.own.held === null) this.#lost ??= reason;
      return trouble;
    }
    if (reason !== null) this.#replaced[reason] += 1;
    if (reason === 'silent') this.#silence.replaced();
    this.#lost = null;
    this.#isRenewalAsked = false;
    this.#lookedAt = clock.now();
    log.info({ accountId, people: people.length, reason }, 'presence is subscribed to');
    return null;
  }

  async #renew(held: HeldSubscription): Promise<Trouble | null> {
    const renewed = await this.own.renew(held);
    if (typeof renewed !== 'string') return renewed;
    this.#isRenewalAsked = false;
    if (renewed === 'renewed') this.#lookedAt = this.#parts.clock.now();
    else this.#lost = renewed;
    return null;
  }

  async #look(held: HeldSubscription): Promise<Trouble | null> {
    const looked = await this.own.look(held);
    if (typeof looked !== 'string') return looked;
    this.#lookedAt = this.#parts.clock.now();
    if (looked === 'gone') this.#lost = 'gone';
    return null;
  }
}
