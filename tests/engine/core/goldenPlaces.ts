/** The day of rule flag 10: places that are taken over, and whom a moved call is kept for. */
import { asId, type ConfigurationDraft } from '@rufwerk/engine/core';
import { helpDesk, service } from './helpDesk.ts';
import { PlayedTenant } from './playedTenant.ts';

function helpDeskAndSales(order: 'fixed-order' | 'round-robin'): ConfigurationDraft {
  const whenTooLong = { do: 'service', service: 'help-desk' } as const;
  return {
    services: [
      helpDesk({
        ...{ agents: ['a', 'b'], callBack: { offered: true } },
        responsibility: { preferred: ['a'], preferredFirstSeconds: 20 },
      }),
      service('sales', {
        ...{ agents: ['c', 'd'], supervisors: ['s'], order },
        responsibility: { preferred: ['d'], preferredFirstSeconds: 20 },
        queue: { maximumWaitSeconds: 30, whenTooLong },
      }),
    ],
  };
}

function calls(tenant: PlayedTenant, name: string, account = 'account-help-desk'): void {
  tenant.dials(name, account, 'the-caller');
  tenant.settle('answer-call');
  tenant.established(name);
}

function asksToBeCalledBack(tenant: PlayedTenant, name: string): void {
  tenant.give({ type: 'TonePressed', platformCallId: asId<never>(name), tone: '1' });
  tenant.callState(name, 'terminated');
  tenant.pass(30_000);
}

/**
 * A caller is due a call-back and calls again: while it waits, while an agent is held for it, and
 * while the own telephone rings. Another call overflows to people who are preferred there, and an
 * order changes to round robin.
 */
export function placesAndPreferences(): PlayedTenant {
  const tenant = new PlayedTenant(helpDeskAndSales('fixed-order'));
  for (const agent of ['a', 'b', 'c']) tenant.duty(agent, false);
  calls(tenant, 'waits-1');
  asksToBeCalledBack(tenant, 'waits-1');
  calls(tenant, 'again-1');
  asksToBeCalledBack(tenant, 'again-1');
  tenant.duty('a', true);
  calls(tenant, 'again-2');
  tenant.invitationFails('again-2', 603);
  asksToBeCalledBack(tenant, 'again-2');
  tenant.pass(20_000);
  tenant.settle('dial-caller', { kind: 'dialled', platformCallId: asId<never>('back-1') });
  calls(tenant, 'again-3', 'account-sales');
  tenant.invitationFails('again-3', 603);
  tenant.configure(helpDeskAndSales('round-robin'));
  tenant.restart();
  tenant.duty('c', true);
  tenant.pass(90_000);
  return tenant;
}
