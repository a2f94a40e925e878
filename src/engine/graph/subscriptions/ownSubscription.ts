/**
 * What one owner, a presence account or an emergency calling policy, has at Graph, and the record
 * of it. The record of what is asked for is durable before Graph is asked, so that the first news
 * is known to be ours even after a crash.
 */
import { randomBytes } from 'node:crypto';
import type { PersonId } from '@rufwerk/engine/core';
import type { Clock, Log } from '@rufwerk/engine/ports';
import type { KeyRing } from './keyRing.ts';
import type {
  HeldSubscription,
  SubscriptionRecord,
  SubscriptionRecords,
} from './subscriptionRecords.ts';
import type { Made, SubscriptionRequests, Trouble } from './subscriptionRequests.ts';

/** Graph repeats news of a subscription that has ended for up to four hours. */
const RETIRED_KEPT_MS = 4.5 * 3_600_000;
const RETIRED_MAX = 20;

export interface OwnSubscriptionParts {
  /** Names it in the records. */
  readonly ownerId: string;
  /** Asked for each time; Graph may give less. */
  readonly lifetimeMs: number;
  readonly requests: SubscriptionRequests;
  readonly records: SubscriptionRecords;
  readonly keys: KeyRing;
  readonly notificationUrl: string;
  readonly lifecycleUrl: string;
  /** What is subscribed to for these people; for an owner who covers nobody by name: [] */
  readonly resourceOf: (people: readonly PersonId[]) => string;
  readonly clock: Clock;
  readonly log: Log;
}

interface Retired {
  readonly id: string;
  readonly clientState: string;
  readonly untilAt: number;
}

export class OwnSubscription {
  readonly #parts: OwnSubscriptionParts;
  readonly #retired: Retired[] = [];

  constructor(parts: OwnSubscriptionParts) {
    this.#parts = parts;
  }

  get ownerId(): string {
    return this.#parts.ownerId;
  }

  get held(): HeldSubscription | null {
    return this.#record.held;
  }

