/** Each problem of a presence account in both languages: a setting, what is so, and the mend. */
import { asSaid } from '@rufwerk/engine/core';
import type { TroubleWords } from '../troubleWords.ts';
import { ACCOUNT_SCOPES, NEEDED_PERMISSION } from './accountScopes.ts';

const SIGN_IN = { en: 'sign-in', de: 'Anmeldung' };
const ACCOUNT = { en: 'account', de: 'Konto' };
const SCOPES = ACCOUNT_SCOPES.join(', ');

export const ACCOUNT_PROBLEM_WORDS = {
  'second-factor': {
    field: { en: 'multi-factor authentication', de: 'Mehrstufige Authentifizierung (MFA)' },
    rule: {
      en: 'The account has to give a second factor, which nobody is there to give when its sign-in is renewed.',
      de: 'Das Konto muss einen zweiten Faktor angeben; wird die Anmeldung erneuert, ist dafür niemand da.',
    },
    mend: {
      en:
        'Exempt this account from multi-factor authentication, best for trusted locations only ' +
        '(Conditional Access > Named locations), then sign it in again.',
      de:
        'Dieses Konto von der mehrstufigen Authentifizierung ausnehmen, am besten nur für ' +
        'vertrauenswürdige Orte (Bedingter Zugriff > Benannte Standorte), und neu anmelden.',
    },
  },
  'conditional-access': {
    field: { en: 'Conditional Access', de: 'Bedingter Zugriff' },
    rule: {
      en: 'A Conditional Access policy of the directory keeps the account out.',
      de: 'Eine Richtlinie für bedingten Zugriff des Verzeichnisses sperrt das Konto aus.',
    },
    mend: {
      en:
        'Let the policy allow this account from the place where Rufwerk runs (Conditional ' +
        'Access > Named locations), then sign it in again. Entra > Sign-in logs names the policy.',
      de:
        'Die Richtlinie muss dieses Konto von dort zulassen, wo Rufwerk läuft (Bedingter ' +
        'Zugriff > Benannte Standorte); dann neu anmelden. Entra > Anmeldeprotokolle nennt die Richtlinie.',
    },
  },
  'consent-missing': {
    field: { en: 'delegated permissions', de: 'Delegierte Berechtigungen' },
    rule: {
      en: `Nobody has consented to ${SCOPES} for this application.`,
      de: `Für diese Anwendung hat niemand in ${SCOPES} eingewilligt.`,
    },
    mend: {
      en:
        'Grant the delegated permissions in Entra > App registrations > API permissions > Grant ' +
        'admin consent, then sign the account in again.',
      de:
        'Die delegierten Berechtigungen erteilen: Entra > App-Registrierungen > ' +
        'API-Berechtigungen > Administratorzustimmung erteilen; dann das Konto neu anmelden.',
    },
  },
  'permission-missing': {
    field: {
      en: `delegated permission ${NEEDED_PERMISSION}`,
      de: `Delegierte Berechtigung ${NEEDED_PERMISSION}`,
    },
    rule: {
      en: `The sign-in does not carry ${NEEDED_PERMISSION}, without which no presence can be read.`,
      de: `Der Anmeldung fehlt ${NEEDED_PERMISSION}; ohne sie ist keine Präsenz zu lesen.`,
    },
    mend: {
      en:
        'Add it in Entra > App registrations > API permissions as a delegated permission and ' +
        'grant admin consent, then sign the account in again.',
      de:
        'Sie unter Entra > App-Registrierungen > API-Berechtigungen als delegierte Berechtigung ' +
        'hinzufügen und die Administratorzustimmung erteilen; dann das Konto neu anmelden.',
    },
  },
  revoked: {
    field: SIGN_IN,
    rule: {
      en: 'The sign-in of the account has ended: it was revoked, its password changed, or it was not used for too long.',
      de: 'Die Anmeldung des Kontos ist erloschen: widerrufen, Kennwort geändert, oder zu lange nicht benutzt.',
    },
    mend: { en: 'Sign the account in again.', de: 'Das Konto neu anmelden.' },
  },
  declined: {
    field: SIGN_IN,
    rule: { en: 'The sign-in was declined.', de: 'Die Anmeldung wurde abgelehnt.' },
    mend: {
      en: 'Start it again, and accept what is asked.',
      de: 'Neu beginnen und annehmen, was gefragt wird.',
    },
  },
  'code-expired': {
    field: SIGN_IN,
    rule: {
      en: 'Nobody finished the sign-in in time.',
      de: 'Die Anmeldung wurde nicht rechtzeitig beendet.',
    },
    mend: { en: 'Start it again.', de: 'Neu beginnen.' },
  },
  'account-disabled': {
    field: ACCOUNT,
    rule: { en: 'The account is disabled.', de: 'Das Konto ist deaktiviert.' },
    mend: {
      en: 'Enable it in Entra > Users, or sign another account in.',
      de: 'Es unter Entra > Benutzer aktivieren, oder ein anderes Konto anmelden.',
    },
  },
  'not-in-directory': {
    field: ACCOUNT,
    rule: {
      en: 'The account is no member and no guest of the directory that it should sign in to.',
      de: 'Das Konto ist weder Mitglied noch Gast des Verzeichnisses, in dem es sich anmelden soll.',
    },
    mend: {
      en: 'Invite it as a guest first (Entra > Users > Invite external user), or choose another.',
      de: 'Es erst als Gast einladen (Entra > Benutzer > Externen Benutzer einladen), oder ein anderes wählen.',
    },
  },
  'directory-unknown': {
    field: asSaid('tenantId'),
    rule: {
      en: 'Microsoft Entra knows no directory by that id.',
      de: 'Microsoft Entra kennt kein Verzeichnis mit dieser Id.',
    },
    mend: {
      en:
        'Give the directory id that the Entra admin centre shows under Overview, or none: then ' +
        'it is the directory in MICROSOFT_TENANT_ID.',
      de:
        'Die Verzeichnis-Id angeben, die das Entra Admin Center in der Übersicht zeigt, oder ' +
        'keine: Dann ist es das Verzeichnis in MICROSOFT_TENANT_ID.',
    },
  },
  'public-flow-off': {
    field: { en: 'Allow public client flows', de: 'Öffentliche Clientflows zulassen' },
    rule: {
      en: 'The application may not let accounts sign in by a code on another device.',
      de: 'Die Anwendung darf Konten nicht mit einem Code auf einem anderen Gerät anmelden lassen.',
    },
    mend: {
      en:
        'Sign the account in by redirect, or turn on Entra > App registrations > ' +
        'Authentication > Allow public client flows.',
      de:
        'Das Konto im Browser anmelden, oder unter Entra > App-Registrierungen > ' +
        'Authentifizierung die öffentlichen Clientflows zulassen.',
    },
  },
  application: {
    field: {
      en: 'MICROSOFT_APP_ID and MICROSOFT_APP_SECRET',
      de: 'MICROSOFT_APP_ID und MICROSOFT_APP_SECRET',
    },
    rule: {
      en: 'Entra does not take the application itself: its id, its secret or its redirect address.',
      de: 'Entra nimmt die Anwendung selbst nicht an: ihre Id, ihr Geheimnis oder ihre Umleitungsadresse.',
    },
    mend: {
      en:
        'Check both variables, and that the redirect address is registered under Entra > App ' +
        'registrations > Authentication.',
      de:
        'Beide Variablen prüfen, und ob die Umleitungsadresse unter Entra > ' +
        'App-Registrierungen > Authentifizierung eingetragen ist.',
    },
  },
  'too-many': {
    field: { en: 'presence accounts', de: 'Präsenzkonten' },
    rule: {
      en: 'Two presence accounts are kept at most, the second for when the first fails.',
      de: 'Höchstens zwei Präsenzkonten sind möglich, das zweite für den Ausfall des ersten.',
    },
    mend: { en: 'Delete one of them first.', de: 'Erst eines von ihnen löschen.' },
  },
} as const satisfies Readonly<Record<string, TroubleWords>>;

/** A problem whose words need nothing more; of the others, the words name what was said. */
export type WordedProblem = keyof typeof ACCOUNT_PROBLEM_WORDS;
