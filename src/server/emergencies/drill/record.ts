/**
 * What is kept of a drill: its steps with their instants, made of committed facts. A step says what
 * the world has confirmed, not what was asked of it. People stand in
 * it by id, so that an erased one is nobody; numbers and places are in no fact (DEC-9).
 *
 *   (none) --a drill begins--> running --the window ends--> finished
 *                                 |
 *                                 +--a real emergency----> finished, overtaken
 */
import { drillStepKinds, type DrillStepKind } from '@rufwerk/engine/api';
import type { Fact, FactOf, PersonId } from '@rufwerk/engine/core';
import { z } from 'zod';

const personId = z.string().transform((text) => text as PersonId);

const stepSchema = z.object({
  at: z.number(),
  what: z.enum(drillStepKinds),
  personId: personId.nullable(),
  detail: z.string().nullable(),
});
export type DrillStep = z.output<typeof stepSchema>;

export const recordSchema = z.object({
  /** The id of the emergency that was played. */
  id: z.string(),
  agentId: personId,
  startedAt: z.number(),
  finishedAt: z.number().nullable(),
  isOvertaken: z.boolean(),
  path: z.enum(['own-number', 'pool']),
  callbackReachedAgent: z.boolean(),
  steps: z.array(stepSchema),
  /** The last journal row that is in it: no row counts twice. */
  seq: z.number(),
  /** What Teams is being told to show, and callbacks that arrived: later facts name only these. */
  presenceEffects: z.array(z.object({ id: z.string(), isOurs: z.boolean() })).default([]),
  callbackIds: z.array(z.string()),
});
export type DrillRecord = z.output<typeof recordSchema>;

/** More would be a contact who is told again and again; the first steps say what was proven. */
const STEPS_MAX = 500;

export function drillBegun(fact: FactOf<'EmergencyStarted'>): DrillRecord {
  const { emergencyId: id, agentId, at, dialledAt, by } = fact;
  return {
    ...{ id, agentId, startedAt: dialledAt, finishedAt: null, isOvertaken: false },
    ...{ path: 'own-number', callbackReachedAgent: false, presenceEffects: [], callbackIds: [] },
    seq: 0,
    steps: [step(dialledAt, 'asked', by), step(at, 'blocked', agentId)],
  };
}

/** The record after one more fact; the same object when the fact is not about this drill. */
export function drillGoesOn(drill: DrillRecord, fact: Fact): DrillRecord {
  return ofEmergency(drill, fact) ?? ofProtection(drill, fact) ?? ofCallback(drill, fact) ?? drill;
}

function ofEmergency(drill: DrillRecord, fact: Fact): DrillRecord | null {
  if (!('emergencyId' in fact) || fact.emergencyId !== drill.id) return null;
  const { at } = fact;
  switch (fact.type) {
    case 'EmergencyStarted':
      // From here on it is real, and nothing more of it is kept.
      if (fact.isDrill) return null;
      return { ...add(drill, step(at, 'overtaken')), finishedAt: at, isOvertaken: true };
    case 'CallbackNumberTaken':
      return { ...add(drill, step(at, 'number-taken')), path: 'pool' };
    case 'ContactTold':
      return add(drill, toldStep(fact));
    case 'EmergencyLeaseMoved':
      return add(drill, step(at, 'goes-on', fact.by));
    case 'EmergencyCallEnded':
      return add(drill, step(at, 'call-over', fact.by, fact.cause));
    case 'EmergencyEnded':
      return { ...add(drill, step(at, 'window-ended', fact.by, fact.cause)), finishedAt: at };
    default:
      return null;
  }
}

function toldStep(fact: FactOf<'ContactTold'>): DrillStep {
  const { at, contactId, channel, result, because } = fact;
  if (channel === 'card') {
    if (result === 'sent') return step(at, 'card-shown', contactId);
    // A person of the house without the app is a fault; somebody outside has never had a chat.
    const why = because === 'outside' ? `outside, ${result}` : (because ?? result);
    return step(at, 'card-failed', contactId, why);
  }
  if (result === 'sent') return step(at, 'contact-told', contactId, channel);
  return step(at, 'contact-not-told', contactId, `${channel}, ${result}`);
}

