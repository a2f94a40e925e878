/**
 * What facts make of the ledger of presences: what was shown of a person, by whom, and why. What
 * Graph is asked for is told once it has answered: a refusal is no deed.
 */
import type { Effect, EffectId, Fact, FactOf, PersonId } from '@rufwerk/engine/core';
import type { PresenceAsked, PresenceEntry } from '@rufwerk/engine/ports';
import type { Place } from '../tables.ts';
import type { Projecting } from './projecting.ts';

type Change = PresenceEntry['change'];

export async function projectPresenceEntry(projecting: Projecting, fact: Fact): Promise<void> {
  switch (fact.type) {
    case 'LeaseTaken': {
      const { agentId, at, owner, reason, presence, untilAt } = fact;
      const change = { kind: 'lease-taken', owner, reason, presence, untilAt } as const;
      return insert(projecting, agentId, at, change);
    }
    case 'LeaseReleased': {
      const { agentId, at, owner, cause } = fact;
      return insert(projecting, agentId, at, { kind: 'lease-released', owner, cause });
    }
    case 'EffectRequested': {
      const { effectId, effect, at } = fact;
      const asked = askedIn(effect, at);
      if (asked !== null) await remember(projecting, effectId, asked);
      return;
    }
    case 'EffectSettled':
      return settled(projecting, fact);
    default:
  }
}

interface Asked {
  readonly agentId: PersonId;
  readonly asked: PresenceAsked;
}

function askedIn(effect: Effect, at: number): Asked | null {
  switch (effect.kind) {
    case 'prefer-presence': {
      const { agentId, presence, forMinutes } = effect;
      return { agentId, asked: { kind: 'own-act', presence, forMinutes } };
    }
    case 'write-presence': {
      const { agentId, presence, forSeconds } = effect;
      return { agentId, asked: { kind: 'shown', presence, untilAt: at + forSeconds * 1000 } };
    }
    case 'clear-presence':
      return { agentId: effect.agentId, asked: { kind: 'cleared' } };
    default:
      return null;
  }
}

async function remember(
  { transaction, tenantId }: Projecting,
  effectId: EffectId,
  { agentId, asked }: Asked,
): Promise<void> {
  const row = { tenant_id: tenantId, effect_id: effectId, agent_id: agentId };
  await transaction
    .insertInto('presence_asked')
    .values({ ...row, asked: JSON.stringify(asked) })
    .execute();
}

async function settled(
  projecting: Projecting,
  { effectId, outcome, at }: FactOf<'EffectSettled'>,
): Promise<void> {
  const { transaction, tenantId } = projecting;
  const row = await transaction
    .deleteFrom('presence_asked')
    .where('tenant_id', '=', tenantId)
    .where('effect_id', '=', effectId)
    .returning(['agent_id', 'asked'])
    .executeTakeFirst();
  if (row === undefined) return;
  const agentId = row.agent_id as PersonId;
  const asked = JSON.parse(row.asked) as PresenceAsked;
  const change: Change = outcome === 'done' ? asked : { kind: 'refused', asked };
  const repeated =
    asked.kind === 'own-act' ? null : await repeatedBy(projecting, { agentId, at, change });
  if (repeated === null) return insert(projecting, agentId, at, change);
  await replace(projecting, repeated, change);
}

interface Settled {
  readonly agentId: PersonId;
  readonly at: number;
  readonly change: Change;
}

/** Renewals and further tries say nothing new: the entry of the first one goes on. */
async function repeatedBy(
  { transaction, tenantId }: Projecting,
  { agentId, at, change }: Settled,
): Promise<Place | null> {
  const last = await transaction
    .selectFrom('presence_entry')
    .select(['seq', 'position', 'change'])
    .where('tenant_id', '=', tenantId)
    .where('agent_id', '=', agentId)
    .orderBy('seq', 'desc')
    .orderBy('position', 'desc')
    .limit(LOOKED_BACK)
    .execute();
  for (const { seq, position, change: text } of last) {
    const before = JSON.parse(text) as Change;
    if (!isWrite(before)) continue;
    if (before.kind === 'shown' && before.untilAt < at) return null;
    return meaningOf(before) === meaningOf(change) ? { seq, position } : null;
  }
  return null;
}

/** The write before this one stands near: only leases and own acts come between. */
const LOOKED_BACK = 10;

function isWrite(change: Change): boolean {
  const { kind } = change.kind === 'refused' ? change.asked : change;
  return kind === 'shown' || kind === 'cleared';
}

/** All but until when. */
function meaningOf(change: Change): string {
  if (change.kind === 'refused') return `refused ${meaningOf(change.asked)}`;
  if (change.kind !== 'shown') return change.kind;
  const { availability, activity } = change.presence;
  return `${change.kind} ${availability} ${activity}`;
}

async function insert(
  { transaction, tenantId, place }: Projecting,
  agentId: PersonId,
  at: number,
  change: Change,
): Promise<void> {
  const row = { tenant_id: tenantId, ...place, agent_id: agentId, at };
  await transaction
    .insertInto('presence_entry')
    .values({ ...row, change: JSON.stringify(change) })
    .execute();
}

async function replace(
  { transaction, tenantId }: Projecting,
  { seq, position }: Place,
  change: Change,
): Promise<void> {
  await transaction
    .updateTable('presence_entry')
    .set({ change: JSON.stringify(change) })
    .where('tenant_id', '=', tenantId)
    .where('seq', '=', seq)
    .where('position', '=', position)
    .execute();
}
