/** Configurations and short scenes that the stories of the core begin with. */
import type { ConfigurationDraft, Fact } from '@rufwerk/engine/core';
import { PlayedTenant } from './playedTenant.ts';

export type ServiceDraft = NonNullable<ConfigurationDraft['services']>[number];

/** The help desk with these settings: agents a to d, supervisor s. */
export function helpDesk(settings: Partial<ServiceDraft> = {}): ServiceDraft {
  return service('help-desk', { agents: ['a', 'b', 'c', 'd'], supervisors: ['s'], ...settings });
}

export function service(id: string, settings: Partial<ServiceDraft> = {}): ServiceDraft {
  return { id, name: id, resourceAccount: `account-${id}`, ...settings };
}

/** A tenant with the help desk alone. */
export function opened(settings: Partial<ServiceDraft> = {}): PlayedTenant {
  return new PlayedTenant({ services: [helpDesk(settings)] });
}

/** A caller is answered by us, rings somebody, and whoever rings takes the call. */
export function talks(tenant: PlayedTenant, call: string): string {
  tenant.waits(call);
  const agent = rungFor(tenant, call)[0];
  if (agent === undefined) throw new Error(`Nobody rings for ${call}.`);
  tenant.roster(call, 'bot', 'caller', agent);
  return agent;
}

/** Who rings for the call, in the order of the decision. */
export function rungFor(tenant: PlayedTenant, call: string): string[] {
  const offerIds = tenant.task(call)?.offerIds ?? [];
  return offerIds.flatMap((id) => {
    const offer = tenant.state.offers.get(id);
    return offer === undefined || offer.phase === 'recalling' ? [] : [offer.agentId];
  });
}

/**
 * Nobody takes the call that rings: the ring time passes, the reading shows nobody, the recall is
 * confirmed.
 */
export function letsRing(tenant: PlayedTenant, ringSeconds = 15): Fact[] {
  if (tenant.open('invite-agent').length > 0) tenant.rings();
  const facts = tenant.pass(ringSeconds * 1000);
  if (tenant.open('read-call').length > 0)
    facts.push(...tenant.reads('established', 'bot', 'caller'));
  if (tenant.open('remove-participant').length > 0)
    facts.push(...tenant.settle('remove-participant'));
  return facts;
}

/** Names of what happened, in order, for stories in which the order counts. */
export function typesOf(facts: readonly Fact[]): string[] {
  return facts.map(({ type }) => type);
}
