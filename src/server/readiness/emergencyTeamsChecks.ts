/** Who cannot be told of an emergency in Teams itself, as far as that is known from here. */
import type { Found } from './check.ts';
import type { EmergencyNow } from './emergencyNow.ts';
import { namedPeople } from './namedPeople.ts';

export function emergencyTeamsChecks({ hasTeamsApp, told }: EmergencyNow): Found[] {
  if (told.anybody === 0) return [teamsAppCheck(hasTeamsApp)];
  return [teamsAppCheck(hasTeamsApp), chatCheck(told.withoutChat), ...outsideList(told.outside)];
}

function teamsAppCheck(hasTeamsApp: boolean): Found {
  return {
    id: 'emergency.teams-app',
    area: 'emergencies',
    state: hasTeamsApp ? 'good' : 'warning',
    words: {
      title: { en: 'Activity notifications in Teams', de: 'Aktivitäten in Teams' },
      effect: {
        en:
          'Nothing about an emergency stands in anybody’s activity feed, and links in mails open ' +
          'a browser instead of Teams.',
        de:
          'Von einem Notruf steht bei niemandem etwas in den Aktivitäten, und Links in Mails ' +
          'öffnen einen Browser statt Teams.',
      },
      cause: {
        en: 'TEAMS_APP_ID is not set, and a notification leads into the Teams app of this id.',
        de: 'TEAMS_APP_ID fehlt, und eine Aktivität führt in die Teams-App mit dieser Kennung.',
      },
      mend: {
        en: 'Set TEAMS_APP_ID to the id in the manifest of the Teams app, and start Rufwerk anew.',
        de: 'TEAMS_APP_ID auf die id im Manifest der Teams-App setzen und Rufwerk neu starten.',
      },
    },
  };
}

function chatCheck(names: readonly string[]): Found {
  const who = namedPeople(names);
  return {
    id: 'emergency.contacts-chat',
    area: 'emergencies',
    state: names.length === 0 ? 'good' : 'warning',
    words: {
      title: { en: 'Contacts with the app in Teams', de: 'Kontakte mit der App in Teams' },
      effect: {
        en: `Neither card nor activity may reach these when somebody calls for help: ${who.en}.`,
        de: `Weder Karte noch Aktivität erreichen vielleicht, wenn jemand Hilfe ruft: ${who.de}.`,
      },
      cause: {
        en: 'Teams has told of no chat between them and Rufwerk: the app is not installed, or was removed.',
        de: 'Teams hat von keinem Chat mit Rufwerk berichtet: Die App ist nicht installiert oder wurde entfernt.',
      },
      mend: {
        en: 'Install the app for them (Teams admin centre > Teams apps > Setup policies); each opens it once.',
        de: 'Die App für sie installieren (Teams Admin Center > Teams-Apps > Setuprichtlinien); jeder öffnet sie einmal.',
      },
    },
  };
}

/** Somebody outside may well be meant: that is advice, and stands only where there is somebody. */
function outsideList(names: readonly string[]): Found[] {
  if (names.length === 0) return [];
  const who = namedPeople(names);
  return [
    {
      id: 'emergency.contacts-outside',
      area: 'emergencies',
      state: 'advice',
      words: {
        title: { en: 'Contacts outside Teams', de: 'Kontakte ausserhalb von Teams' },
        effect: {
          en: `A mail is all that these get, and no callback rings them: ${who.en}.`,
          de: `Nur eine Mail bekommen diese, und kein Rückruf klingelt bei ihnen: ${who.de}.`,
        },
        cause: {
          en: 'They are named by mail address; the directory has no person of that name.',
          de: 'Sie sind mit einer Mailadresse genannt; das Verzeichnis kennt keine solche Person.',
        },
        mend: {
          en: 'Where they have an account here, name them by user principal name; else name somebody with Teams, too.',
          de: 'Wer hier ein Konto hat, mit dem Benutzerprinzipalnamen nennen; sonst auch jemanden mit Teams nennen.',
        },
      },
    },
  ];
}
