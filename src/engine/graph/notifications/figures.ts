import { Latency } from '../presence/latency.ts';
import type { LatencyHistogram } from '../presence/latency.ts';

/** Why a notification was not accepted. None of these is answered as a fault: see `door.ts`. */
export const REFUSALS = [
  'malformed',
  'unknown-subscription',
  'client-state',
  'validation-token',
  'tenant',
  'not-encrypted',
  'certificate',
  'key',
  'signature',
  'content',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What subscriptions tell of; `unknown` until it is known whose notification it is. */
export type NotificationSubject = 'presence' | 'emergency-calls' | 'unknown';

export type FiguresBySubject = Readonly<Record<NotificationSubject, NotificationFigures>>;

/** Of one subject. A post that tells of several is counted for each. */
export interface NotificationFigures {
  /** Authentic and committed. */
  readonly accepted: number;
  /** Delivered again after they were committed. */
  readonly duplicate: number;
  /** Authentic, but about somebody whom we do not know. */
  readonly strangers: number;
  /** Authentic, but of a kind that says nothing to us. */
  readonly ofNoUse: number;
  readonly refused: Readonly<Record<Refusal, number>>;
  /** Posts answered by 503, which the platform repeats. */
  readonly putOff: number;
  readonly lastAcceptedAt: number | null;
  /**
   * From the arrival of a post to its answer, which is after the commit. Graph does not tell when
   * the presence changed, so how long that took to reach us is not in it.
   */
  readonly answered: LatencyHistogram;
}

/** What notifications of one subject came to. */
export class SubjectCounts {
  readonly #refused = new Map<Refusal, number>();
  readonly #answered = new Latency();
  accepted = 0;
  duplicate = 0;
  strangers = 0;
  ofNoUse = 0;
  putOff = 0;
  lastAcceptedAt: number | null = null;

  refuse(reason: Refusal, count = 1): void {
    this.#refused.set(reason, (this.#refused.get(reason) ?? 0) + count);
  }

  answered(tookMs: number): void {
    this.#answered.add(tookMs);
  }

  figures(): NotificationFigures {
    const { accepted, duplicate, strangers, ofNoUse, putOff, lastAcceptedAt } = this;
    const refused = Object.fromEntries(
      REFUSALS.map((reason) => [reason, this.#refused.get(reason) ?? 0]),
    ) as Record<Refusal, number>;
    const answered = this.#answered.histogram();
    return { accepted, duplicate, strangers, ofNoUse, refused, putOff, lastAcceptedAt, answered };
  }
}

/** Counts what becomes of notifications, each subject by itself. */
export class NotificationCounts {
  readonly #subjects: Readonly<Record<NotificationSubject, SubjectCounts>> = {
    presence: new SubjectCounts(),
    'emergency-calls': new SubjectCounts(),
    unknown: new SubjectCounts(),
  };

  of(subject: NotificationSubject): SubjectCounts {
    return this.#subjects[subject];
  }

  figures(): FiguresBySubject {
    const { presence, unknown, 'emergency-calls': emergencyCalls } = this.#subjects;
    return {
      presence: presence.figures(),
      'emergency-calls': emergencyCalls.figures(),
      unknown: unknown.figures(),
    };
  }
}
