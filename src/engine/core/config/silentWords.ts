/** The words of settings that make no difference, English and German (Swiss spelling). */
import type { RuleWords } from './problem.ts';

export const SILENT_WARNING = {
  comfortNeverHeard: (maximumWaitSeconds: number): RuleWords => ({
    rule: {
      en: `The comfort message is never heard: calls leave the queue after ${maximumWaitSeconds} s.`,
      de: `Die Zwischenansage ist nie zu hören: nach ${maximumWaitSeconds} s ist kein Anruf mehr da.`,
    },
    mend: {
      en: `Use less than ${maximumWaitSeconds}, or lengthen the maximum wait.`,
      de: `Weniger als ${maximumWaitSeconds}, oder eine längere maximale Wartezeit.`,
    },
  }),
  busyNeverRung: (): RuleWords => ({
    rule: {
      en: 'Busy agents are never rung here, so that this makes no difference.',
      de: 'Beschäftigten wird hier nie zugestellt, darum macht das keinen Unterschied.',
    },
    mend: {
      en: 'Ring Busy agents as well, or switch this off.',
      de: 'Stellen Sie auch Beschäftigten zu, oder schalten Sie dies aus.',
    },
  }),
  skillTwice: (skill: string): RuleWords => ({
    rule: {
      en: `The skill "${skill}" stands twice: the higher minimum counts.`,
      de: `Die Fähigkeit «${skill}» steht zweimal: das höhere Minimum gilt.`,
    },
    mend: {
      en: 'Remove one of the two entries.',
      de: 'Entfernen Sie einen der beiden Einträge.',
    },
  }),
  personTwice: (): RuleWords => ({
    rule: { en: 'This person stands twice.', de: 'Diese Person steht zweimal.' },
    mend: {
      en: 'Remove one of the two entries.',
      de: 'Entfernen Sie einen der beiden Einträge.',
    },
  }),
  breakReasonsOfOneName: (name: string): RuleWords => ({
    rule: {
      en: `Two break reasons are called "${name}": nobody can tell them apart.`,
      de: `Zwei Pausengründe heissen «${name}»: man kann sie nicht unterscheiden.`,
    },
    mend: {
      en: 'Give one of the two another name.',
      de: 'Geben Sie einem der beiden einen anderen Namen.',
    },
  }),
  nobodyIsChosen: (): RuleWords => ({
    rule: {
      en: 'Nobody is responsible here, so that nothing asks for this.',
      de: 'Hier ist niemand zuständig, darum fragt nichts danach.',
    },
    mend: {
      en: 'Choose responsibility by people or by skills, or remove it.',
      de: 'Wählen Sie die Zuständigkeit nach Personen oder Fähigkeiten, oder entfernen Sie es.',
    },
  }),
};
