/** The application's own permissions: what its token of Graph carries is what was consented to. */
import type { Found, Texts } from './check.ts';

interface Permission {
  readonly name: string;
  readonly isNeeded: 'always' | 'sometimes';
  /** Another permission that lets us do the same (platform.md section 1). */
  readonly orElse?: string;
  readonly effect: Texts;
}

/** Each with what its absence costs (platform.md sections 1 and 4; README, "permissions"). */
export const PERMISSIONS: readonly Permission[] = [
  {
    name: 'Calls.JoinGroupCall.All',
    isNeeded: 'always',
    effect: {
      en: 'Calls cannot be answered: callers hear nothing and are lost.',
      de: 'Anrufe können nicht angenommen werden: wer anruft, hört nichts und geht verloren.',
    },
  },
  {
    name: 'Calls.Initiate.All',
    isNeeded: 'always',
    effect: {
      en: 'No prompts, no transfers, no redirects; calls end after 45 minutes.',
      de: 'Keine Ansagen, kein Weiterleiten; Gespräche enden nach 45 Minuten.',
    },
  },
  {
    name: 'Calls.InitiateGroupCall.All',
    isNeeded: 'always',
    effect: {
      en: 'No agent can be rung: every caller waits until leaving the queue.',
      de: 'Niemandem kann zugestellt werden: alle warten, bis sie die Warteschlange verlassen.',
    },
  },
  {
    name: 'Calls.AccessMedia.All',
    isNeeded: 'sometimes',
    effect: {
      en: 'Keys that callers press are not heard: no call-back on request.',
      de: 'Tastendrücke werden nicht gehört: kein Rückruf auf Wunsch.',
    },
  },
  {
    name: 'Presence.Read.All',
    isNeeded: 'always',
    orElse: 'Presence.ReadWrite.All',
    effect: {
      en:
        'Unless Presence.ReadWrite.All stands in for it, presence cannot be read: it grows old, ' +
        'and then nobody is rung unless a presence account reads it instead.',
      de:
        'Wenn nicht Presence.ReadWrite.All dafür einsteht, kann die Präsenz nicht gelesen ' +
        'werden: sie veraltet, und dann wird niemandem mehr zugestellt, ausser ein Präsenzkonto ' +
        'liest sie.',
    },
  },
  {
    name: 'Presence.ReadWrite.All',
    isNeeded: 'sometimes',
    effect: {
      en:
        'Nothing of a call or of after-call work shows in Teams, and agents cannot set their ' +
        'Teams presence here.',
      de:
        'Gespräche und Nachbearbeitung sind in Teams nicht zu sehen, und der Teams-Status lässt ' +
        'sich hier nicht setzen.',
    },
  },
  {
    name: 'User.Read.All',
    isNeeded: 'always',
    effect: {
      en: 'People cannot be looked up: no import of a configuration, no names.',
      de: 'Personen können nicht gefunden werden: kein Import einer Konfiguration, keine Namen.',
    },
  },
  {
    name: 'GroupMember.Read.All',
    isNeeded: 'sometimes',
    effect: {
      en: 'Services whose responsibility is a team do not learn who belongs to it.',
      de: 'Services, für die ein Team zuständig ist, erfahren nicht, wer dazugehört.',
    },
  },
  {
    name: 'CallEvents-Emergency.Read.All',
    isNeeded: 'sometimes',
    effect: {
      en:
        'An emergency call is known only by the button in My work: whoever dials in Teams itself ' +
        'is not protected, nobody is told, and no location is shown.',
      de:
        'Von einem Notruf erfährt Rufwerk nur durch die Taste in Meine Arbeit: wer in Teams ' +
        'selbst wählt, ist nicht geschützt, niemand wird benachrichtigt, kein Ort wird gezeigt.',
    },
  },
  {
    name: 'Mail.Send',
    isNeeded: 'sometimes',
    effect: {
      en: 'No contact is told of an emergency by mail; people outside of Teams not at all.',
      de: 'Niemand erfährt per Mail von einem Notruf; wer nicht in Teams ist, gar nicht.',
    },
  },
  {
    name: 'TeamsActivity.Send',
    isNeeded: 'sometimes',
    effect: {
      en: 'An emergency does not show in the activity feed of Teams, only as a card and by mail.',
      de: 'Ein Notruf erscheint nicht in den Aktivitäten von Teams, nur als Karte und per Mail.',
    },
  },
];

/** `granted` is null while no token can be had: then nothing is said of any permission. */
export function permissionChecks(granted: readonly string[] | null): Found[] {
  if (granted === null) return [];
  const isGranted = (name: string | undefined): boolean =>
    name !== undefined && granted.includes(name);
  return PERMISSIONS.map(({ name, isNeeded, orElse, effect }) => ({
    id: `permission.${name}`,
    area: 'permissions',
    state: isGranted(name)
      ? 'good'
      : isNeeded === 'always' && !isGranted(orElse)
        ? 'fault'
        : 'warning',
    words: {
      title: { en: `Permission ${name}`, de: `Berechtigung ${name}` },
      effect,
      cause: {
        en: 'No administrator has consented to it for this application, or consent was withdrawn.',
        de: 'Für diese Anwendung wurde nicht zugestimmt, oder die Zustimmung wurde zurückgezogen.',
      },
      mend: {
        en:
          'Entra > App registrations > API permissions: add it as an application permission of ' +
          'Microsoft Graph and grant admin consent. It takes effect with the next token.',
        de:
          'Entra > App-Registrierungen > API-Berechtigungen: als Anwendungsberechtigung von ' +
          'Microsoft Graph hinzufügen und die Administratorzustimmung erteilen.',
      },
    },
  }));
}
