/** Scenes that the stories of emergencies begin with. */
import {
  asId,
  type ConfigurationDraft,
  type EmergencyState,
  type Fact,
  type PlatformCallId,
} from '@rufwerk/engine/core';
import { rosterOf } from '../roster.ts';
import { helpDesk, service } from '../helpDesk.ts';
import { person, PlayedTenant } from '../playedTenant.ts';

export const MINUTE_MS = 60_000;

/** Agents a to d; d, and in a fire e to g, are called back on numbers of the pool. */
export const PROTECTED: ConfigurationDraft = {
  administrators: ['admin'],
  agents: [
    { id: 'a', emergency: { contacts: ['friend'] } },
    ...['d', 'e', 'f', 'g'].map((id) => ({ id, emergency: { callback: 'pool' as const } })),
  ],
  emergency: {
    contacts: ['porter'],
    callbackNumbers: [1, 2, 3].map((number) => ({
      resourceAccount: `account-pool-${number}`,
      number: `+4144000090${number}`,
    })),
  },
  services: [
    helpDesk({ emergencyContacts: ['nurse'] }),
    service('workshop', { agents: ['e', 'f', 'g'], supervisors: ['s'] }),
  ],
};

export function protectedTenant(draft: ConfigurationDraft = PROTECTED): PlayedTenant {
  return new PlayedTenant(draft);
}

/** The agent presses the button of the tab. */
export function presses(tenant: PlayedTenant, agent: string): Fact[] {
  return seen(tenant, agent, { sign: 'button', by: agent });
}

/** Graph tells of a call; `agoMs`: how long before now it was dialled. */
export function graphTells(tenant: PlayedTenant, agent: string, agoMs = 0): Fact[] {
  return seen(tenant, agent, { sign: 'event', dialledAt: tenant.now - agoMs });
}

interface Sign {
  readonly sign: 'button' | 'event' | 'caller-id';
  readonly dialledAt?: number;
  readonly isDrill?: boolean;
  readonly by?: string;
}

export function seen(tenant: PlayedTenant, agent: string, sign: Sign): Fact[] {
  return tenant.give({
    ...{ type: 'EmergencyCallSeen', agentId: person(agent), sign: sign.sign },
    ...{ dialledAt: sign.dialledAt ?? null, isDrill: sign.isDrill ?? false },
    by: sign.by === undefined ? null : person(sign.by),
  });
}

export function saysOver(tenant: PlayedTenant, agent: string, by = agent): Fact[] {
  const said = { agentId: person(agent), by: person(by), endedAt: null };
  return tenant.give({ type: 'EmergencyCallOver', ...said });
}

export function saysReady(tenant: PlayedTenant, agent: string): Fact[] {
  return tenant.give({
    type: 'CallbackWindowEnded',
    agentId: person(agent),
    by: person(agent),
  });
}

/** The emergency that protects the agent, or one of theirs that waits for its last card. */
export function emergencyOf(tenant: PlayedTenant, agent: string): EmergencyState | undefined {
  return [...tenant.state.emergencies.values()].find(({ agentId }) => agentId === person(agent));
}

export function isProtected(tenant: PlayedTenant, agent: string): boolean {
  return tenant.agent(agent).emergencyId !== null;
}

/** Teams takes what we show, and its end. */
export function teamsTakes(tenant: PlayedTenant): void {
  for (const kind of ['write-presence', 'clear-presence'] as const) {
    while (tenant.open(kind).length > 0) tenant.settle(kind);
  }
}

/** d has called the emergency service, and the call is over. */
export function afterACall(): PlayedTenant {
  const tenant = protectedTenant();
  presses(tenant, 'd');
  teamsTakes(tenant);
  saysOver(tenant, 'd');
  teamsTakes(tenant);
  tenant.pass(61_000);
  return tenant;
}

/** The responder dials a number of the pool and is answered. */
export function callsBack(tenant: PlayedTenant, name: string, account = 'account-pool-1'): Fact[] {
  const facts = [...tenant.dials(name, account, 'nobody'), ...tenant.settle('answer-call')];
  return [...facts, ...tenant.established(name)];
}

/** Presence is read and shows these people as they are said to be; everybody else is free. */
export function presenceIsRead(
  tenant: PlayedTenant,
  shown: Readonly<Record<string, string>> = {},
): Fact[] {
  const [read] = tenant.open('read-presence').filter(({ because }) => because === 'callback');
  if (read === undefined) throw new Error('No presence is being read for a callback.');
  const readings = read.agentIds.map((agentId) => {
    const availability = shown[agentId] ?? 'Available';
    const about = { fidelity: 'activity', outOfOffice: false, sequenceNumber: null } as const;
    return { agentId, availability, activity: availability, ...about };
  });
  return tenant.give({
    type: 'EffectReported',
    effectId: read.effectId,
    outcome: { kind: 'presence-read', askedAt: tenant.now, readings },
  });
}

/** Who is rung for a callback now, in the order of the rings. */
export function rungNow(tenant: PlayedTenant): string[] {
  return [...tenant.state.callbacks.values()].flatMap(({ rings }) =>
    rings.filter(({ phase }) => phase === 'ringing').map(({ personId }) => personId),
  );
}

/** The platform takes every invitation that is open. */
export function clientsRing(tenant: PlayedTenant): void {
  for (const { target, effectId } of tenant.open('invite-target')) {
    const participantId = target.kind === 'person' ? `leg-of-${target.personId}` : null;
    tenant.give({
      type: 'EffectReported',
      effectId,
      outcome: { kind: 'invited', participantId },
    });
  }
}

/** Who is in the call, as the platform tells it. */
export function inCall(tenant: PlayedTenant, name: string, ...people: string[]): Fact[] {
  return tenant.give({
    type: 'RosterReported',
    platformCallId: asId<PlatformCallId>(name),
    roster: rosterOf(['bot', 'responder', ...people]),
  });
}
