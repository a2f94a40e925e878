/** The days that the golden journals recorded. Adding one is welcome; changing one is not. */
import type { ConfigurationDraft } from '@rufwerk/engine/core';
import {
  callsBack,
  clientsRing,
  graphTells,
  inCall,
  presenceIsRead,
  presses,
  protectedTenant,
  saysOver,
  teamsTakes,
} from './emergency/emergencyScenes.ts';
import { placesAndPreferences } from './goldenPlaces.ts';
import { HELP_DESK, person, PlayedTenant } from './playedTenant.ts';

const [helpDesk] = HELP_DESK.services ?? [];
if (helpDesk === undefined) throw new Error('The help desk has one service.');
const helpDeskWith = (changes: Partial<typeof helpDesk>): ConfigurationDraft => ({
  services: [{ ...helpDesk, ...changes }],
});

/** One call: offered, missed, declined, accepted, talked, ended, wrapped up. */
function oneCallThroughEverything(): PlayedTenant {
  const tenant = new PlayedTenant();
  tenant.waits('call-1');
  tenant.rings();
  tenant.pass(15_000);
  tenant.reads('established', 'bot', 'caller');
  tenant.settle('remove-participant');
  tenant.rings();
  tenant.invitationFails('call-1', 603);
  tenant.rings();
  tenant.roster('call-1', 'bot', 'caller', tenant.ringing() ?? '');
  tenant.pass(45_000);
  tenant.roster('call-1', 'bot', 'caller');
  while (tenant.open('read-call').length > 0) tenant.reads('established', 'bot', 'caller');
  tenant.pass(60_000);
  return tenant;
}

/** Every presence of the truth table passes over an agent while a call waits. */
function presenceOfADay(): PlayedTenant {
  const tenant = new PlayedTenant(
    helpDeskWith({ agents: ['a'], presence: { busy: true, away: true } }),
  );
  tenant.duty('a', false);
  tenant.waits('call-1');
  tenant.presence('a', 'DoNotDisturb', 'Presenting');
  tenant.duty('a', true);
  for (const [availability, activity] of [
    ['Busy', 'InACall'],
    ['Busy', 'InAConferenceCall'],
    ['Offline', 'OffWork'],
    ['PresenceUnknown', 'PresenceUnknown'],
    ['Levitating', 'Levitating'],
    ['Busy', 'InACall + OOF'],
    ['Away', 'Away'],
  ] as const) {
    tenant.pass(3_000);
    tenant.presence('a', availability, activity);
  }
  return tenant;
}

/** A redirect that is inferred from presence, and one that nobody is seen to answer. */
function redirects(): PlayedTenant {
  const tenant = new PlayedTenant(helpDeskWith({ delivery: 'redirect' }));
  tenant.dials('call-1');
  const agent = tenant.ringing() ?? '';
  tenant.settle('redirect-call');
  tenant.callState('call-1', 'terminated');
  tenant.presence(agent, 'Busy', 'InACall');
  tenant.pass(30_000);
  tenant.presence(agent, 'Available', 'Available');
  tenant.dials('call-2');
  tenant.settle('redirect-call');
  tenant.pass(30_000);
  return tenant;
}

/** A restart while one call talks, one rings and one waits. */
function restart(): PlayedTenant {
  const tenant = new PlayedTenant(helpDeskWith({ agents: ['a', 'b'] }));
  tenant.waits('talks');
  tenant.rings();
  tenant.roster('talks', 'bot', 'caller', tenant.ringing() ?? '');
  tenant.waits('rings');
  tenant.rings();
  tenant.waits('waits');
  const fromAt = tenant.now;
  tenant.restart();
  tenant.now += 45_000;
  tenant.give({ type: 'GapObserved', fromAt });
  tenant.confirmPresence();
  tenant.pass(90_000);
  return tenant;
}

/**
 * Presence from every source: polls, notifications that take and that would give, a direct read
 * before an offer, work that shows in Teams with its echo, and a view that is lost and comes back.
 */
function presenceFromItsSources(): PlayedTenant {
  const tenant = new PlayedTenant(
    helpDeskWith({
      agents: ['a', 'b'],
      order: 'fixed-order',
      presence: {
        ...{ busy: true, whenOlder: 'confirm' },
        ...{ notOlderThanSeconds: 30, activityTrustedForSeconds: 20 },
      },
      showWorkInTeams: true,
      afterCallWork: { mode: 'fixed', seconds: 20 },
    }),
  );
  const seen = (agent: string, availability: string, activity: string) => ({
    ...{ agentId: person(agent), availability, activity, sequenceNumber: null },
    ...{ fidelity: 'activity' as const, outOfOffice: false },
  });
  const reads = (...readings: ReturnType<typeof seen>[]) =>
    tenant.settle('read-presence', { kind: 'presence-read', askedAt: tenant.now, readings });
  tenant.give({ type: 'PresencePushed', readings: [seen('b', 'Busy', 'InACall')] });
  tenant.give({ type: 'PresencePushed', readings: [seen('b', 'Available', 'Available')] });
  tenant.now += 100;
  reads(seen('b', 'Busy', 'InAMeeting'));
  tenant.pass(40_000, { polling: false });
  tenant.waits('call-1');
  tenant.now += 200;
  reads(seen('a', 'Available', 'Available'));
  tenant.roster('call-1', 'bot', 'caller', tenant.ringing() ?? '');
  tenant.settle('write-presence');
  tenant.pass(10_000);
  tenant.callState('call-1', 'terminated');
  tenant.pass(20_000);
  tenant.settle('clear-presence');
  reads(seen('a', 'Busy', 'InACall'));
  tenant.pass(90_000);
  return tenant;
}

