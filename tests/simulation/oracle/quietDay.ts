/**
 * A day on which everything depends on the callers alone: when they call, how often they are not
 * answered, how long they talk. So what changes with the agents is what the distribution makes of
 * them.
 */
import {
  asId,
  type ConfigurationDraft,
  type Effect,
  type EffectId,
  type Fact,
  nextDeadlineAt,
  type PlatformCallId,
} from '@rufwerk/engine/core';
import { Agenda } from '../../../bench/distribution/agenda.ts';
import { Random } from '../../../bench/distribution/random.ts';
import { PlayedTenant, START_AT } from '../../engine/core/playedTenant.ts';

type ServiceDraft = NonNullable<ConfigurationDraft['services']>[number];

export interface QuietDay {
  readonly agents: readonly string[];
  readonly order: NonNullable<ServiceDraft['order']>;
  readonly offDuty?: readonly string[];
  readonly startAt?: number;
  readonly calls?: number;
  readonly seed: number;
}

type Event =
  | { readonly does: 'calls'; readonly number: number }
  | { readonly does: 'decides'; readonly call: string; readonly agentId: string }
  | { readonly does: 'ends'; readonly call: string }
  | { readonly does: 'polls' };

const POLL_EVERY_MS = 60_000;
const LONGEST_TALK_MS = 120_000;

interface Caller {
  /** How many agents do not take the call before one does. */
  refusalsLeft: number;
  readonly talkMs: number;
}

/** All facts of the day, and its tenant with the journal. */
export function playQuietDay(day: QuietDay): { facts: Fact[]; tenant: PlayedTenant } {
  const tenant = new PlayedTenant(configurationOf(day), null, day.startAt ?? START_AT);
  for (const name of day.offDuty ?? []) tenant.duty(name, false);
  new Played(tenant, new Random(day.seed), day.calls ?? 150).run();
  return { facts: tenant.journal.flatMap(({ facts }) => facts), tenant };
}

function configurationOf({ agents, order }: QuietDay): ConfigurationDraft {
  const service: ServiceDraft = {
    ...{
      id: 'help-desk',
      name: 'Help desk',
      resourceAccount: 'account',
      agents: [...agents],
      order,
    },
    presence: { notOlderThanSeconds: 3_600 },
    offers: { pauseAfterMissedSeconds: 20, pauseAfterDeclinedSeconds: 20, broadcastTo: 2 },
  };
  return { services: [service] };
}

class Played {
  readonly #tenant: PlayedTenant;
  readonly #agenda = new Agenda<Event>();
  readonly #callers: readonly Caller[];
  #lastArrivalAt: number;

  constructor(tenant: PlayedTenant, random: Random, calls: number) {
    this.#tenant = tenant;
    this.#callers = Array.from({ length: calls }, () => ({
      refusalsLeft: random.share() < 0.2 ? 1 : 0,
      talkMs: 1_000 + random.below(LONGEST_TALK_MS),
    }));
    this.#lastArrivalAt = tenant.startedAt;
    for (const number of this.#callers.keys()) {
      this.#lastArrivalAt += 1 + random.below(40_000);
      this.#agenda.plan(this.#lastArrivalAt, { does: 'calls', number });
    }
    this.#agenda.plan(tenant.startedAt + POLL_EVERY_MS, { does: 'polls' });
  }

  run(): void {
    const tenant = this.#tenant;
    while (tenant.now <= this.#lastArrivalAt || tenant.state.tasks.size > 0) {
      const deadlineAt = nextDeadlineAt(tenant.state) ?? Infinity;
      const nextAt = this.#agenda.nextAt;
      tenant.now = Math.min(deadlineAt, nextAt);
      if (deadlineAt <= nextAt) this.#follow(tenant.give({ type: 'TimeReached' }));
      else this.#happens(this.#agenda.take());
    }
  }

  #callerOf(call: string): Caller {
    const caller = this.#callers[Number(call.slice('call-'.length))];
    if (caller === undefined) throw new Error(`Nobody placed ${call}.`);
    return caller;
  }

  #happens(event: Event | undefined): void {
    const tenant = this.#tenant;
    switch (event?.does) {
      case 'calls':
        return this.#follow(tenant.dials(`call-${event.number}`, 'account'));
      case 'polls':
        this.#agenda.plan(tenant.now + POLL_EVERY_MS, { does: 'polls' });
        return this.#follow(tenant.confirmPresence());
      case 'ends':
        return this.#follow(tenant.callState(event.call, 'terminated'));
      case 'decides':
        return this.#decides(event.call, event.agentId);
      case undefined:
    }
  }

  /** Whoever rings takes the call, unless its caller has a refusal left. */
  #decides(call: string, agentId: string): void {
    const tenant = this.#tenant;
    const offer = [...tenant.state.offers.values()].find((one) => one.agentId === agentId);
    if (offer === undefined || tenant.task(call)?.id !== offer.taskId) return;
    const caller = this.#callerOf(call);
    if (caller.refusalsLeft === 0) {
      return this.#follow(tenant.roster(call, 'bot', 'caller', agentId));
    }
    caller.refusalsLeft -= 1;
    const { effectId } = offer;
    const platformCallId = asId<PlatformCallId>(call);
    const told = { effectId, status: 'failed', code: 603, subcode: null } as const;
    this.#follow(tenant.give({ type: 'OperationReported', platformCallId, ...told }));
  }

  #follow(facts: readonly Fact[]): void {
    for (const fact of facts) {
      if (fact.type === 'CallConnected') {
        const call = String(this.#tenant.state.tasks.get(fact.taskId)?.platformCallId);
        const endsAt = this.#tenant.now + this.#callerOf(call).talkMs;
        this.#agenda.plan(endsAt, { does: 'ends', call });
      }
      if (fact.type === 'EffectRequested') this.#perform(fact.effectId, fact.effect);
    }
  }

  #perform(effectId: EffectId, effect: Effect): void {
    const tenant = this.#tenant;
    if (effect.kind === 'invite-agent') {
      const { agentId, platformCallId: call } = effect;
      this.#agenda.plan(tenant.now + 3_000, { does: 'decides', call, agentId });
      const outcome = { kind: 'invited', participantId: `invited-${effectId}` } as const;
      return this.#follow(tenant.give({ type: 'EffectReported', effectId, outcome }));
    }
    if (effect.kind === 'read-call') {
      const talking = tenant.state.tasks.get(effect.taskId)?.agentId ?? null;
      const people = ['bot', 'caller', ...(talking === null ? [] : [talking])];
      return this.#follow(tenant.reads('established', ...people));
    }
    this.#follow(tenant.give({ type: 'EffectReported', effectId, outcome: { kind: 'done' } }));
    if (effect.kind === 'answer-call') this.#follow(tenant.established(effect.platformCallId));
  }
}
