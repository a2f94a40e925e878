/** What facts about effects change: what is open, and who waits for it. */
import type { FactOf } from '../facts.ts';
import type { EffectOf } from '../effects.ts';
import type { EffectId, OfferId, TaskId } from '../../ids.ts';
import type { OpenEffect, TenantState } from '../state.ts';
import { callbackReads, callbackRings } from './callbacks.ts';
import { emergencyCardSettled, emergencyEffectRequested } from './emergencies.ts';
import { writeRequested, writeSettled } from './sessions.ts';

export function effectRequested(state: TenantState, fact: FactOf<'EffectRequested'>): void {
  const { effectId, effect, at } = fact;
  state.nextEffect += 1;
  state.openEffects.set(effectId, { id: effectId, effect, requestedAt: at });
  switch (effect.kind) {
    case 'invite-agent':
      becomesConference(state, effect.taskId);
      return delivers(state, effectId, effect.offerId);
    case 'redirect-call':
      return delivers(state, effectId, effect.offerId);
    case 'dial-caller': {
      const task = state.tasks.get(effect.taskId);
      if (task !== undefined) task.dialEffectId = effectId;
      return;
    }
    case 'show-emergency-card':
    case 'send-emergency-mail':
    case 'send-emergency-activity':
      return emergencyEffectRequested(state, effectId, effect);
    case 'invite-target': {
      if (state.callbacks.has(effect.taskId)) return callbackRings(state, effectId, effect);
      const task = state.tasks.get(effect.taskId);
      becomesConference(state, effect.taskId);
      if (task?.leaving != null) task.leaving = { ...task.leaving, effectId };
      return;
    }
    case 'play-prompt':
      return setPrompt(state, effect.taskId, { effectId, startedAt: at });
    case 'read-call': {
      const task = state.tasks.get(effect.taskId) ?? state.callbacks.get(effect.taskId);
      if (task !== undefined) task.readEffectId = effectId;
      return;
    }
    case 'read-presence':
      return readingForOffers(state, effectId, effect);
    case 'write-presence':
    case 'clear-presence':
      return writeRequested(state, effectId, effect, at);
    case 'show-decision-card': {
      const task = state.tasks.get(effect.taskId);
      if (task !== undefined) {
        task.cardEffectId = effectId;
        task.cardOutdated = false;
      }
      return;
    }
    default:
      return;
  }
}

/** Whether or not the invitation succeeds: what Teams has made of the call then is not known. */
function becomesConference(state: TenantState, taskId: TaskId): void {
  const task = state.tasks.get(taskId);
  if (task !== undefined) task.isConference = true;
}

function delivers(state: TenantState, effectId: EffectId, offerId: OfferId): void {
  const offer = state.offers.get(offerId);
  if (offer !== undefined) offer.effectId = effectId;
}

/** Offers to these people wait for this reading. */
function readingForOffers(
  state: TenantState,
  effectId: EffectId,
  { agentIds, because }: EffectOf<'read-presence'>,
): void {
  if (because === 'callback') return callbackReads(state, effectId, agentIds);
  if (because !== 'offer') return;
  for (const agentId of agentIds) {
    const offerId = state.agents.get(agentId)?.offerId ?? null;
    const offer = offerId === null ? undefined : state.offers.get(offerId);
    if (offer?.phase === 'confirming' && offer.effectId === null) offer.effectId = effectId;
  }
}

export function effectSettled(state: TenantState, fact: FactOf<'EffectSettled'>): void {
  const open = state.openEffects.get(fact.effectId);
  if (open === undefined) throw new Error(`Effect ${fact.effectId} is settled but was not open.`);
  state.openEffects.delete(fact.effectId);
  const { effect } = open;
  if (effect.kind === 'play-prompt' && fact.outcome !== 'done') {
    forgetPrompt(state, open);
  } else if (effect.kind === 'write-presence' || effect.kind === 'clear-presence') {
    writeSettled(state, effect, fact.outcome, fact.at);
  } else if (effect.kind === 'read-call') {
    const task = state.tasks.get(effect.taskId) ?? state.callbacks.get(effect.taskId);
    if (task !== undefined) task.readEffectId = null;
  } else if (effect.kind === 'show-emergency-card') {
    emergencyCardSettled(state, effect.emergencyId, fact.outcome === 'done');
  } else if (effect.kind === 'show-decision-card') {
    const task = state.tasks.get(effect.taskId);
    if (task === undefined) return;
    task.cardEffectId = null;
    if (task.phase === 'ended' && !task.cardOutdated) state.tasks.delete(task.id);
  }
}

function setPrompt(
  state: TenantState,
  taskId: TaskId,
  prompt: { readonly effectId: OpenEffect['id']; readonly startedAt: number },
): void {
  const task = state.tasks.get(taskId);
  if (task !== undefined) task.prompt = prompt;
  const callback = state.callbacks.get(taskId);
  if (callback !== undefined) callback.promptEffectId = prompt.effectId;
}

function forgetPrompt(state: TenantState, open: OpenEffect): void {
  if (open.effect.kind !== 'play-prompt') return;
  const task = state.tasks.get(open.effect.taskId);
  if (task?.prompt?.effectId === open.id) task.prompt = null;
}