/**
 * An emergency from the button over the event, a late mail and the end of the call to a callback on
 * a number of the pool, with the hour running out; and a second agent who is called back directly.
 */
function emergencies(): PlayedTenant {
  const tenant = protectedTenant();
  tenant.waits('call-1');
  tenant.rings();
  presses(tenant, tenant.ringing() ?? '');
  tenant.reads('established', 'bot', 'caller');
  tenant.settle('remove-participant');
  presses(tenant, 'd');
  tenant.settle('send-emergency-mail', { kind: 'failed', cause: 'down' });
  teamsTakes(tenant);
  tenant.pass(20_000);
  graphTells(tenant, 'd', 18_000);
  saysOver(tenant, 'd');
  teamsTakes(tenant);
  tenant.pass(61_000);
  callsBack(tenant, 'back-1');
  presenceIsRead(tenant);
  clientsRing(tenant);
  tenant.pass(10_000);
  presenceIsRead(tenant);
  clientsRing(tenant);
  inCall(tenant, 'back-1', 'd');
  tenant.callState('back-1', 'terminated');
  tenant.now += 62 * 60_000;
  tenant.give({ type: 'TimeReached' });
  tenant.pass(10_000);
  return tenant;
}

/**
 * Four people and three numbers of the pool, and everybody dials anew; one of them has chosen a
 * status when only presence tells of the call.
 */
function emergenciesDialledAnew(): PlayedTenant {
  const tenant = protectedTenant();
  const people = ['d', 'e', 'f', 'g'];
  for (const agent of people) presses(tenant, agent);
  for (const agent of people) saysOver(tenant, agent);
  tenant.pass(30_000);
  for (const agent of people) presses(tenant, agent);
  tenant.now += 15 * 60_000;
  tenant.give({ type: 'TimeReached' });
  teamsTakes(tenant);
  tenant.pass(61_000, { pollingEveryMs: 30_000 });
  tenant.presence('d', 'DoNotDisturb', 'DoNotDisturb');
  tenant.presence('e', 'Available', 'Available');
  tenant.now += 46 * 60_000;
  tenant.give({ type: 'TimeReached' });
  return tenant;
}

/**
 * Agents in calls of ours without an offer, a preference that is refused, activities that count
 * beside a weaker availability, and somebody who comes on duty unseen.
 */
function callsBesideOffers(): PlayedTenant {
  const desk = helpDeskWith({
    agents: ['a', 'b', 'c'],
    responsibility: { preferred: ['a'], preferredFirstSeconds: 120 },
    presence: { busy: true },
  });
  const tenant = new PlayedTenant({
    services: [
      ...(desk.services ?? []),
      {
        ...{ id: 'sales', name: 'Sales', resourceAccount: 'account-sales', supervisors: ['s'] },
        responsibility: { by: 'nobody' },
        queue: { whenNobody: { do: 'person', person: 'b' } },
      },
    ],
  });
  tenant.dials('call-own', 'account-help-desk', 'c');
  tenant.settle('answer-call');
  tenant.established('call-own');
  tenant.invitationFails('call-own', 603);
  tenant.dials('call-sales', 'account-sales');
  tenant.settle('answer-call');
  tenant.established('call-sales');
  tenant.settle('transfer-call');
  tenant.callState('call-sales', 'terminated');
  tenant.pass(30_000);
  tenant.presence('b', 'Busy', 'InACall');
  tenant.pass(4_000);
  tenant.presence('b', 'Busy', 'Focusing');
  tenant.callState('call-own', 'terminated');
  tenant.duty('a', false);
  tenant.pass(40_000, { polling: false });
  tenant.waits('call-2');
  tenant.duty('a', true);
  tenant.pass(20_000, { polling: false });
  for (const agent of ['a', 'b', 'c']) tenant.duty(agent, false);
  tenant.pass(60_000);
  return tenant;
}

export const STORIES: Readonly<Record<string, () => PlayedTenant>> = {
  'flags-2-one-call-through-everything': oneCallThroughEverything,
  'flags-2-presence-of-a-day': presenceOfADay,
  'flags-2-redirects': redirects,
  'flags-2-restart': restart,
  'flags-3-presence-from-its-sources': presenceFromItsSources,
  'flags-4-emergencies': emergencies,
  'flags-7-emergencies-dialled-anew': emergenciesDialledAnew,
  'flags-8-calls-beside-offers': callsBesideOffers,
  'flags-9-emergencies': emergencies,
  'flags-10-places-and-preferences': placesAndPreferences,
};
