/**
 * Presence through Microsoft Graph: reading everybody in turn, direct reads, and writing. All of it
 * shares one budget of requests and one view of what the application may do.
 */
import type { PresenceEffect } from '@rufwerk/engine/core';
import type { Clock, EffectPerformer, EffectRequest, Log, People } from '@rufwerk/engine/ports';
import type { TokenSource } from '@rufwerk/engine/ports';
import type { MeasuredExchange } from '../client/measured.ts';
import type { GraphClient } from '../client/graphClient.ts';
import { ClockDifference } from './clockDifference.ts';
import { DirectReads } from './directReads.ts';
import { PresencePolling } from './polling.ts';
import type { PresencePollingHealth, PresencePollingOptions } from './polling.ts';
import type { PresenceEngine } from './presenceEngine.ts';
import { PresenceReader } from './presenceReader.ts';
import type { FindDelegated } from './presenceReader.ts';
import { writePresence } from './presenceWrites.ts';
import { RenewableTokens } from './renewableTokens.ts';
import { RequestBudget } from './requestBudget.ts';
import { SourceRecord } from './sourceRecord.ts';
import type { PresenceSourceHealth } from './sourceRecord.ts';
import type { Trouble } from './trouble.ts';

const MINUTE_MS = 60_000;

type Kind = PresenceEffect['kind'];

/** What readiness, metrics and supervisors are told. */
export interface PresenceHealth extends PresencePollingHealth {
  readonly sources: Readonly<Record<'poll' | 'read' | 'write', PresenceSourceHealth>>;
  readonly readsAs: 'application' | 'presence-account';
  /** The application's own permission to read is missing. */
  readonly applicationTrouble: Trouble | null;
  /** Graph wants no request about presence before then; null when it does not say. */
  readonly pausedUntilAt: number | null;
  /** Positive when Graph's clock is ahead of ours; null before the first answer. */
  readonly clockDifferenceMs: number | null;
  /** It is more than a minute: somebody should set a clock. */
  readonly isClockOff: boolean;
}

export interface Presence {
  readonly effects: EffectPerformer<Kind>;
  /** Called once. */
  startPolling(options: PresencePollingOptions): { stop(): Promise<void> };
  /** Whom to read through while the application's permission is withdrawn (DEC-17). */
  useDelegated(find: FindDelegated): void;
  health(): PresenceHealth;
}

export interface PresenceOptions {
  readonly tokens: TokenSource;
  /** A client of Graph in the name of whoever the tokens are of. */
  readonly clientOf: (
    tokens: TokenSource,
    observe: (exchange: MeasuredExchange) => void,
  ) => GraphClient;
  readonly people: Pick<People, 'find'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly appId: string;
}

export function createPresence(options: PresenceOptions): Presence {
  const { people, clock, log, appId } = options;
  let engine: PresenceEngine | null = null;
  let polling: PresencePolling | null = null;
  // The engine's time never goes back; before it is here, nothing is told to it.
  const now = () => engine?.now() ?? clock.now();
  const difference = new ClockDifference(() => clock.now());
  const budget = new RequestBudget(clock);
  const tokens = new RenewableTokens(options.tokens);
  const clientFor = remembering((each: TokenSource) =>
    options.clientOf(each, (exchange) => difference.note(exchange)),
  );
  const records = { poll: new SourceRecord(), read: new SourceRecord(), write: new SourceRecord() };
  const graph = clientFor(tokens);
  const renewToken = () => tokens.renew();
  const reader = new PresenceReader({
    ...{ graph, renewToken, clientFor, budget, now, log },
  });
  const reads = new DirectReads({ reader, people, budget, clock, record: records.read });
  const writing = {
    ...{ graph, people, budget, clock, appId, record: records.write },
    renewToken: notTooOften(renewToken, clock),
  };

  return {
    effects: {
      kinds: ['read-presence', 'write-presence', 'clear-presence', 'prefer-presence'],
      perform: ({ effect }: EffectRequest<Kind>) =>
        effect.kind === 'read-presence'
          ? reads.read(effect.agentIds)
          : writePresence(writing, effect),
    },
    startPolling: (started) => {
      engine = started.engine;
      polling = new PresencePolling(
        { reader, people, budget, record: records.poll, clock, log },
        started,
      );
      return polling;
    },
    useDelegated: (find) => reader.useDelegated(find),
    health: () => ({
      ...(polling?.health() ?? { ...records.poll.health(), ...NOBODY }),
      sources: {
        poll: records.poll.health(),
        read: records.read.health(),
        write: records.write.health(),
      },
      readsAs: reader.readsAs,
      applicationTrouble: reader.applicationTrouble,
      pausedUntilAt: budget.pausedUntilAt > clock.now() ? budget.pausedUntilAt : null,
      clockDifferenceMs: difference.differenceMs,
      isClockOff: difference.isNotable,
    }),
  };
}

const NOBODY = { people: 0, blocks: 0, notRefreshed: 0, underWay: 0 };

/** However many writes are refused, one token a minute is enough. */
function notTooOften(act: () => void, clock: Clock): () => void {
  let doneAt: number | null = null;
  return () => {
    if (doneAt !== null && clock.now() - doneAt < MINUTE_MS) return;
    doneAt = clock.now();
    act();
  };
}

/** One client for each source of tokens. */
function remembering<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}
