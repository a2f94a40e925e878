import { z } from 'zod';
import type { PersonId } from '@rufwerk/engine/core';
import { asId } from '@rufwerk/engine/core';
import type { SecretNotes } from '@rufwerk/engine/ports';
import { readJson } from '../readJson.ts';

const personId = z.string().transform((id) => asId<PersonId>(id));

const asked = z.object({ clientState: z.string(), certificateId: z.string() });

const held = asked.extend({
  id: z.string(),
  people: z.array(personId),
  notificationUrl: z.string(),
  madeAt: z.number(),
  expiresAt: z.number(),
});

const record = z.object({ held: held.nullable(), asked: asked.nullable() });

/** A subscription that was asked for: until Graph answers, only its secret is known. */
export type AskedSubscription = Readonly<z.infer<typeof asked>>;
export type HeldSubscription = Readonly<z.infer<typeof held>>;
export interface SubscriptionRecord {
  readonly held: HeldSubscription | null;
  readonly asked: AskedSubscription | null;
}

export const NO_SUBSCRIPTION: SubscriptionRecord = { held: null, asked: null };

/** What each owner has at Graph, kept so that a restart takes it over instead of losing news. */
export class SubscriptionRecords {
  readonly #secrets: SecretNotes;
  readonly #note: string;
  readonly #records: Map<string, SubscriptionRecord>;
  #lastWrite: Promise<void> = Promise.resolve();
  #isClosed = false;

  private constructor(
    secrets: SecretNotes,
    note: string,
    records: Map<string, SubscriptionRecord>,
  ) {
    this.#secrets = secrets;
    this.#note = note;
    this.#records = records;
  }

  /** `note`: under which name they are kept. */
  static async open(secrets: SecretNotes, note: string): Promise<SubscriptionRecords> {
    const text = await secrets.get(note);
    const stored = text === null ? {} : z.record(z.string(), record).parse(readJson(text));
    return new SubscriptionRecords(secrets, note, new Map(Object.entries(stored)));
  }

  of(ownerId: string): SubscriptionRecord {
    return this.#records.get(ownerId) ?? NO_SUBSCRIPTION;
  }

  /** Who has something at Graph, as far as is known. */
  owners(): string[] {
    return [...this.#records.keys()];
  }

  /** In force at once; resolves when it is durable. */
  put(ownerId: string, changed: SubscriptionRecord): Promise<void> {
    if (this.#isClosed) return Promise.resolve();
    if (changed.held === null && changed.asked === null) this.#records.delete(ownerId);
    else this.#records.set(ownerId, changed);
    const written = this.#lastWrite.then(() =>
      this.#secrets.put(this.#note, JSON.stringify(Object.fromEntries(this.#records))),
    );
    this.#lastWrite = written.catch(() => undefined);
    return written;
  }

  /** The store is about to close: a request that is answered later is recorded by nobody. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#lastWrite;
  }
}
