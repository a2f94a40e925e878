/**
 * The platform, the callers and the agents of a played day: they answer what the engine asks for,
 * each in its own time. What they tell becomes inputs.
 */
import {
  asId,
  type Effect,
  type EffectId,
  type EffectOutcome,
  type Fact,
  type Input,
  type PersonId,
  type PlatformCallId,
  type RosterEntry,
  type TenantState,
} from '@rufwerk/engine/core';
import type { Agenda } from './agenda.ts';
import type { Random } from './random.ts';

type Untimed<T> = T extends unknown ? Omit<T, 'at'> : never;
export type Draft = Untimed<Input>;

export interface Behaviour {
  readonly talkMs: number;
  readonly declines: number;
  readonly doesNotAnswer: number;
}

export class Platform {
  readonly #state: TenantState;
  readonly #agenda: Agenda<Draft>;
  readonly #random: Random;
  readonly #behaviour: Behaviour;
  #invited = 0;

  constructor(state: TenantState, agenda: Agenda<Draft>, random: Random, behaviour: Behaviour) {
    this.#state = state;
    this.#agenda = agenda;
    this.#random = random;
    this.#behaviour = behaviour;
  }

  /** What follows from what the engine decided. */
  hears(facts: readonly Fact[], at: number): void {
    for (const fact of facts) {
      if (fact.type === 'EffectRequested') this.#asked(fact.effectId, fact.effect, at);
      if (fact.type === 'CallConnected') this.#talk(fact.taskId, at);
    }
  }

  #asked(effectId: EffectId, effect: Effect, at: number): void {
    const report = (afterMs: number, outcome: EffectOutcome): void => {
      this.#agenda.plan(at + afterMs, { type: 'EffectReported', effectId, outcome });
    };
    switch (effect.kind) {
      case 'answer-call': {
        const { platformCallId } = effect;
        report(40, { kind: 'done' });
        this.#agenda.plan(at + 60, callState(platformCallId, 'established'));
        return;
      }
      case 'invite-agent': {
        this.#invited += 1;
        report(40, { kind: 'invited', participantId: `invited-${this.#invited}` });
        return this.#agentRings(effectId, effect.platformCallId, effect.agentId, at);
      }
      case 'read-call': {
        const { agentId = null } = this.#state.tasks.get(effect.taskId) ?? {};
        return report(30, { kind: 'call-read', state: 'established', roster: rosterOf(agentId) });
      }
      default:
        return report(30, { kind: 'done' });
    }
  }

  #agentRings(effectId: EffectId, platformCallId: PlatformCallId, agentId: PersonId, at: number) {
    const { declines, doesNotAnswer } = this.#behaviour;
    const draw = this.#random.share();
    const afterMs = 500 + this.#random.below(3_000);
    if (draw < doesNotAnswer) return;
    if (draw < doesNotAnswer + declines) {
      const failed = { effectId, status: 'failed', code: 603, subcode: null } as const;
      this.#agenda.plan(at + afterMs, { type: 'OperationReported', platformCallId, ...failed });
      return;
    }
    const roster = rosterOf(agentId);
    this.#agenda.plan(at + afterMs, { type: 'RosterReported', platformCallId, roster });
  }

  #talk(taskId: Parameters<TenantState['tasks']['get']>[0], at: number): void {
    const platformCallId = this.#state.tasks.get(taskId)?.platformCallId ?? null;
    if (platformCallId === null) return;
    const ms = Math.ceil(this.#random.exponential(this.#behaviour.talkMs));
    this.#agenda.plan(at + ms, callState(platformCallId, 'terminated'));
  }
}

export function callState(
  platformCallId: PlatformCallId,
  state: 'established' | 'terminated',
): Draft {
  return { type: 'CallStateReported', platformCallId, state, code: 0, subcode: 0 };
}

function rosterOf(agentId: PersonId | null): RosterEntry[] {
  const outside = [
    { participantId: 'participant-bot', personId: null, isApplication: true },
    { participantId: 'participant-caller', personId: null, isApplication: false },
  ];
  if (agentId === null) return outside;
  const agent = {
    participantId: `participant-${agentId}`,
    personId: agentId,
    isApplication: false,
  };
  return [...outside, agent];
}

export function arrival(number: number, service: number): Draft {
  return {
    type: 'CallArrived',
    platformCallId: asId(`call-${number}`),
    resourceAccountId: asId(`account-${service}`),
    callerId: asId(`caller-${number % 50_000}`),
  };
}
