/**
 * The door for Graph's change notifications, of whatever topic.
 *
 *   post -> shape -> subscription, clientState -> validation tokens -> opened on threads
 *        -> readings, in order of arrival -> commit --> 202
 *        \\-> events, at once -------------> commit -/
 *
 * Statuses: 202 committed, or not authentic (whoever tries learns nothing, and Graph would repeat
 * anything else for hours); 503 asks to be told again. Nothing is answered by 202 that is not
 * either in the journal or refused for good.
 */
import { NotAccepted } from '@rufwerk/engine/ports';
import type { Clock, InputSink, Log } from '@rufwerk/engine/ports';
import { OnceLog } from '../webhook/onceLog.ts';
import { authenticItems, recognisedItems } from './authentic.ts';
import type { AuthenticItem, AuthenticityParts } from './authentic.ts';
import { readNotifications } from './body.ts';
import { CommitInOrder } from './commitInOrder.ts';
import type { Place } from './commitInOrder.ts';
import type { SealedItem } from './decryption/open.mjs';
import type { DecryptionPool, PoolAnswer } from './decryption/pool.ts';
import { NotificationCounts } from './figures.ts';
import type { FiguresBySubject, NotificationSubject, SubjectCounts } from './figures.ts';
import { RecentItems } from './recentItems.ts';
import type { KnownSubscription, SubscriptionBook } from './subscriptionBook.ts';
import type { News } from './topic.ts';
import { createValidationTokenCheck } from './validationTokens.ts';

/** Graph repeats what is not answered within 3 s, and slows down whoever does that often. */
const ANSWER_WITHIN_MS = 2_500;

export interface NotificationDoorOptions {
  readonly sink: InputSink;
  readonly book: SubscriptionBook;
  readonly pool: Pick<DecryptionPool, 'open'>;
  readonly appId: string;
  readonly loginUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly answerWithinMs?: number;
}

interface Told {
  readonly item: Item;
  readonly news: News;
}

export type DoorStatus = 202 | 503;

/** What is known of a post while it is taken. */
interface Post {
  readonly place: Place;
  readonly untilMs: number;
  readonly subjects: Set<NotificationSubject>;
}

interface Item {
  readonly subscription: KnownSubscription;
  readonly sealed: SealedItem;
  readonly hash: string;
  readonly toldId: string | null;
}

export class NotificationDoor {
  readonly #options: NotificationDoorOptions;
  readonly #order: CommitInOrder;
  readonly #counts: NotificationCounts;
  readonly #recent = new RecentItems();
  readonly #authenticity: AuthenticityParts;