/** What is done to protect the agent: presence, and the number that could not be had. */
function ofProtection(drill: DrillRecord, fact: Fact): DrillRecord | null {
  switch (fact.type) {
    case 'EffectRequested':
      return ofEffect(drill, fact);
    case 'EffectSettled':
      return ofPresence(drill, fact);
    default:
      return null;
  }
}

function ofEffect(
  drill: DrillRecord,
  { at, effectId, effect }: FactOf<'EffectRequested'>,
): DrillRecord | null {
  const isPresence = effect.kind === 'write-presence' || effect.kind === 'clear-presence';
  if (isPresence && effect.agentId === drill.agentId) {
    const isOurs =
      effect.kind === 'write-presence' && effect.presence.availability === 'DoNotDisturb';
    return { ...drill, presenceEffects: [...drill.presenceEffects, { id: effectId, isOurs }] };
  }
  if (effect.kind !== 'raise-alert') return null;
  const { alert } = effect;
  const isOurs = alert.kind === 'callback-numbers-short' && alert.agentId === drill.agentId;
  return isOurs ? { ...add(drill, step(at, 'no-number-left')), path: 'pool' } : null;
}

const LEASE_STEPS: ReadonlySet<DrillStepKind> = new Set([
  ...(['lease-taken', 'lease-refused', 'lease-released', 'lease-not-released'] as const),
]);

/** Teams took Do not disturb or its end, or did not; renewals and further tries say nothing new. */
function ofPresence(
  drill: DrillRecord,
  { at, effectId, outcome }: FactOf<'EffectSettled'>,
): DrillRecord | null {
  const asked = drill.presenceEffects.find(({ id }) => id === effectId);
  if (asked === undefined) return null;
  const presenceEffects = drill.presenceEffects.filter((each) => each !== asked);
  const isDone = outcome === 'done';
  const ours = isDone ? 'lease-taken' : 'lease-refused';
  const gone = isDone ? 'lease-released' : 'lease-not-released';
  const what = asked.isOurs ? ours : gone;
  const last = drill.steps.findLast((each) => LEASE_STEPS.has(each.what))?.what;
  const wasShown = last === 'lease-taken' || last === 'lease-not-released';
  const isNews = asked.isOurs ? last !== what : wasShown && last !== what;
  return { ...(isNews ? add(drill, step(at, what)) : drill), presenceEffects };
}

function ofCallback(drill: DrillRecord, fact: Fact): DrillRecord | null {
  if (fact.type === 'CallbackArrived') {
    if (fact.agentId !== drill.agentId) return null;
    const callbackIds = [...drill.callbackIds, fact.taskId];
    return { ...add(drill, step(fact.at, 'callback-arrived')), callbackIds };
  }
  if (fact.type !== 'CallbackJoined' && fact.type !== 'CallbackEnded') return null;
  const { at, taskId } = fact;
  if (!drill.callbackIds.includes(taskId)) return null;
  if (fact.type === 'CallbackEnded') return add(drill, step(at, 'callback-over'));
  const known = drill.steps.filter(({ what }) => what === 'callback-joined');
  const joined = fact.personIds
    .filter((id) => !known.some(({ personId: before }) => before === id))
    .map((id) => step(at, 'callback-joined', id));
  const hasAgent = fact.personIds.includes(drill.agentId);
  const callbackReachedAgent = drill.callbackReachedAgent || hasAgent;
  return { ...add(drill, ...joined), callbackReachedAgent };
}

function add(drill: DrillRecord, ...steps: readonly DrillStep[]): DrillRecord {
  return { ...drill, steps: [...drill.steps, ...steps].slice(0, STEPS_MAX) };
}

function step(
  at: number,
  what: DrillStepKind,
  about: PersonId | null = null,
  detail: string | null = null,
): DrillStep {
  return { at, what, personId: about, detail };
}
