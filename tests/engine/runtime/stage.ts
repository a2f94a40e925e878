/** A runtime on a store in memory and a clock moved by hand; performers answer as the test says. */
import {
  asId,
  type Configuration,
  type Effect,
  type EffectOutcome,
  type Fact,
  type FactOf,
  type TenantId,
} from '@rufwerk/engine/core';
import {
  type Clock,
  type Committed,
  type EffectPerformer,
  type EffectRequest,
  type Flush,
  JournalConflict,
  type JournalRow,
  type Log,
  type StoredSnapshot,
  type TenantStore,
} from '@rufwerk/engine/ports';
import {
  startTenantRuntime,
  type TenantRuntime,
  type TenantRuntimeOptions,
} from '@rufwerk/engine/runtime';
import { configuration, HELP_DESK } from '../core/playedTenant.ts';

export const TENANT = asId<TenantId>('tenant');
/** For the store that two processes open one after the other. */
export const DATA_KEY = Buffer.alloc(32, 7);

export class HandClock implements Clock {
  #now = Date.UTC(2026, 0, 5, 8);
  readonly #timers = new Set<{ readonly at: number; readonly callback: () => void }>();

  now(): number {
    return this.#now;
  }

  setTimer(at: number, callback: () => void): { cancel(): void } {
    const timer = { at, callback };
    this.#timers.add(timer);
    return { cancel: () => this.#timers.delete(timer) };
  }

  /** Jumps, and calls back what has come due, as late as it is. */
  jump(ms: number, { withTimers = true } = {}): void {
    this.#now += ms;
    if (!withTimers) return;
    for (const timer of [...this.#timers]) {
      if (timer.at > this.#now || !this.#timers.delete(timer)) continue;
      timer.callback();
    }
  }
}

export class MemoryStore implements Pick<
  TenantStore,
  'append' | 'latestSnapshot' | 'readJournal' | 'saveSnapshot'
> {
  readonly rows: JournalRow[] = [];
  snapshot: StoredSnapshot | null = null;
  /** The next appends fail with these, first one first. */
  readonly failures: Error[] = [];
  /** Whether an append that fails has written its row all the same, as a lost connection may. */
  writesAnyway = false;
  /** Appends wait for this. */
  gate: Promise<void> = Promise.resolve();

  async append(flush: Flush): Promise<void> {
    await this.gate;
    const failure = this.failures.shift();
    if (failure === undefined || this.writesAnyway) await this.#write(flush);
    if (failure !== undefined) throw failure;
  }

  #write({ seq, recordedAt, entries }: Flush): Promise<void> {
    if (this.rows.some((row) => row.seq === seq)) {
      return Promise.reject(new JournalConflict(`row ${seq} is taken`));
    }
    this.rows.push(JSON.parse(JSON.stringify({ seq, recordedAt, entries })) as JournalRow);
    return Promise.resolve();
  }

  latestSnapshot(): Promise<StoredSnapshot | null> {
    return Promise.resolve(this.snapshot);
  }

  async *readJournal(afterSeq: number): AsyncIterable<JournalRow> {
    for (const row of this.rows) if (row.seq > afterSeq) yield await Promise.resolve(row);
  }

  saveSnapshot(snapshot: StoredSnapshot): Promise<void> {
    this.snapshot = snapshot;
    return Promise.resolve();
  }
}

const KINDS = [
  'answer-call',
  'invite-agent',
  'play-prompt',
  'stop-prompts',
  'read-call',
  'remove-participant',
  'hang-up-call',
  'keep-call-alive',
  'reject-call',
  'redirect-call',
  'show-decision-card',
] as const satisfies readonly Effect['kind'][];

export class Stage {
  readonly store: MemoryStore;
  readonly clock = new HandClock();
  readonly performed: EffectRequest[] = [];
  readonly logged: string[] = [];
  brokenBecause: string | null = null;
  /** Effects of these kinds never come back. */
  readonly silent = new Set<Effect['kind']>();
  /** How effects of a kind end, where it is not the usual way. */
  readonly outcomes = new Map<Effect['kind'], (request: EffectRequest) => Promise<EffectOutcome>>();

  readonly log: Log;

  constructor(store = new MemoryStore()) {
    this.store = store;
    const write = (_details: object, message: string): void => {
      this.logged.push(message);
    };
    this.log = { debug: write, info: write, warn: write, error: write };
  }

  async start(
    gapAfterMs: number | null = null,
    options: Partial<TenantRuntimeOptions> = {},
  ): Promise<TenantRuntime> {
    return startTenantRuntime({
      tenantId: TENANT,
      store: this.store as unknown as TenantStore,
      clock: this.clock,
      performers: [this.#performer()],
      log: this.log,
      gapAfterMs,
      onBroken: (because) => {
        this.brokenBecause = because;
      },
      ...options,
    });
  }

  /** Types of all inputs in the journal, in order. */
  inputs(): string[] {
    return this.store.rows.flatMap((row) => row.entries.map(({ input }) => input.type));
  }

  /** All facts of a type in the journal, in order. */
  facts<Type extends Fact['type']>(type: Type): FactOf<Type>[] {
    const facts = this.store.rows.flatMap((row) => row.entries.flatMap((entry) => entry.facts));
    return facts.filter((fact): fact is FactOf<Type> => fact.type === type);
  }

  kinds(): string[] {
    return this.performed.map(({ effect }) => effect.kind);
  }

  #performer(): EffectPerformer {
    return {
      kinds: KINDS,
      perform: (request) => {
        this.performed.push(request);
        if (this.silent.has(request.effect.kind))
          return new Promise<EffectOutcome>(() => undefined);
        const outcome = this.outcomes.get(request.effect.kind);
        return outcome?.(request) ?? Promise.resolve(outcomeOf(request.effect));
      },
    };
  }
}

function outcomeOf(effect: Effect): EffectOutcome {
  if (effect.kind === 'invite-agent') return { kind: 'invited', participantId: 'invited-1' };
  if (effect.kind === 'read-call') return { kind: 'call-read', state: 'established', roster: [] };
  return { kind: 'done' };
}

export const helpDesk: Configuration = configuration(HELP_DESK);

/** Configured, everybody available; settles when all of it is committed. */
export async function openHelpDesk(runtime: TenantRuntime): Promise<void> {
  await runtime.submit({ type: 'ConfigurationSubmitted', configuration: helpDesk, by: null });
  const agentIds = helpDesk.services[0]?.agents ?? [];
  const blockId = asId<never>('block-1');
  await runtime.submit({ type: 'PresenceBlocksFormed', blocks: [{ blockId, agentIds }] });
  await runtime.submit({
    type: 'PresenceBlockPolled',
    blockId,
    changes: agentIds.map((agentId) => ({
      agentId,
      availability: 'Available',
      activity: 'Available',
      fidelity: 'activity' as const,
      outOfOffice: false,
      sequenceNumber: null,
    })),
  });
}

/** A caller dials; the rest is up to the platform. */
export function dials(runtime: TenantRuntime, name: string): Promise<Committed> {
  return runtime.submit({
    type: 'CallArrived',
    platformCallId: asId<never>(name),
    resourceAccountId: asId<never>('account-help-desk'),
    callerId: asId<never>(`caller-${name}`),
  });
}

/** A caller dials and is answered. */
export async function callWaits(runtime: TenantRuntime, name: string): Promise<void> {
  await dials(runtime, name);
  await runtime.submit({
    type: 'CallStateReported',
    platformCallId: asId<never>(name),
    state: 'established',
    code: 0,
    subcode: 0,
  });
}

/** Lets everything that waits on the loop happen; no time passes. */
export async function settled(runtime: TenantRuntime): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await runtime.read(() => undefined);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
