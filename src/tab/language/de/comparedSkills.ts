import type { comparedSkillsWords as english } from '../en/comparedSkills.ts';
import type { Texts } from '../texts.ts';

/** German words of the skills that the order "best skill" compares. */
export const comparedSkillsWords: Texts<typeof english> = {
  compared: {
    heading: 'Verglichene Fähigkeiten',
    hint:
      'Die Reihenfolge «Beste Fähigkeit» zählt zusammen, welche Stufen jemand darin hat: Die ' +
      'höchste Summe kommt zuerst. Nötig ist keine davon; wer auf der Liste oder im Team ist, ' +
      'bedient den Service ohnehin.',
    unused:
      'Nichts vergleicht sie unter der Reihenfolge dieses Service, und nötig ist keine davon: ' +
      'Nur «Beste Fähigkeit» beachtet die Fähigkeiten derer auf der Liste oder im Team.',
    needed: 'Die Reihenfolge «Beste Fähigkeit» vergleicht auch, welche Stufen jemand darin hat.',
    ofLevels: 'Ebenfalls verglichen, denn die Stufen nennen sie: {{skills}}.',
    order: 'Verglichen wird: {{skills}}. Die Fähigkeiten stehen unter Zuständigkeit.',
    orderWithout:
      'Es ist keine Fähigkeit genannt, die sie vergleichen könnte: Alle sind gleich, und es ' +
      'entscheidet die freie Zeit. Fähigkeiten stehen unter Zuständigkeit.',
  },
};
