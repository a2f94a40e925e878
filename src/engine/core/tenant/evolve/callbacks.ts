/** What facts about calls to numbers of the pool change. */
import type { CallbackRing, CallbackState } from '../emergencyState.ts';
import type { EffectOf } from '../effects.ts';
import type { FactOf } from '../facts.ts';
import type { EffectId, PersonId } from '../../ids.ts';
import type { TenantState } from '../state.ts';

export type CallbackFact = FactOf<
  | 'CallbackArrived'
  | 'CallbackAnswered'
  | 'CallbackScheduled'
  | 'CallbackRead'
  | 'CallbackWidened'
  | 'CallbackRang'
  | 'CallbackRingEnded'
  | 'CallbackJoined'
  | 'CallbackEnded'
>;

export function callbackFact(state: TenantState, fact: CallbackFact): void {
  if (fact.type === 'CallbackArrived') return callbackArrived(state, fact);
  const callback = state.callbacks.get(fact.taskId);
  if (callback === undefined) throw new Error(`There is no callback ${fact.taskId}.`);
  switch (fact.type) {
    case 'CallbackAnswered':
      callback.answeredAt = fact.at;
      return;
    case 'CallbackScheduled': {
      const { dueAt, keepAliveAt, checkAt, contactsAt } = fact;
      Object.assign(callback, { dueAt, keepAliveAt, checkAt, contactsAt });
      if (dueAt !== null) state.deadlines.push({ at: dueAt, kind: 'callback', id: callback.id });
      return;
    }
    case 'CallbackWidened':
      callback.contactIds = [...callback.contactIds, ...fact.personIds];
      return;
    case 'CallbackRead':
      for (const personId of fact.personIds) {
        const reading = { personId, phase: 'reading', dueAt: fact.untilAt } as const;
        setRing(callback, { ...reading, effectId: null, participantId: null });
      }
      return;
    case 'CallbackRang': {
      const before = callback.rings.find(({ personId }) => personId === fact.ring.personId);
      const isBegun = fact.ring.phase === 'ringing' && before?.phase !== 'ringing';
      const effectId = isBegun ? null : (before?.effectId ?? null);
      return setRing(callback, { ...fact.ring, effectId });
    }
    case 'CallbackRingEnded':
      return ringEnded(callback, fact);
    case 'CallbackJoined':
      callback.joined = fact.personIds;
      return;
    case 'CallbackEnded':
      state.callbacks.delete(callback.id);
      state.callbackOfCall.delete(callback.platformCallId);
      return;
  }
}

function callbackArrived(state: TenantState, fact: FactOf<'CallbackArrived'>): void {
  const { taskId: id, platformCallId, agentId, holderId, contactIds, contactsAt, at } = fact;
  state.nextTask += 1;
  state.callbackOfCall.set(platformCallId, id);
  state.callbacks.set(id, {
    ...{ id, platformCallId, agentId, contactIds, arrivedAt: at, answeredAt: null, contactsAt },
    ...{ rings: [], joined: [], keepAliveAt: null, checkAt: at },
    ...{ dueAt: null, readEffectId: null, promptEffectId: null },
    ...(holderId === undefined ? {} : { holderId }),
  });
}

function setRing(callback: CallbackState, ring: CallbackRing): void {
  const others = callback.rings.filter(({ personId }) => personId !== ring.personId);
  callback.rings = [...others, ring];
}

function ringEnded(callback: CallbackState, fact: FactOf<'CallbackRingEnded'>): void {
  const { personId, againAt, cause } = fact;
  const { unreachableIds = [] } = callback;
  const others = unreachableIds.filter((id) => id !== personId);
  const couldRing = cause === 'no-answer' || cause === 'joined';
  callback.unreachableIds = couldRing ? others : [...others, personId];
  if (againAt === null) {
    callback.rings = callback.rings.filter((ring) => ring.personId !== personId);
    return;
  }
  const resting = { personId, phase: 'resting', dueAt: againAt } as const;
  setRing(callback, { ...resting, effectId: null, participantId: null });
}

/** These people's rings wait for this reading of presence. */
export function callbackReads(
  state: TenantState,
  effectId: EffectId,
  personIds: readonly PersonId[],
): void {
  for (const callback of state.callbacks.values()) {
    callback.rings = callback.rings.map((ring) => {
      const waits = ring.phase === 'reading' && ring.effectId === null;
      return waits && personIds.includes(ring.personId) ? { ...ring, effectId } : ring;
    });
  }
}

/** The invitation by which somebody is rung; the platform's later news name it. */
export function callbackRings(
  state: TenantState,
  effectId: EffectId,
  { taskId, target }: EffectOf<'invite-target'>,
): void {
  const callback = state.callbacks.get(taskId);
  if (callback === undefined || target.kind !== 'person') return;
  callback.rings = callback.rings.map((ring) =>
    ring.personId === target.personId ? { ...ring, effectId } : ring,
  );
}
