/** English words of states and statuses. */
export const presenceWords = {
  state: {
    'in-an-emergency': 'Emergency',
    'off-duty': 'Off duty',
    'on-break': 'On a break',
    ready: 'Ready',
    'not-offered': 'Not ready',
    ringing: 'Ringing',
    'in-a-call': 'In a call',
    'after-call-work': 'After-call work',
    paused: 'Paused',
  },
  duty: {
    label: 'On duty',
    labelFor: 'On duty: {{name}}',
  },
  presence: {
    unseen: 'Teams status not known yet',
    value: '{{availability}} ({{activity}})',
    seen: 'seen {{age}} ago by {{source}}',
    ownSeen: 'Teams shows you as {{value}}, {{seen}}.',
    source: {
      'graph-poll': 'Microsoft Graph',
      'graph-push': 'Microsoft Graph (notification)',
      'graph-read': 'Microsoft Graph (read directly)',
    },
  },
  activity: {
    inacall: 'in a call',
    inaconferencecall: 'in a conference call',
    inameeting: 'in a meeting',
    presenting: 'presenting',
    focusing: 'focusing',
    urgentinterruptionsonly: 'urgent interruptions only',
    berightback: 'be right back',
    inactive: 'inactive',
    availableidle: 'idle',
    busyidle: 'idle',
    outofoffice: 'out of office',
    offwork: 'off work',
    presenceunknown: 'unknown',
  },
} as const;
