import type { Clock } from '@rufwerk/engine/ports';
import { Latency } from '../presence/latency.ts';
import type { LatencyHistogram } from '../presence/latency.ts';
import { RecentMinutes } from './recentMinutes.ts';
import type { RecentMinute } from './recentMinutes.ts';
import { REFUSALS } from './refusal.ts';
import type { Refusal } from './refusal.ts';

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
  readonly recent: readonly RecentMinute[];
  /**
   * From the arrival of a post to its answer, which is after the commit. Graph does not tell when
   * the presence changed, so how long that took to reach us is not in it.
   */
  readonly answered: LatencyHistogram;
}

/** What became of an authentic one. */
type Taking = 'accepted' | 'duplicate' | 'strangers' | 'ofNoUse';

/** What notifications of one subject came to. */
export class SubjectCounts {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #taken: Record<Taking, number> = { accepted: 0, duplicate: 0, strangers: 0, ofNoUse: 0 };
  readonly #refused = new Map<Refusal, number>();
  readonly #recent: RecentMinutes;
  readonly #answered = new Latency();
  #lastAcceptedAt: number | null = null;
  #putOff = 0;

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
    this.#recent = new RecentMinutes(clock);
  }

  took(what: Taking): void {
    this.#taken[what] += 1;
    this.#recent.took();
    if (what === 'accepted') this.#lastAcceptedAt = this.#clock.now();
  }

  refuse(reason: Refusal, count = 1): void {
    this.#refused.set(reason, (this.#refused.get(reason) ?? 0) + count);
    this.#recent.refused(reason, count);
  }

  putOff(): void {
    this.#putOff += 1;
  }

  answered(tookMs: number): void {
    this.#answered.add(tookMs);
  }

  figures(): NotificationFigures {
    const refused = Object.fromEntries(
      REFUSALS.map((reason) => [reason, this.#refused.get(reason) ?? 0]),
    ) as Record<Refusal, number>;
    return {
      ...{ ...this.#taken, refused, putOff: this.#putOff },
      lastAcceptedAt: this.#lastAcceptedAt,
      recent: this.#recent.told(),
      answered: this.#answered.histogram(),
    };
  }
}

/** Counts what becomes of notifications, each subject by itself. */
export class NotificationCounts {
  readonly #subjects: Readonly<Record<NotificationSubject, SubjectCounts>>;

  constructor(clock: Pick<Clock, 'now'>) {
    this.#subjects = {
      presence: new SubjectCounts(clock),
      'emergency-calls': new SubjectCounts(clock),
      unknown: new SubjectCounts(clock),
    };
  }

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
