import type { presenceWords as english } from '../en/presence.ts';
import type { Texts } from '../texts.ts';

/** German words of states and statuses. */
export const presenceWords: Texts<typeof english> = {
  state: {
    'in-an-emergency': 'Notfall',
    'off-duty': 'Abgemeldet',
    'on-break': 'Pause',
    ready: 'Bereit',
    'not-offered': 'Nicht bereit',
    confirming: 'Präsenz wird bestätigt',
    held: 'Für Rückruf reserviert',
    ringing: 'Wird zugestellt',
    'in-a-call': 'Im Gespräch',
    'after-call-work': 'Nachbearbeitung',
    paused: 'Sperrzeit',
  },
  duty: {
    label: 'Angemeldet',
    labelFor: 'Angemeldet: {{name}}',
  },
  presence: {
    unseen: 'Teams-Status noch nicht bekannt',
    value: '{{availability}} ({{activity}})',
    seen: 'vor {{age}} gesehen durch {{source}}',
    ownSeen: 'Teams zeigt Sie als {{value}}, {{seen}}.',
    source: {
      'graph-poll': 'Microsoft Graph',
      'graph-push': 'Microsoft Graph (Meldung)',
      'graph-read': 'Microsoft Graph (direkt gelesen)',
    },
  },
  activity: {
    inacall: 'in einem Anruf',
    inaconferencecall: 'in einer Telefonkonferenz',
    inameeting: 'in einer Besprechung',
    presenting: 'präsentiert',
    focusing: 'Fokuszeit',
    urgentinterruptionsonly: 'nur dringende Unterbrechungen',
    berightback: 'bin gleich zurück',
    inactive: 'inaktiv',
    availableidle: 'untätig',
    busyidle: 'untätig',
    outofoffice: 'ausser Haus',
    offwork: 'nicht bei der Arbeit',
    presenceunknown: 'unbekannt',
  },
};
