/** What is said of names that the directory does not know, English and German (Swiss spelling). */
import type { ConfigurationProblem, Language } from '@rufwerk/engine/core';
import { z } from 'zod';
import type { NameKind } from './names.ts';

type Words = Readonly<Record<Language, Omit<ConfigurationProblem, 'field'>>>;

export function isMailAddress(text: string): boolean {
  return z.email().safeParse(text).success;
}

const CORRECT = {
  en: 'Correct the user principal name, or create the account first.',
  de: 'Berichtigen Sie den Benutzerprinzipalnamen, oder legen Sie das Konto zuerst an.',
};

export function unknownName(kind: NameKind, name: string): Words {
  switch (kind) {
    case 'person':
      return {
        en: { rule: `Nobody in the directory is called "${name}".`, mend: CORRECT.en },
        de: { rule: `Niemand im Verzeichnis heisst «${name}».`, mend: CORRECT.de },
      };
    case 'resource-account':
      return {
        en: {
          rule: `The directory has no resource account called "${name}".`,
          mend: CORRECT.en,
        },
        de: { rule: `Das Verzeichnis hat kein Ressourcenkonto «${name}».`, mend: CORRECT.de },
      };
    case 'contact':
      return {
        en: {
          rule: `"${name}" is nobody in the directory and no mail address.`,
          mend: 'Give a user principal name or a mail address; a semicolon stands between two.',
        },
        de: {
          rule: `«${name}» ist niemand im Verzeichnis und keine Mailadresse.`,
          mend:
            'Geben Sie einen Benutzerprinzipalnamen oder eine Mailadresse an; ' +
            'zwischen zweien steht ein Strichpunkt.',
        },
      };
  }
}

/** Of a contact who is not in the directory. */
export function onlyByMail(name: string): Words {
  return {
    en: {
      rule: `"${name}" is nobody in the directory: only mails reach this contact.`,
      mend: 'If it is a colleague, correct the user principal name.',
    },
    de: {
      rule: `«${name}» ist niemand im Verzeichnis: diesen Kontakt erreichen nur Mails.`,
      mend: 'Ist es jemand aus dem Haus, berichtigen Sie den Benutzerprinzipalnamen.',
    },
  };
}
