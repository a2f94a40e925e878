/** English words of the skills that the order "best skill" compares. */
export const comparedSkillsWords = {
  compared: {
    heading: 'Skills compared',
    hint:
      'The order "best skill" adds up the levels that a person has in these: the highest sum ' +
      'comes first. Nobody needs any of them; whoever is listed or in the team serves all the ' +
      'same.',
    unused:
      'Nothing compares them under the order of this service, and nobody needs any of them: only ' +
      '"best skill" looks at the skills of people who are listed or in the team.',
    needed: 'The order "best skill" compares what people have in them, too.',
    ofLevels: 'Compared too, for the levels name them: {{skills}}.',
    order: 'It compares {{skills}}. The skills are named under Responsibility.',
    orderWithout:
      'No skill is named that it could compare: everybody is equal, and idle time decides. ' +
      'Skills are named under Responsibility.',
  },
} as const;
