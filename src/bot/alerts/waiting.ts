/**
 * Alerts that not everybody has been told of yet, in the order in which they were raised: kept in
 * the notes, so that they survive a restart, and bounded in number and age.
 */
import type { Alert, EffectId, PersonId } from '@rufwerk/engine/core';
import type { Notes } from '@rufwerk/engine/ports';
import { z } from 'zod';

/** Whoever reads of two hundred troubles at once reads none of them. */
export const WAITING_MAX = 200;
/** Later than that the supervisors have seen for themselves. */
export const WAITING_MAX_MS = 24 * 60 * 60_000;

const KEY = 'bot/alerts-waiting';

export interface WaitingAlert {
  readonly effectId: EffectId;
  readonly raisedAt: number;
  readonly alert: Alert;
  /** Those who have not been told yet. */
  readonly recipientIds: readonly PersonId[];
}

const KINDS: Readonly<Record<Alert['kind'], true>> = {
  'invariant-breached': true,
  'off-duty-after-misses': true,
  'service-closed': true,
  'view-degraded': true,
  'view-restored': true,
  'callback-numbers-short': true,
};

const noteSchema = z.array(
  z.object({
    effectId: z.string().transform((text) => text as EffectId),
    raisedAt: z.number(),
    // Written by us; another version of us may know other kinds.
    alert: z.custom<Alert>((value) => isOfKnownKind(value)),
    recipientIds: z.array(z.string().transform((text) => text as PersonId)),
  }),
);

function isOfKnownKind(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  return typeof value.kind === 'string' && Object.hasOwn(KINDS, value.kind);
}

export class WaitingAlerts {
  readonly #notes: Notes;
  #read: Promise<void> | null = null;
  #alerts: readonly WaitingAlert[] = [];
  #writing: Promise<void> = Promise.resolve();

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  /** All of them; what the notes held at the start is among them. */
  async all(): Promise<readonly WaitingAlert[]> {
    this.#read ??= this.#readNote().catch((error: unknown) => {
      this.#read = null;
      throw error;
    });
    await this.#read;
    return this.#alerts;
  }

  /** Added last; one that waits already waits once. Resolves when it is durable. */
  async add(alert: WaitingAlert): Promise<void> {
    const others = (await this.all()).filter(({ effectId }) => effectId !== alert.effectId);
    await this.#write([...others, alert]);
  }

  /** The person has been told of these, or cannot be told of them. */
  async settle(personId: PersonId, effectIds: readonly EffectId[]): Promise<void> {
    const alerts = (await this.all()).map((alert) => {
      if (!effectIds.includes(alert.effectId)) return alert;
      const recipientIds = alert.recipientIds.filter((id) => id !== personId);
      return { ...alert, recipientIds };
    });
    await this.#write(alerts.filter(({ recipientIds }) => recipientIds.length > 0));
  }

  /** Lets go what is too old, and the oldest of what is too much; resolves with how many. */
  async prune(now: number): Promise<number> {
    const all = await this.all();
    const kept = all.filter(({ raisedAt }) => now - raisedAt < WAITING_MAX_MS).slice(-WAITING_MAX);
    if (kept.length < all.length) await this.#write(kept);
    return all.length - kept.length;
  }

  async #readNote(): Promise<void> {
    const note = await this.#notes.get(KEY);
    this.#alerts = note === null ? [] : noteSchema.parse(JSON.parse(note));
  }

  /** One after the other: the note is always the newest list. */
  #write(alerts: readonly WaitingAlert[]): Promise<void> {
    this.#alerts = alerts;
    const written = this.#writing.then(() => this.#notes.put(KEY, JSON.stringify(this.#alerts)));
    this.#writing = written.catch(() => undefined);
    return written;
  }
}
