/**
 * Why an agent cannot be offered a call: one reason, the first that holds, in the order in which
 * the engine asks (NIM-01, DEC-1..4). Each carries the values that were compared.
 */
import type { Category } from '../presence/values.ts';

export type Reason =
  | {
      readonly code: 'off-duty';
      readonly sinceAt: number;
      /** One of `DUTY_REASONS`; null for who has not been on duty yet. */
      readonly reasonCode: number | null;
      /** Offers in a row that were missed before it. */
      readonly misses: number;
    }
  | { readonly code: 'on-break'; readonly reasonCode: number; readonly sinceAt: number }
  | { readonly code: 'ringing'; readonly sinceAt: number }
  | { readonly code: 'in-our-call'; readonly sinceAt: number }
  | { readonly code: 'after-call-work'; readonly untilAt: number }
  | {
      readonly code: 'paused';
      readonly cause: PauseCause;
      readonly sinceAt: number;
      readonly untilAt: number;
    }
  | { readonly code: 'service-switched-off' }
  | { readonly code: 'profile-without-skill' }
  | { readonly code: 'level-not-reached'; readonly level: number; readonly fromAt: number | null }
  | {
      readonly code: 'others-first';
      readonly cause: 'preferred' | 'last-agent';
      readonly untilAt: number;
    }
  | { readonly code: 'is-the-caller' }
  | { readonly code: 'presence-not-known' }
  | { readonly code: 'presence-too-old'; readonly ageMs: number; readonly limitMs: number }
  | { readonly code: 'presence-value-unknown'; readonly value: string }
  | { readonly code: 'in-a-call'; readonly activity: string; readonly ageMs: number }
  | { readonly code: 'in-a-meeting'; readonly activity: string; readonly ageMs: number }
  | {
      readonly code: 'not-distributed';
      readonly category: Category;
      readonly activity: string;
      readonly ageMs: number;
    }
  | {
      readonly code: 'busy-while-degraded';
      readonly ageMs: number;
      /** How long the service trusts an activity; null where the source shows none at all. */
      readonly limitMs: number | null;
    }
  | { readonly code: 'not-yet-switched-on' }
  | { readonly code: 'in-an-emergency'; readonly sinceAt: number; readonly untilAt: number };

export type ReasonCode = Reason['code'];

/** What a pause follows (requirement NIMx-02); `not-confirmed`: Teams could not be asked. */
export type PauseCause = 'missed' | 'declined' | 'unreachable' | 'not-confirmed';

/**
 * Every code; its place is its number in digests and so never changes: a new one comes last. The
 * order in which the engine asks is that of `reasonsAgainst`.
 */
export const REASON_CODES: readonly ReasonCode[] = [
  'off-duty',
  'on-break',
  'ringing',
  'in-our-call',
  'after-call-work',
  'paused',
  'service-switched-off',
  'profile-without-skill',
  'level-not-reached',
  'others-first',
  'is-the-caller',
  'presence-not-known',
  'presence-too-old',
  'presence-value-unknown',
  'in-a-call',
  'in-a-meeting',
  'not-distributed',
  'busy-while-degraded',
  'not-yet-switched-on',
  'in-an-emergency',
];

/** 1 for the first code; 0 is left for "no reason". */
export const ORDINAL_OF_REASON: Readonly<Record<ReasonCode, number>> = Object.fromEntries(
  REASON_CODES.map((code, index) => [code, index + 1]),
) as Record<ReasonCode, number>;
