/** Contoso's configuration as the mock server tells it to administrators. */
import type { AgentsList, Announcement } from '@rufwerk/engine/api';
import { type Configuration, validateConfiguration } from '@rufwerk/engine/core';
import { anna, ben } from './contoso.ts';

const document = {
  administrators: ['admin@contoso.example'],
  timeZone: 'Europe/Zurich',
  agents: [
    { id: 'anna.agent@contoso.example', skills: [{ skill: 'network', level: 30 }] },
    { id: 'ben.agent@contoso.example', skills: [{ skill: 'network', level: 85 }] },
  ],
  profiles: [{ id: 'network-only', name: 'Network only', skills: ['network'] }],
  breakReasons: [
    { code: 100, name: 'Break' },
    { code: 110, name: 'Lunch', maximumMinutes: 60 },
  ],
  services: [
    {
      id: 'it-helpdesk',
      name: 'IT Helpdesk',
      resourceAccount: 'it-helpdesk@contoso.example',
      agents: ['anna.agent@contoso.example', 'ben.agent@contoso.example'],
      supervisors: ['sam.supervisor@contoso.example'],
      responsibility: { levels: [{ afterSeconds: 60, agents: ['carla.agent@contoso.example'] }] },
      hours: {
        timeZone: 'Europe/Zurich',
        week: { monday: [{ from: '08:00', to: '17:00' }] },
        holidays: 'CH-ZH',
        exceptions: [{ day: '2026-12-24', name: 'Christmas Eve', periods: [] }],
      },
      queue: { whenFull: { do: 'service', service: 'sales' }, maximumWaitSeconds: 600 },
      callBack: { offered: true },
    },
    {
      id: 'sales',
      name: 'Sales',
      resourceAccount: 'sales@contoso.example',
      agents: ['anna.agent@contoso.example'],
      supervisors: ['sam.supervisor@contoso.example'],
    },
  ],
};

export function configurationOfContoso(): Configuration {
  const result = validateConfiguration(document);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.configuration;
}

export const announcements: readonly Announcement[] = [
  {
    name: 'greeting',
    source: 'built-in',
    ...{ durationSeconds: 3, bytes: 96_044, uploadedAt: null },
    path: '/media/greeting.wav',
    usedBy: ['services[0].announcements.greeting'],
  },
  {
    name: 'summer-greeting',
    source: 'uploaded',
    ...{ durationSeconds: 4.2, bytes: 134_444, uploadedAt: '2026-11-20T09:00:00.000Z' },
    path: '/media/digest/summer-greeting.wav',
    usedBy: [],
  },
];

const services = [{ id: 'it-helpdesk', name: 'IT Helpdesk', active: true }];

export const listedAgents: AgentsList['items'] = [
  { agent: anna, userPrincipalName: 'anna.agent@contoso.example', services },
  { agent: ben, userPrincipalName: 'ben.agent@contoso.example', services },
];