  get #record(): SubscriptionRecord {
    return this.#parts.records.of(this.#parts.ownerId);
  }

  /** The secrets that Graph may tell with this id. */
  clientStatesOf(subscriptionId: string): string[] {
    const { held, asked } = this.#record;
    const nowAt = this.#parts.clock.now();
    const known = [held, ...this.#retired.filter(({ untilAt }) => nowAt < untilAt)];
    const found = known.find((each) => each?.id === subscriptionId);
    if (found != null) return [found.clientState];
    return asked === null ? [] : [asked.clientState];
  }

  /** The certificates that what comes may be sealed for. */
  certificateIds(): string[] {
    const { held, asked } = this.#record;
    return [held, asked].flatMap((each) => (each === null ? [] : [each.certificateId]));
  }

  /** After a start: what Graph still has of ours is taken over when it is known, else deleted. */
  async adopt(): Promise<Trouble | null> {
    const listed = await this.#parts.requests.list();
    if ('kind' in listed) return listed;
    const { held } = this;
    for (const { id, notificationUrl } of listed) {
      const isStray = notificationUrl === this.#parts.notificationUrl && id !== held?.id;
      if (isStray) await this.#parts.requests.remove(id);
    }
    if (held !== null && !listed.some(({ id }) => id === held.id)) await this.forget();
    return null;
  }

  /** Makes one for these people in place of what there is: a new one first, where Graph lets us. */
  async make(people: readonly PersonId[]): Promise<Trouble | null> {
    const { keys, clock, notificationUrl } = this.#parts;
    const certificate = await keys.certificate();
    const clientState = randomBytes(32).toString('base64url');
    const asked = { clientState, certificateId: certificate.id };
    await this.#keep({ held: this.held, asked });
    const wanted = { certificate, clientState, people };
    let made = await this.#ask(wanted);
    if (made.kind === 'exists') {
      const trouble = await this.#makeRoom();
      if (trouble !== null) return trouble;
      made = await this.#ask(wanted);
    }
    if (made.kind === 'exists') return takenByOthers;
    if (made.kind === 'trouble') return made;
    const { id, expiresAt } = made;
    const before = this.held;
    await this.#keep({
      held: { ...asked, id, people: [...people], notificationUrl, madeAt: clock.now(), expiresAt },
      asked: null,
    });
    if (before !== null) {
      this.#retire(before);
      // When this fails it ends by itself in time, and its news are welcome until then.
      await this.#parts.requests.remove(before.id);
    }
    return null;
  }

  async renew(held: HeldSubscription): Promise<'renewed' | 'gone' | 'not-renewable' | Trouble> {
    const renewed = await this.#parts.requests.renew(held.id, this.#newEnd());
    switch (renewed.kind) {
      case 'alive':
        await this.#keep({ held: { ...held, expiresAt: renewed.expiresAt }, asked: null });
        return 'renewed';
      case 'gone':
        await this.forget();
        return 'gone';
      case 'not-renewable': {
        const { ownerId, log } = this.#parts;
        log.info({ ownerId, cause: renewed.cause }, 'a subscription is not renewed but replaced');
        return 'not-renewable';
      }
      case 'trouble':
        return renewed;
    }
  }

  async look(held: HeldSubscription): Promise<'alive' | 'gone' | Trouble> {
    const looked = await this.#parts.requests.look(held.id);
    if (looked.kind === 'trouble') return looked;
    if (looked.kind === 'gone') await this.forget();
    return looked.kind;
  }

  /** Deletes it at Graph. */
  async remove(held: HeldSubscription): Promise<Trouble | null> {
    const removed = await this.#parts.requests.remove(held.id);
    if (removed.kind === 'trouble') return removed;
    await this.forget();
    return null;
  }

  /** It is no more; what it told last may still be on its way. */
  async forget(): Promise<void> {
    const { held } = this;
    if (held !== null) this.#retire(held);
    await this.#keep({ held: null, asked: null });
  }

  #ask(wanted: {
    readonly certificate: { readonly id: string; readonly certificate: string };
    readonly clientState: string;
    readonly people: readonly PersonId[];
  }): Promise<Made | { readonly kind: 'exists' } | Trouble> {
    const { requests, notificationUrl, lifecycleUrl, resourceOf } = this.#parts;
    const resource = resourceOf(wanted.people);
    const expiresAt = this.#newEnd();
    return requests.make({ ...wanted, resource, notificationUrl, lifecycleUrl, expiresAt });
  }

  /** Graph says that there is one already: ours is deleted, nobody else's is. */
  async #makeRoom(): Promise<Trouble | null> {
    const { requests, notificationUrl } = this.#parts;
    const listed = await requests.list();
    if ('kind' in listed) return listed;
    const { held, asked } = this.#record;
    const ours = listed.filter(
      (each) => each.id === held?.id || each.notificationUrl === notificationUrl,
    );
    for (const { id } of ours) {
      const removed = await requests.remove(id);
      if (removed.kind === 'trouble') return removed;
    }
    if (held !== null) this.#retire(held);
    await this.#keep({ held: null, asked });
    return null;
  }

  #newEnd(): number {
    return this.#parts.clock.now() + this.#parts.lifetimeMs;
  }

  #retire({ id, clientState }: HeldSubscription): void {
    const untilAt = this.#parts.clock.now() + RETIRED_KEPT_MS;
    this.#retired.push({ id, clientState, untilAt });
    if (this.#retired.length > RETIRED_MAX) this.#retired.shift();
  }

  #keep(record: SubscriptionRecord): Promise<void> {
    return this.#parts.records.put(this.#parts.ownerId, record);
  }
}

const takenByOthers: Trouble = {
  kind: 'trouble',
  status: 409,
  cause: 'Another installation holds the one subscription that Graph allows',
  retryAfterMs: null,
};
