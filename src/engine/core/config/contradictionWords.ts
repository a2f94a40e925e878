/** The words of what a configuration may not say, English and German (Swiss spelling). */
import type { RuleWords } from './problem.ts';

const ANOTHER_ID = {
  en: 'Give one of them another id.',
  de: 'Geben Sie einem davon eine andere Id.',
};
const ONE_ENTRY = {
  en: 'Remove one of the two entries.',
  de: 'Entfernen Sie einen der beiden Einträge.',
};

export const CONTRADICTION = {
  serviceTwice: (id: string): RuleWords => ({
    rule: {
      en: `The id "${id}" is used by two services.`,
      de: `Die Id «${id}» haben zwei Services.`,
    },
    mend: ANOTHER_ID,
  }),
  accountTwice: (): RuleWords => ({
    rule: {
      en: 'A resource account can belong to one service only.',
      de: 'Ein Ressourcenkonto kann nur zu einem Service gehören.',
    },
    mend: {
      en: 'Choose another resource account for one of the two services.',
      de: 'Wählen Sie für einen der beiden Services ein anderes Ressourcenkonto.',
    },
  }),
  callbackAccountOfService: (serviceId: string): RuleWords => ({
    rule: {
      en: `The resource account belongs to the service "${serviceId}": its calls would wait there.`,
      de: `Das Ressourcenkonto gehört zum Service «${serviceId}»: seine Anrufe würden dort warten.`,
    },
    mend: {
      en: 'Use a resource account of its own for the callback number.',
      de: 'Nehmen Sie für die Rückrufnummer ein eigenes Ressourcenkonto.',
    },
  }),
  callbackAccountTwice: (): RuleWords => ({
    rule: {
      en: 'The resource account stands twice among the callback numbers.',
      de: 'Das Ressourcenkonto steht zweimal unter den Rückrufnummern.',
    },
    mend: ONE_ENTRY,
  }),
  callbackNumberTwice: (number: string): RuleWords => ({
    rule: {
      en: `The callback number ${number} stands twice: two people would share it.`,
      de: `Die Rückrufnummer ${number} steht zweimal: zwei Personen würden sie teilen.`,
    },
    mend: ONE_ENTRY,
  }),
  countryTwice: (country: string): RuleWords => ({
    rule: {
      en: `The emergency numbers of ${country} stand in two entries: only the first would count.`,
      de: `Die Notrufnummern von ${country} stehen in zwei Einträgen: nur der erste würde gelten.`,
    },
    mend: {
      en: 'Put the numbers into one entry.',
      de: 'Nehmen Sie die Nummern in einen Eintrag zusammen.',
    },
  }),
  countryWithoutNumbers: (country: string): RuleWords => ({
    rule: {
      en: `No emergency number of "${country}" is known: an agent there would have none to dial.`,
      de: `Von «${country}» ist keine Notrufnummer bekannt: wer dort arbeitet, hätte keine zu wählen.`,
    },
    mend: {
      en: 'Correct the country (ISO 3166), or add its numbers to emergency.numbers.',
      de: 'Berichtigen Sie das Land (ISO 3166), oder tragen Sie seine Nummern in emergency.numbers ein.',
    },
  }),
  personTwice: (): RuleWords => ({
    rule: {
      en: 'A person has two entries with skills.',
      de: 'Eine Person hat zwei Einträge mit Fähigkeiten.',
    },
    mend: {
      en: 'Put the skills into one entry.',
      de: 'Nehmen Sie die Fähigkeiten in einen Eintrag zusammen.',
    },
  }),
  profileTwice: (id: string): RuleWords => ({
    rule: {
      en: `The id "${id}" is used by two profiles.`,
      de: `Die Id «${id}» haben zwei Profile.`,
    },
    mend: ANOTHER_ID,
  }),
  breakReasonTwice: (code: string): RuleWords => ({
    rule: {
      en: `The number ${code} is used by two break reasons.`,
      de: `Die Nummer ${code} haben zwei Pausengründe.`,
    },
    mend: {
      en: 'Give one of them another number.',
      de: 'Geben Sie einem davon eine andere Nummer.',
    },
  }),
  skillTwice: (skill: string): RuleWords => ({
    rule: {
      en: `The skill "${skill}" stands twice with one person.`,
      de: `Die Fähigkeit «${skill}» steht bei einer Person zweimal.`,
    },
    mend: ONE_ENTRY,
  }),
  unknownProfile: (id: string): RuleWords => ({
    rule: { en: `There is no profile "${id}".`, de: `Es gibt kein Profil «${id}».` },
    mend: {
      en: 'Choose one of the profiles, or add it.',
      de: 'Wählen Sie eines der Profile, oder legen Sie es an.',
    },
  }),
  agentTwice: (): RuleWords => ({
    rule: {
      en: 'A person stands twice among the agents.',
      de: 'Eine Person steht zweimal unter den Agenten.',
    },
    mend: ONE_ENTRY,
  }),
  ringsTooLong: (maximumWaitSeconds: number): RuleWords => ({
    rule: {
      en: `The ring time is longer than the maximum wait of ${maximumWaitSeconds} s.`,
      de: `Die Klingeldauer ist länger als die maximale Wartezeit von ${maximumWaitSeconds} s.`,
    },
    mend: {
      en: `Use at most ${maximumWaitSeconds}, or lengthen the maximum wait.`,
      de: `Verwenden Sie höchstens ${maximumWaitSeconds}, oder eine längere maximale Wartezeit.`,
    },
  }),
  afterCallWorkTooShort: (seconds: number): RuleWords => ({
    rule: {
      en: 'The maximum of after-call work is shorter than its time.',
      de: 'Das Maximum der Nachbearbeitung ist kürzer als ihre Zeit.',
    },
    mend: { en: `Use at least ${seconds}.`, de: `Verwenden Sie mindestens ${seconds}.` },
  }),
  levelTooEarly: (beforeSeconds: number): RuleWords => ({
    rule: {
      en: 'A level opens no later than the one before it.',
      de: 'Eine Stufe öffnet nicht später als die vor ihr.',
    },
    mend: { en: `Use more than ${beforeSeconds}.`, de: `Verwenden Sie mehr als ${beforeSeconds}.` },
  }),
  noSkill: (): RuleWords => ({
    rule: {
      en: 'A service by skills has to name at least one skill.',
      de: 'Ein Service nach Fähigkeiten muss mindestens eine Fähigkeit nennen.',
    },
    mend: {
      en: 'Name a skill, or choose people instead.',
      de: 'Nennen Sie eine Fähigkeit, oder wählen Sie stattdessen Personen.',
    },
  }),
  broadcastByRedirect: (): RuleWords => ({
    rule: {
      en: 'A broadcast needs delivery by conference: after a redirect nobody tells who answered.',
      de: 'Alle gleichzeitig geht nur als Konferenz: eine Umleitung sagt nicht, wer annahm.',
    },
    mend: {
      en: 'Choose delivery by conference, or another order.',
      de: 'Wählen Sie die Zustellung als Konferenz, oder eine andere Reihenfolge.',
    },
  }),
  callBackByRedirect: (): RuleWords => ({
    rule: {
      en: 'A call-back needs delivery by conference: a redirected caller hears no offer of it.',
      de: 'Ein Rückruf geht nur als Konferenz: wer umgeleitet wird, hört das Angebot nicht.',
    },
    mend: {
      en: 'Choose delivery by conference, or switch call-back off.',
      de: 'Wählen Sie die Zustellung als Konferenz, oder schalten Sie den Rückruf aus.',
    },
  }),
  unknownService: (id: string): RuleWords => ({
    rule: { en: `There is no service "${id}".`, de: `Es gibt keinen Service «${id}».` },
    mend: { en: 'Choose one of the services.', de: 'Wählen Sie einen der Services.' },
  }),
  roundForEver: (way: string): RuleWords => ({
    rule: {
      en: `A call could go round for ever: ${way}.`,
      de: `Ein Anruf könnte endlos im Kreis gehen: ${way}.`,
    },
    mend: {
      en: 'Let one of these services send its calls somewhere else.',
      de: 'Lassen Sie einen dieser Services seine Anrufe anderswohin schicken.',
    },
  }),
};