  constructor(options: NotificationDoorOptions) {
    const once = new OnceLog(options.log);
    this.#options = options;
    this.#counts = new NotificationCounts(options.clock);
    this.#order = new CommitInOrder(options.sink);
    this.#authenticity = {
      book: options.book,
      checkTokens: createValidationTokenCheck(options),
      counts: this.#counts,
      warn: (problem, message) => once.warn({ problem }, message),
    };
  }

  figures(): FiguresBySubject {
    return this.#counts.figures();
  }

  /**
   * A post to the notification address. `receivedMs` is when it began to arrive, by
   * `performance.now()`. Rejects only for what is broken in ourselves.
   */
  async take(body: Buffer, receivedMs: number): Promise<DoorStatus> {
    const untilMs = receivedMs + (this.#options.answerWithinMs ?? ANSWER_WITHIN_MS);
    const place = this.#order.reserve();
    const post: Post = { place, untilMs, subjects: new Set() };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), Math.max(0, untilMs - performance.now()));
    });
    try {
      const isDone = await Promise.race([this.#settle(body, post), late]);
      if (!isDone) for (const counts of this.#countsOf(post)) counts.putOff();
      return isDone ? 202 : 503;
    } finally {
      clearTimeout(timer);
      place.release();
      const tookMs = performance.now() - receivedMs;
      for (const counts of this.#countsOf(post)) counts.answered(tookMs);
    }
  }

  /** A post to the lifecycle address: what the keeper then finds out by asking Graph is true. */
  async takeLifecycle(body: Buffer): Promise<DoorStatus> {
    const read = readNotifications(body);
    if (read === null) return this.#malformed();
    const recognised = recognisedItems(this.#authenticity, read.items);
    const { validationTokens } = read;
    const items = await authenticItems(
      this.#authenticity,
      recognised,
      validationTokens,
      'checked-if-given',
    );
    if (items === null) return 503;
    for (const { item, subscription } of items) {
      subscription.topic.lifecycle(item.lifecycleEvent ?? '');
    }
    return 202;
  }

  /** True when everything in the body is committed or refused for good. */
  async #settle(body: Buffer, { place, untilMs, subjects }: Post): Promise<boolean> {
    const read = readNotifications(body);
    if (read === null) return this.#malformed() === 202;
    if (read.malformed > 0) this.#counts.of('unknown').refuse('malformed', read.malformed);
    const { validationTokens } = read;
    const recognised = recognisedItems(this.#authenticity, read.items);
    for (const { subscription } of recognised) subjects.add(subscription.topic.subject);
    const authentic = await authenticItems(
      this.#authenticity,
      recognised,
      validationTokens,
      'needed',
    );
    if (authentic === null) return false;
    const items = this.#notYetCommitted(authentic);
    const opened = await Promise.all(
      items.map(({ sealed, subscription: { topic } }) =>
        this.#options.pool.open(sealed, untilMs, topic.isUrgent ? 'urgent' : 'in-turn'),
      ),
    );
    if (opened.some(({ kind }) => kind === 'not-done')) return false;
    return this.#tell(items, opened, place);
  }

  #malformed(): DoorStatus {
    this.#counts.of('unknown').refuse('malformed');
    return 202;
  }

  /** Those of each subject that the post tells of. */
  #countsOf({ subjects }: Post): SubjectCounts[] {
    const known: NotificationSubject[] = subjects.size > 0 ? [...subjects] : ['unknown'];
    return known.map((subject) => this.#counts.of(subject));
  }

  #notYetCommitted(authentic: readonly AuthenticItem[]): Item[] {
    const items = new Map<string, Item>();
    for (const { item, subscription } of authentic) {
      const content = item.encryptedContent;
      const counts = this.#counts.of(subscription.topic.subject);
      if (content == null) {
        counts.refuse('not-encrypted');
        continue;
      }
      const sealed = { ...content, certificateId: content.encryptionCertificateId };
      const hash = RecentItems.hashOf(sealed);
      const toldId = item.resourceData?.id ?? null;
      if (this.#recent.has(hash) || items.has(hash)) counts.took('duplicate');
      else items.set(hash, { subscription, sealed, hash, toldId });
    }
    return [...items.values()];
  }

  /** True when all that they tell is committed. */
  async #tell(
    items: readonly Item[],
    opened: readonly PoolAnswer[],
    place: Place,
  ): Promise<boolean> {
    const told = items.flatMap((item, index) => {
      const news = this.#newsOf(item, opened[index]);
      return news === null ? [] : [{ item, news }];
    });
    const isTold = await Promise.all([this.#tellReadings(told, place), this.#tellEvents(told)]);
    return isTold.every(Boolean);
  }

  async #tellReadings(told: readonly Told[], place: Place): Promise<boolean> {
    const readings = told.flatMap(({ item, news }) =>
      news.kind === 'reading' ? [{ item, reading: news.reading }] : [],
    );
    if (readings.length === 0) return true;
    if (!(await place.tell(readings.map(({ reading }) => reading)))) return false;
    for (const { item, reading } of readings) {
      this.#accepted(item);
      item.subscription.topic.readingAccepted(reading.agentId);
    }
    return true;
  }

  /** One after the other: the end of something comes after its beginning. */
  async #tellEvents(told: readonly Told[]): Promise<boolean> {
    for (const { item, news } of told) {
      if (news.kind !== 'event') continue;
      try {
        await news.commit();
      } catch (error) {
        if (error instanceof NotAccepted) return false;
        throw error;
      }
      this.#accepted(item);
    }
    return true;
  }

  #accepted({ hash, subscription }: Item): void {
    this.#recent.add(hash);
    this.#counts.of(subscription.topic.subject).took('accepted');
  }

  /** Null for what is refused for good. */
  #newsOf({ subscription, toldId }: Item, opened: PoolAnswer | undefined): News | null {
    const { topic } = subscription;
    const counts = this.#counts.of(topic.subject);
    if (opened?.kind === 'refused') {
      counts.refuse(opened.step);
      if (opened.step === 'certificate') topic.unreadable();
    }
    if (opened?.kind !== 'opened') return null;
    const news = topic.read(opened.text, toldId);
    if (news.kind === 'stranger') counts.took('strangers');
    if (news.kind === 'of-no-use') counts.took('ofNoUse');
    if (news.kind === 'other-content') counts.refuse('content');
    return news;
  }
}
