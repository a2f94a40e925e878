/** How each source of presence fares, for Prometheus: they count themselves, this only reads. */
import type { PresenceHealth, PresencePushHealth } from '@rufwerk/engine/graph';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

type LatencyHistogram = PresencePushHealth['behindPolling'];

export interface PresenceSources {
  readonly presence: () => PresenceHealth;
  readonly push: () => PresencePushHealth;
  readonly now: () => number;
}

export function registerPresenceMetrics(registry: Registry, sources: PresenceSources): void {
  const { presence, push } = sources;
  registerAges(registry, sources);
  registerNotifications(registry, push);
  new CountedHistogram(
    registry,
    'rufwerk_presence_source_seconds',
    'From a request to its answer; of push, from the arrival of a post about presence to its answer',
    () => [
      ...Object.entries(presence().sources).map(([source, { latency }]) => ({
        labels: { source },
        latency,
      })),
      { labels: { source: 'push' }, latency: push().notifications.presence.answered },
    ],
  );
  new CountedHistogram(
    registry,
    'rufwerk_presence_behind_polling_seconds',
    'How much later than polling news came that polling had learnt first',
    () => [{ labels: { source: 'push' }, latency: push().behindPolling }],
  );
}

function registerAges(registry: Registry, { presence, push, now }: PresenceSources): void {
  new Gauge({
    name: 'rufwerk_presence_source_success_age_seconds',
    help: 'Since each source of presence last worked',
    labelNames: ['source'],
    registers: [registry],
    collect() {
      const { lastAcceptedAt } = push().notifications.presence;
      const sources = { ...presence().sources, push: { lastSuccessAt: lastAcceptedAt } };
      for (const [source, { lastSuccessAt }] of Object.entries(sources)) {
        if (lastSuccessAt !== null) this.set({ source }, (now() - lastSuccessAt) / 1000);
      }
    },
  });
}

function registerNotifications(registry: Registry, push: () => PresencePushHealth): void {
  const registers = [registry];
  new CountedHistogram(
    registry,
    'rufwerk_change_notification_answer_seconds',
    'From the arrival of a post of change notifications to its answer, by what it tells of',
    () =>
      Object.entries(push().notifications).map(([subject, { answered }]) => ({
        ...{ labels: { subject }, latency: answered },
      })),
  );
  new Counter({
    name: 'rufwerk_change_notifications_total',
    help: 'What became of change notifications, by what they tell of; put off are whole posts',
    labelNames: ['subject', 'outcome'],
    registers,
    collect() {
      this.reset();
      for (const [subject, figures] of Object.entries(push().notifications)) {
        const { accepted, duplicate, strangers, ofNoUse, putOff } = figures;
        const told = { accepted, duplicate, stranger: strangers, 'of-no-use': ofNoUse };
        for (const [outcome, count] of Object.entries({ ...told, 'put-off': putOff })) {
          this.inc({ subject, outcome }, count);
        }
      }
    },
  });
  new Counter({
    name: 'rufwerk_change_notifications_refused_total',
    help: 'Change notifications that were refused for good, such as forged ones',
    labelNames: ['subject', 'reason'],
    registers,
    collect() {
      this.reset();
      for (const [subject, { refused }] of Object.entries(push().notifications)) {
        for (const [reason, count] of Object.entries(refused)) this.inc({ subject, reason }, count);
      }
    },
  });
  new Gauge({
    name: 'rufwerk_decryptions_waiting',
    help: 'Change notifications that wait for a thread to open them',
    registers,
    collect() {
      this.set(push().decryption.waiting);
    },
  });
  new Counter({
    name: 'rufwerk_decryption_crashes_total',
    help: 'Threads that ended by themselves and were replaced',
    registers,
    collect() {
      this.reset();
      this.inc(push().decryption.crashes);
    },
  });
}

interface Counted {
  readonly labels: Readonly<Record<string, string>>;
  readonly latency: LatencyHistogram;
}

type Told = Awaited<ReturnType<Histogram['get']>>;

/** A histogram of what is counted elsewhere: nothing is observed, the counts are taken over. */
class CountedHistogram extends Histogram {
  /** Says of itself what a histogram has to say; it stays empty. */
  readonly #empty: Histogram;
  readonly #name: string;
  readonly #read: () => readonly Counted[];

  constructor(registry: Registry, name: string, help: string, read: () => readonly Counted[]) {
    const described = { name, help };
    super({ ...described, registers: [registry] });
    this.#empty = new Histogram({ ...described, registers: [] });
    this.#name = name;
    this.#read = read;
  }

  override async get(): Promise<Told> {
    const told = await this.#empty.get();
    return { ...told, values: this.#read().flatMap((each) => this.#valuesOf(each)) };
  }

  /** The registry prefers it to `get`, though its types do not name it. */
  getForPromString(): Promise<Told> {
    return this.get();
  }

  #valuesOf({ labels, latency }: Counted): Told['values'] {
    const { buckets, count, sumMs } = latency;
    const edges = buckets.map((each) => ({ le: each.atMostMs / 1000, value: each.count }));
    return [
      ...[...edges, { le: '+Inf', value: count }].map(({ le, value }) => ({
        ...{ metricName: `${this.#name}_bucket`, labels: { ...labels, le }, value },
      })),
      { metricName: `${this.#name}_sum`, labels, value: sumMs / 1000 },
      { metricName: `${this.#name}_count`, labels, value: count },
    ];
  }
}
