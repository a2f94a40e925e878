/** What the stories about distribution share: a service like the help desk, and who rings. */
import type { ConfigurationDraft, ServiceId } from '@rufwerk/engine/core';
import { asId } from '@rufwerk/engine/core';
import { HELP_DESK, type PlayedTenant } from './playedTenant.ts';

type ServiceDraft = NonNullable<ConfigurationDraft['services']>[number];

const [first] = HELP_DESK.services ?? [];
if (first === undefined) throw new Error('The help desk has one service.');
const helpDesk: ServiceDraft = first;

/** The help desk with other settings, and further services beside it. */
export function desk(
  changes: Partial<ServiceDraft>,
  others: readonly ServiceDraft[] = [],
  rest: Omit<ConfigurationDraft, 'services'> = {},
): ConfigurationDraft {
  return { ...rest, services: [{ ...helpDesk, ...changes }, ...others] };
}

export function service(id: string, changes: Partial<ServiceDraft> = {}): ServiceDraft {
  return { ...helpDesk, id, name: id, resourceAccount: `account-${id}`, ...changes };
}

export const serviceId = (id: string): ServiceId => asId<ServiceId>(id);

/** Everybody whom something rings at, in the order of the offers. */
export function rung(tenant: PlayedTenant): string[] {
  return [...tenant.state.offers.values()].map(({ agentId }) => agentId);
}
