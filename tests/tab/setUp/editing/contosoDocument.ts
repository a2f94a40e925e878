/** A configuration in which no setting has its default, for tests that nothing is lost. */
import { type Configuration, validateConfiguration } from '@rufwerk/engine/core';

const GROUP = '5fd17350-6988-4395-9c56-2a3d48fff02f';

const service = {
  id: 'it-helpdesk',
  name: 'IT Helpdesk',
  resourceAccount: 'it-helpdesk@contoso.example',
  agents: ['anna.agent@contoso.example', 'ben.agent@contoso.example'],
  supervisors: ['sam.supervisor@contoso.example'],
  responsibility: {
    by: 'skills',
    team: GROUP,
    newMembersActive: false,
    skills: [{ skill: 'network', minimum: 70 }],
    levels: [{ afterSeconds: 20, agents: [], skills: [{ skill: 'network', minimum: 30 }] }],
    preferred: ['ben.agent@contoso.example'],
    preferredFirstSeconds: 5,
    lastAgentFirstSeconds: 10,
  },
  delivery: 'conference',
  order: 'broadcast',
  presence: {
    ...{ busy: true, away: true, busyWhileDegraded: true, notOlderThanSeconds: 60 },
    blockingActivities: 'in-a-conversation',
  },
  offers: {
    ...{ ringTimeoutSeconds: 20, pauseAfterMissedSeconds: 31, pauseAfterDeclinedSeconds: 32 },
    ...{ pauseAfterUnreachableSeconds: 33, offDutyAfterMisses: 3, broadcastTo: 4 },
    pauseAfterMissedBroadcast: true,
  },
  afterCallWork: { mode: 'extendable', seconds: 20, extensionSeconds: 25, maximumSeconds: 90 },
  queue: {
    ...{ priority: 1, maximumWaiting: 5, maximumWaitSeconds: 600, nobodyAfterSeconds: 10 },
    whenFull: { do: 'service', service: 'sales' },
    whenTooLong: { do: 'voicemail', person: 'sam.supervisor@contoso.example' },
    whenNobody: { do: 'group-voicemail', group: GROUP },
    whenClosed: { do: 'number', number: '+41435000000' },
    waitingAtClosing: 'act',
  },
  hours: {
    timeZone: 'Europe/Zurich',
    week: { monday: [{ from: '08:00', to: '12:00' }], sunday: [{ from: '13:00', to: '24:00' }] },
    holidays: 'CH-ZH',
    exceptions: [
      { day: '2026-12-24', name: 'Christmas Eve', periods: [{ from: '08:00', to: '11:30' }] },
      { day: '2026-12-31', periods: [] },
    ],
  },
  announcements: {
    ...{ greeting: 'summer', waitingMusic: 'jazz', comfort: 'comfort', comfortEverySeconds: 45 },
    callBackConfirmed: 'see-you',
  },
  callBack: {
    ...{ offered: true, key: '2', attempts: 3, retryAfterSeconds: 301, dialTimeoutSeconds: 46 },
  },
  redirectMaximumMinutes: 121,
  emergencyContacts: ['sam.supervisor@contoso.example', 'alarm@fabrikam.example'],
};

const document = {
  administrators: ['admin@contoso.example'],
  dutyAtStart: 'off',
  ageingSeconds: 121,
  timeZone: 'Europe/Zurich',
  agents: [
    {
      id: 'anna.agent@contoso.example',
      skills: [{ skill: 'network', level: 90 }],
      profiles: ['network-only'],
      lots: 2,
      emergency: { contacts: ['door@contoso.example'], callback: 'pool', country: 'GB' },
    },
  ],
  emergency: {
    contacts: ['sam.supervisor@contoso.example'],
    policies: ['Zurich'],
    country: 'CH',
    numbers: [{ country: 'CH', numbers: ['112', '144'] }],
    callbackNumbers: [{ resourceAccount: 'help-1@contoso.example', number: '+41440000901' }],
    mailFrom: 'alarm@contoso.example',
    mailTemplates: [{ language: 'de', subject: 'Hilfe', body: '{{agent}} {{drill}}' }],
  },
  profiles: [{ id: 'network-only', name: 'Network only', skills: ['network'] }],
  breakReasons: [{ code: 110, name: 'Lunch', maximumMinutes: 60 }],
  services: [
    service,
    { id: 'sales', name: '12', resourceAccount: 'sales@contoso.example', agents: [] },
  ],
};

export function contosoDocument(): Configuration {
  const result = validateConfiguration(document);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.configuration;
}
