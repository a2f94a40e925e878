import type { NewsState } from './newsState.ts';
import type { PastSilence } from './silence.ts';
import type { SubscriptionError } from './misfortune.ts';

export type SubscriptionState = 'resting' | 'making' | 'live' | 'waiting' | 'barred';

export type ReplacementReason = 'gone' | 'silent' | 'people' | 'key' | 'address' | 'not-renewable';

export interface AccountSubscriptionHealth {
  readonly accountId: string;
  readonly state: SubscriptionState;
  /** Whether it also tells something. */
  readonly newsState: NewsState;
  /** How many people it covers now. */
  readonly people: number;
  /** Null while nothing is in force. */
  readonly madeAt: number | null;
  readonly expiresAt: number | null;
  /** Since the start; null before the first. */
  readonly lastNotificationAt: number | null;
  /** What was before, such as news and silences, is not known. */
  readonly watchedSinceAt: number;
  /** Since when it seems to tell nothing; null while nothing speaks for that. */
  readonly silentSinceAt: number | null;
  /** The newest silence, also after another one was made and has told something. */
  readonly lastSilence: PastSilence | null;
  /** How many were made in place of another, and why. */
  readonly replaced: Readonly<Record<ReplacementReason, number>>;
  /** What stands in its way; null once it is mended. */
  readonly lastError: SubscriptionError | null;
}
