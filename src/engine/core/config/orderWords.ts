/** The words of orders that have nothing to go by, English and German (Swiss spelling). */
import type { RuleWords } from './problem.ts';

export const ORDER_WARNING = {
  noSkillsToCompare: (): RuleWords => ({
    rule: {
      en: 'There are no skills to compare: everybody is equal, and idle time decides.',
      de: 'Es gibt keine Fähigkeiten zu vergleichen: alle sind gleich, die freie Zeit entscheidet.',
    },
    mend: {
      en: 'Name skills under responsibility, or choose another order.',
      de: 'Nennen Sie Fähigkeiten bei der Zuständigkeit, oder wählen Sie eine andere Reihenfolge.',
    },
  }),
  skillNobodyHere: (skill: string): RuleWords => ({
    rule: {
      en: `Nobody who serves here has the skill "${skill}": it makes no difference.`,
      de: `Niemand hier hat die Fähigkeit «${skill}»: sie macht keinen Unterschied.`,
    },
    mend: {
      en: 'Correct its name, give somebody the skill, or remove it here.',
      de: 'Berichtigen Sie den Namen, geben Sie jemandem die Fähigkeit, oder entfernen Sie sie hier.',
    },
  }),
  noListBySkills: (): RuleWords => ({
    rule: {
      en: 'A service by skills has no list to go by: people come as they stand in the configuration.',
      de: 'Ein Service nach Fähigkeiten hat keine Liste: es gilt die Folge in der Konfiguration.',
    },
    mend: {
      en: 'Choose another order, such as "best skill", or responsibility by people.',
      de: 'Wählen Sie eine andere Reihenfolge wie «Beste Fähigkeit», oder Zuständigkeit nach Personen.',
    },
  }),
  noListOfTeam: (): RuleWords => ({
    rule: {
      en: 'A team has no order of its own: its people come in one that nobody has chosen.',
      de: 'Ein Team hat keine Reihenfolge: seine Personen kommen in einer, die niemand gewählt hat.',
    },
    mend: {
      en: 'List people among the agents in the order you mean, or choose another order.',
      de: 'Nennen Sie Personen in der gemeinten Folge, oder wählen Sie eine andere Reihenfolge.',
    },
  }),
  preferredForNoTime: (): RuleWords => ({
    rule: {
      en: 'Nobody is preferred for 0 seconds: these people are rung like everybody else.',
      de: '0 Sekunden lang wird niemand bevorzugt: diesen Personen wird wie allen zugestellt.',
    },
    mend: {
      en: 'Say for how many seconds only they are rung, or remove them.',
      de: 'Sagen Sie, wie viele Sekunden nur ihnen zugestellt wird, oder entfernen Sie sie.',
    },
  }),
};
