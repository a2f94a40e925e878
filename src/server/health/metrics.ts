/** `/metrics` for Prometheus: what is worth a graph or an alarm. No label names a person. */
import type { MeasuredExchange } from '@rufwerk/engine/graph';
import type { Commit, EffectTiming, FlushTiming } from '@rufwerk/engine/runtime';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Server } from 'restify';
import type { RuntimeHealth } from '@rufwerk/engine/runtime';
import { registerPresenceMetrics, type PresenceSources } from './presenceMetrics.ts';

const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export class Metrics {
  readonly #registry = new Registry();
  readonly #inputs = this.#counter('rufwerk_inputs_total', 'Inputs committed', ['type']);
  readonly #facts = this.#counter('rufwerk_facts_total', 'Facts committed', ['type']);
  readonly #commits = this.#counter('rufwerk_commits_total', 'Journal rows written', []);
  readonly #outcomes = this.#counter('rufwerk_effects_total', 'Effects that ended', [
    'kind',
    'outcome',
  ]);
  readonly #notification = this.#histogram(
    'rufwerk_notification_to_commit_seconds',
    'From the arrival of a call notification to its answer, which is after the commit',
    [],
  );
  readonly #flush = this.#histogram(
    'rufwerk_flush_seconds',
    'A flush: waiting of its first input, deciding, committing',
    ['step'],
  );
  readonly #effects = this.#histogram(
    'rufwerk_effect_seconds',
    'Effects: waiting for their turn, and being performed',
    ['kind', 'step'],
  );
  readonly #graph = this.#histogram(
    'rufwerk_graph_seconds',
    'Requests to Microsoft Graph by operation',
    ['operation', 'status'],
  );

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
  }

  observeFlush = ({ waitedMs, decidedMs, committedMs }: FlushTiming): void => {
    this.#flush.observe({ step: 'wait' }, waitedMs / 1000);
    this.#flush.observe({ step: 'decide' }, decidedMs / 1000);
    this.#flush.observe({ step: 'commit' }, committedMs / 1000);
  };

  observeEffect = ({ kind, outcome, waitedMs, tookMs }: EffectTiming): void => {
    this.#outcomes.inc({ kind, outcome });
    this.#effects.observe({ kind, step: 'wait' }, waitedMs / 1000);
    this.#effects.observe({ kind, step: 'perform' }, tookMs / 1000);
  };

  observeGraph = ({ operation, status, durationMs }: MeasuredExchange): void => {
    this.#graph.observe({ operation, status: String(status ?? 'none') }, durationMs / 1000);
  };

  observeNotification = (tookMs: number): void => {
    this.#notification.observe(tookMs / 1000);
  };

  observeCommit = ({ entries }: Commit): void => {
    this.#commits.inc();
    for (const { input, facts } of entries) {
      this.#inputs.inc({ type: input.type });
      for (const { type } of facts) this.#facts.inc({ type });
    }
  };

  /** Serves `/metrics`; gauges are read when they are asked for. */
  serve(
    server: Server,
    sources: {
      readonly runtime: () => RuntimeHealth;
    } & PresenceSources,
  ): void {
    this.#gauge('rufwerk_journal_row', 'The newest journal row', () => sources.runtime().seq);
    this.#gauge('rufwerk_inputs_waiting', 'Inputs that wait to be decided', () => {
      return sources.runtime().waitingInputs;
    });
    this.#gauge('rufwerk_effects_open', 'Effects requested and not settled', () => {
      return sources.runtime().openEffects;
    });
    this.#gauge('rufwerk_decisions_differing', 'Decisions that came out differently', () => {
      return sources.runtime().decisionsDiffering;
    });
    this.#gauge('rufwerk_presence_age_seconds', 'Age of the oldest presence block', () => {
      const { lastSuccessAt } = sources.presence();
      return lastSuccessAt === null ? Number.NaN : (sources.now() - lastSuccessAt) / 1000;
    });
    this.#gauge('rufwerk_presence_not_refreshed', 'Share of people read far too late', () => {
      const { people, notRefreshed } = sources.presence();
      return people === 0 ? 0 : notRefreshed / people;
    });
    this.#gauge('rufwerk_graph_clock_difference_seconds', "Graph's clock ahead of ours", () => {
      return (sources.presence().clockDifferenceMs ?? Number.NaN) / 1000;
    });
    registerPresenceMetrics(this.#registry, sources);
    server.get('/metrics', async (_request, response) => {
      const text = await this.#registry.metrics();
      response.writeHead(200, { 'content-type': this.#registry.contentType });
      response.end(text);
    });
  }

  #counter(name: string, help: string, labelNames: string[]): Counter {
    return new Counter({ name, help, labelNames, registers: [this.#registry] });
  }

  #histogram(name: string, help: string, labelNames: string[]): Histogram {
    return new Histogram({ name, help, labelNames, buckets: BUCKETS, registers: [this.#registry] });
  }

  #gauge(name: string, help: string, value: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.#registry],
      collect() {
        this.set(value());
      },
    });
  }
}
