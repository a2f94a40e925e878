/** What notifications are about: the door opens them, a topic knows what they mean. */
import type { PersonId, PresenceReading } from '@rufwerk/engine/core';
import type { NotificationSubject } from './figures.ts';

export type News =
  /** Committed together with those of other posts, in the order in which they arrived. */
  | { readonly kind: 'reading'; readonly reading: PresenceReading }
  /** Committed by itself, and at once; rejects with `NotAccepted` when it was not taken. */
  | { readonly kind: 'event'; readonly commit: () => Promise<void> }
  /** About nobody whom we know. */
  | { readonly kind: 'stranger' }
  /** Authentic, and of a kind that says nothing to us. */
  | { readonly kind: 'of-no-use' }
  /** It opens, and is not what it should be. */
  | { readonly kind: 'other-content' };

export interface NotificationTopic {
  /** What it is counted as. */
  readonly subject: Exclude<NotificationSubject, 'unknown'>;
  /** Opened before everything else that waits. */
  readonly isUrgent: boolean;
  /** `toldId` is the id beside the encrypted content, for editions that leave it out inside. */
  read(text: string, toldId: string | null): News;
  /** Told after the commit of a reading. */
  readingAccepted(agentId: PersonId): void;
  /** Told when Graph seals for a certificate whose key we do not hold. */
  unreadable(): void;
  /** Told of a lifecycle event. */
  lifecycle(event: string): void;
}
