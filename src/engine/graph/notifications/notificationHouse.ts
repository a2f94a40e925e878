/**
 * All that change notifications share, whatever they are about: the door, the threads that open
 * them, and the keys.
 */
import type { Clock, InputSink, Log, SecretNotes } from '@rufwerk/engine/ports';
import { KeyRing } from '../subscriptions/keyRing.ts';
import { DecryptionPool } from './decryption/pool.ts';
import { NotificationDoor } from './door.ts';
import { Bookshelf } from './subscriptionBook.ts';

export interface NotificationHouseOptions {
  readonly sink: InputSink;
  readonly secrets: SecretNotes;
  readonly appId: string;
  readonly loginUrl: string;
  readonly clock: Clock;
  readonly log: Log;
}

export interface NotificationHouse {
  readonly door: NotificationDoor;
  readonly keys: KeyRing;
  readonly pool: DecryptionPool;
  /** Whoever keeps subscriptions adds the book of them. */
  readonly books: Bookshelf;
}

export async function openNotificationHouse(
  options: NotificationHouseOptions,
): Promise<NotificationHouse> {
  const { secrets, clock, log } = options;
  const pool = new DecryptionPool({ log });
  const keys = await KeyRing.open({ secrets, clock, onKeys: (all) => pool.useKeys(all) });
  const books = new Bookshelf();
  return { door: new NotificationDoor({ ...options, pool, book: books }), keys, pool, books };
}
