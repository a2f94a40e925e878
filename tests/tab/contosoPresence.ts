/** What lies outside of Rufwerk at Contoso, as the mock server tells it. */
import type {
  PresenceAccountView,
  ReadinessView,
  SignInView,
  TeamsPresence,
} from '@rufwerk/engine/api';
import { ago, NOW, presence } from './contoso.ts';

export const readiness: ReadinessView = {
  checkedAt: ago(2),
  checks: [
    {
      ...{ id: 'permission.Presence.Read.All', area: 'permissions', state: 'fault' },
      title: 'Permission Presence.Read.All',
      effect: 'Nobody’s status in Teams is known: no call is offered.',
      cause: 'The token of the application does not carry it.',
      mend: 'Grant admin consent in Entra > App registrations > API permissions.',
    },
    {
      ...{ id: 'presence.delay', area: 'presence', state: 'warning' },
      title: 'Delay of presence',
      effect: 'Agents may be rung in a meeting.',
      cause: 'One in ten changes came more than a minute late.',
      mend: 'See whether mailboxes are on premises.',
    },
    {
      ...{ id: 'calls.voicemail', area: 'calls', state: 'advice' },
      title: 'Voicemail of the agents',
      effect: 'A call may end in somebody’s voicemail.',
      cause: 'It cannot be read from here.',
      mend: 'Let voicemail answer later than the ring time.',
    },
    {
      ...{ id: 'sign-in', area: 'sign-in', state: 'good' },
      title: 'Sign-in of the application',
      ...{ effect: null, cause: null, mend: null },
    },
  ],
};

export const mendedReadiness: ReadinessView = {
  checkedAt: ago(0),
  checks: readiness.checks.filter(({ state }) => state !== 'fault'),
};

export const annasTeamsPresence: TeamsPresence = {
  seen: { ...presence('Busy', 'InAMeeting'), since: ago(607) },
  shown: {
    ...{ availability: 'Busy', activity: 'InACall' },
    since: ago(60),
    until: new Date(NOW + 540_000).toISOString(),
  },
  leases: [
    {
      ...{ owner: 'rufwerk', because: 'a call of IT Helpdesk' },
      ...{ availability: 'Busy', activity: 'InACall' },
      since: ago(60),
      until: new Date(NOW + 540_000).toISOString(),
    },
  ],
  own: null,
  entries: [
    { at: ago(60), text: 'Rufwerk is to show Busy, in a call because of a call of IT Helpdesk' },
    { at: ago(4_000), text: 'The person reset the own setting' },
    { at: ago(90_000), text: 'The person chose Do not disturb for 30 minutes' },
  ],
};

const soon = (minutes: number): string => new Date(NOW + minutes * 60_000).toISOString();

export const presenceAccounts: readonly PresenceAccountView[] = [
  {
    ...{ id: 'a-1', userPrincipalName: 'presence.one@contoso.example', name: 'Presence One' },
    ...{ tenantId: 'contoso', seesActivity: true, addedAt: ago(90_000), problem: null },
    subscription: {
      ...{
        state: 'live',
        newsState: 'online',
        people: 312,
        madeAt: ago(1_200),
        expiresAt: soon(40),
      },
      ...{ lastNotificationAt: ago(9), silentSinceAt: null, lastError: null },
    },
  },
  {
    ...{ id: 'a-2', userPrincipalName: 'presence.two@fabrikam.example', name: 'Presence Two' },
    ...{ tenantId: 'fabrikam', seesActivity: false, addedAt: ago(80_000) },
    problem: {
      ...{ kind: 'second-factor', field: 'multi-factor authentication' },
      rule: 'The account has to give a second factor.',
      mend: 'Exempt this account from multi-factor authentication, then sign it in again.',
    },
    subscription: {
      ...{ state: 'barred', newsState: 'offline', people: 0, madeAt: null, expiresAt: null },
      ...{ lastNotificationAt: null, silentSinceAt: null, lastError: null },
    },
  },
];

export function waitingSignIn(way: SignInView['way']): SignInView {
  return {
    ...{ id: 's-1', way, state: 'waiting', expiresAt: soon(15) },
    address: 'https://login.contoso.example/device',
    userCode: way === 'device-code' ? 'ABCD-EFGH' : null,
    ...{ accountId: null, problem: null },
  };
}
