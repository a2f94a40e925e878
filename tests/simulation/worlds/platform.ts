/**
 * The calls as they really are, which is not always what the engine was told: what it asks for is
 * done here, late, not at all or without an answer, and the news are on their way until they
 * arrive.
 */
import {
  asId,
  type CallEffect,
  type Effect,
  type EffectOutcome,
  type PresenceEffect,
  type RosterEntry,
} from '@rufwerk/engine/core';
import type { Given } from '../../engine/core/playedTenant.ts';
import { person } from '../../engine/core/playedTenant.ts';

export interface PlatformCall {
  readonly id: string;
  /** `sent-on`: transferred or redirected; our part of it is over. */
  state: 'incoming' | 'established' | 'terminated' | 'sent-on';
  readonly isCallBack: boolean;
  /** Of the emergency service, to a number of the pool: whoever is invited is known by name. */
  readonly isOfResponder: boolean;
  /** Everybody in the call but our bot; `caller` is whoever called or was called. */
  readonly people: Set<string>;
  /** Who rings, by participant, with the effect that invited them. */
  readonly ringing: Map<string, { readonly name: string; readonly effectId: string }>;
  prompt: string | null;
}

const GONE: EffectOutcome = { kind: 'call-gone' };
const DONE: EffectOutcome = { kind: 'done' };

export class Platform {
  readonly calls: PlatformCall[] = [];
  /** On their way, oldest first. */
  readonly news: Given[] = [];
  #dialled = 0;
  #invited = 0;

  arrives(isOfResponder = false): PlatformCall {
    return this.#add(`call-${this.calls.length}`, false, isOfResponder);
  }

  live(): PlatformCall[] {
    return this.calls.filter(({ state }) => state === 'incoming' || state === 'established');
  }

  /** Does what was asked, and says how it ended. */
  perform(effectId: string, effect: Effect): EffectOutcome {
    if (effect.kind === 'show-decision-card' || effect.kind === 'raise-alert') return DONE;
    if (isAboutPresence(effect) || 'emergencyId' in effect) return DONE;
    if (effect.kind === 'dial-caller') {
      this.#dialled += 1;
      const { id } = this.#add(`back-${this.#dialled}`, true);
      return { kind: 'dialled', platformCallId: asId(id) };
    }
    const call = this.live().find(({ id }) => id === effect.platformCallId);
    return call === undefined ? GONE : this.#onCall(call, effectId, effect);
  }

  #add(id: string, isCallBack: boolean, isOfResponder = false): PlatformCall {
    const call: PlatformCall = {
      ...{ id, isCallBack, isOfResponder, state: 'incoming', prompt: null },
      people: new Set(isCallBack ? [] : ['caller']),
      ringing: new Map(),
    };
    this.calls.push(call);
    return call;
  }

  #onCall(
    call: PlatformCall,
    effectId: string,
    effect: Exclude<CallEffect, { kind: 'dial-caller' }>,
  ): EffectOutcome {
    switch (effect.kind) {
      case 'answer-call':
        this.establish(call);
        return DONE;
      case 'redirect-call':
      case 'transfer-call':
        this.end(call, 'sent-on');
        return DONE;
      case 'reject-call':
      case 'hang-up-call':
        this.end(call, 'terminated');
        return DONE;
      case 'play-prompt':
        call.prompt = effectId;
        return DONE;
      case 'stop-prompts':
        this.promptEnds(call, 'failed');
        return DONE;
      case 'invite-agent':
        return { kind: 'invited', participantId: this.#ring(call, effect.agentId, effectId) };
      case 'invite-target':
        return {
          kind: 'invited',
          participantId: this.#ring(call, targetOf(call, effect), effectId),
        };
      case 'remove-participant':
        this.#remove(call, effect.participantId);
        return DONE;
      case 'read-call':
        return { kind: 'call-read', state: readState(call), roster: rosterOf(call) };
      case 'listen-for-tones':
      case 'keep-call-alive':
        return DONE;
    }
  }

  #ring(call: PlatformCall, name: string, effectId: string): string {
    this.#invited += 1;
    const participantId = `invited-${this.#invited}`;
    call.ringing.set(participantId, { name, effectId });
    return participantId;
  }

  #remove(call: PlatformCall, participantId: string): void {
    const rung = call.ringing.get(participantId);
    if (rung !== undefined) return this.ringingEnds(call, participantId, 487);
    const name = [...call.people].find((one) => participantOf(one) === participantId);
    if (name !== undefined) this.leaves(call, name);
  }

  establish(call: PlatformCall): void {
    call.state = 'established';
    if (call.isCallBack) call.people.add('caller');
    this.#tellState(call, 'establishing');
    this.#tellState(call, 'established');
    this.#tellRoster(call);
  }

  end(call: PlatformCall, state: 'terminated' | 'sent-on'): void {
    for (const participantId of [...call.ringing.keys()])
      this.ringingEnds(call, participantId, 500);
    call.state = state;
    call.people.clear();
    this.#tellState(call, 'terminated');
  }

  /** Somebody who rang is in the call now. */
  joins(call: PlatformCall, participantId: string): void {
    const rung = call.ringing.get(participantId);
    if (rung === undefined) return;
    call.ringing.delete(participantId);
    call.people.add(rung.name);
    this.#tellOperation(call, rung.effectId, 'completed', 200);
    this.#tellRoster(call);
  }

  ringingEnds(call: PlatformCall, participantId: string, code: number): void {
    const rung = call.ringing.get(participantId);
    if (rung === undefined) return;
    call.ringing.delete(participantId);
    this.#tellOperation(call, rung.effectId, 'failed', code);
  }

  leaves(call: PlatformCall, name: string): void {
    call.people.delete(name);
    this.#tellRoster(call);
  }

  promptEnds(call: PlatformCall, status: 'completed' | 'failed'): void {
    if (call.prompt !== null) this.#tellOperation(call, call.prompt, status, 0);
    call.prompt = null;
  }

  #tellState(call: PlatformCall, state: 'establishing' | 'established' | 'terminated'): void {
    const platformCallId = asId<Extract<Given, { type: 'CallStateReported' }>['platformCallId']>(
      call.id,
    );
    this.news.push({ type: 'CallStateReported', platformCallId, state, code: 0, subcode: 0 });
  }

  #tellRoster(call: PlatformCall): void {
    this.news.push({
      type: 'RosterReported',
      platformCallId: asId(call.id),
      roster: rosterOf(call),
    });
  }

  #tellOperation(
    call: PlatformCall,
    effectId: string,
    status: 'completed' | 'failed',
    code: number,
  ): void {
    this.news.push({
      ...{ type: 'OperationReported', platformCallId: asId(call.id), effectId: asId(effectId) },
      ...{ status, code, subcode: null },
    });
  }
}

function targetOf(
  { isOfResponder }: PlatformCall,
  { target }: Extract<Effect, { kind: 'invite-target' }>,
): string {
  return isOfResponder && target.kind === 'person' ? target.personId : 'target';
}

function readState(call: PlatformCall): 'incoming' | 'established' {
  return call.state === 'incoming' ? 'incoming' : 'established';
}

const participantOf = (name: string): string => `participant-${name}`;

/** Our bot is in every call that stands. */
function rosterOf(call: PlatformCall): RosterEntry[] {
  return ['bot', ...call.people].map((name) => ({
    participantId: participantOf(name),
    personId: name === 'bot' || name === 'caller' || name === 'target' ? null : person(name),
    isApplication: name === 'bot',
  }));
}

function isAboutPresence(effect: Effect): effect is PresenceEffect {
  return effect.kind.endsWith('-presence');
}
