/** The words of resource accounts where people are meant, English and German (Swiss spelling). */
import type { RuleWords } from './problem.ts';

const ANOTHER_WAY = {
  en: 'Choose the action "service" with another service, or a person or number outside of both.',
  de: 'Wählen Sie die Aktion «Service» mit einem anderen Service, oder Person oder Nummer ausserhalb.',
};

export const ACCOUNT = {
  intoItself: (): RuleWords => ({
    rule: {
      en: 'This is the service’s own resource account: its calls would come in again for ever.',
      de: 'Das ist das eigene Ressourcenkonto des Service: Anrufe kämen endlos wieder herein.',
    },
    mend: ANOTHER_WAY,
  }),
  intoServiceAccount: (serviceId: string): RuleWords => ({
    rule: {
      en:
        `This is the resource account of the service "${serviceId}": the call would come in ` +
        'there as a new one, without its age, and could go round for ever.',
      de:
        `Das ist das Ressourcenkonto des Service «${serviceId}»: der Anruf käme dort als neuer ` +
        'herein, ohne sein Alter, und könnte endlos im Kreis gehen.',
    },
    mend: {
      en: `Choose the action "service" with "${serviceId}".`,
      de: `Wählen Sie die Aktion «Service» mit «${serviceId}».`,
    },
  }),
  intoCallbackAccount: (): RuleWords => ({
    rule: {
      en: 'This belongs to a callback number: the call would ring at whoever holds the number.',
      de: 'Das gehört zu einer Rückrufnummer: der Anruf klingelte bei der Person, die sie hält.',
    },
    mend: ANOTHER_WAY,
  }),
  isNobody: (serviceId: string | null): RuleWords => ({
    rule:
      serviceId === null
        ? {
            en: 'This is the resource account of a callback number, and no person.',
            de: 'Das ist das Ressourcenkonto einer Rückrufnummer und keine Person.',
          }
        : {
            en: `This is the resource account of the service "${serviceId}", and no person.`,
            de: `Das ist das Ressourcenkonto des Service «${serviceId}» und keine Person.`,
          },
    mend: {
      en: 'Name a person here, or give the service an account of its own.',
      de: 'Nennen Sie hier eine Person, oder geben Sie dem Service ein eigenes Konto.',
    },
  }),
};
