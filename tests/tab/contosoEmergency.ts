/** Anna calls for help: what the mock server tells of it, and what is configured for it. */
import type { EmergencyShown } from '@rufwerk/engine/api';
import { ago, anna, ben, NOW } from './contoso.ts';

const inMinutes = (minutes: number): string => new Date(NOW + minutes * 60_000).toISOString();

/** Four minutes after dialling 112. */
export const annasEmergency: EmergencyShown = {
  id: 'e-1',
  agent: anna,
  isDrill: false,
  startedAt: ago(241),
  dialledAt: ago(240),
  call: 'shown',
  shownUntil: inMinutes(11),
  endIsTold: true,
  until: inMinutes(56),
  callback: { path: 'own-number', number: null, rung: [] },
  notices: [
    { contact: 'Sam Taylor', channel: 'mail', state: 'sent', retryAt: null, because: null },
    { contact: 'Sam Taylor', channel: 'activity', state: 'sending', retryAt: null, because: null },
    {
      contact: 'Adrian Weber',
      channel: 'mail',
      state: 'waiting',
      retryAt: inMinutes(1),
      because: null,
    },
    {
      contact: 'Adrian Weber',
      channel: 'activity',
      state: 'given-up',
      retryAt: null,
      because: null,
    },
    { contact: 'Sam Taylor', channel: 'card', state: 'sent', retryAt: null, because: null },
    {
      ...{ contact: 'Adrian Weber', channel: 'card', state: 'unreachable' },
      ...{ retryAt: inMinutes(1), because: 'no-app' },
    },
  ],
  shownInstead: null,
  ownDoNotDisturb: false,
  location: null,
};

/** As her supervisor sees it. */
export const seenBySupervisor: EmergencyShown = {
  ...annasEmergency,
  location: 'Bahnhofstrasse 1, 8001 Zürich, second floor',
  shownInstead: 'Available',
};

/** The call is over; help calls back on a number of the pool. */
export const annasWindow: EmergencyShown = {
  ...annasEmergency,
  call: 'over',
  callback: { path: 'pool', number: '+41440000901', rung: ['Sam Taylor', 'Adrian Weber'] },
};

export const bensDrill: EmergencyShown = {
  ...annasWindow,
  id: 'e-2',
  agent: ben,
  isDrill: true,
  callback: { path: 'own-number', number: null, rung: [] },
  notices: [],
};

const adrian = { id: 'p-adrian', name: 'Adrian Weber' };
const steps = [
  { at: ago(90_000), what: 'asked', person: anna, detail: null },
  { at: ago(90_000), what: 'blocked', person: ben, detail: null },
  { at: ago(89_999), what: 'contact-told', person: adrian, detail: 'mail' },
  { at: ago(89_999), what: 'contact-not-told', person: adrian, detail: 'activity, does-not-apply' },
  { at: ago(89_999), what: 'contact-not-told', person: anna, detail: 'activity, failed' },
  { at: ago(86_400), what: 'window-ended', person: null, detail: 'over' },
] as const;
const drill = { isOvertaken: false, path: 'pool', callbackReachedAgent: true, steps } as const;

export const drills = [
  { ...drill, id: 'd-2', agent: anna, startedAt: ago(60), finishedAt: null },
  { ...drill, id: 'd-1', agent: ben, startedAt: ago(90_000), finishedAt: ago(86_400) },
];
