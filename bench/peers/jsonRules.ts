/** json-rules-engine: one run over so many rules decides where a call goes. */
import { Engine } from 'json-rules-engine';
import { type Peer, perSecond } from './peer.ts';

export function jsonRules(rules: number): Peer {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (let number = 0; number < rules; number += 1) {
    engine.addRule({
      conditions: {
        all: [
          { fact: 'skill', operator: 'equal', value: `skill-${number}` },
          { fact: 'level', operator: 'greaterThanInclusive', value: number % 100 },
          { fact: 'presence', operator: 'in', value: ['Available', 'Busy'] },
        ],
      },
      event: { type: 'route', params: { queue: number } },
    });
  }
  return {
    name: `json-rules-engine, ${rules} rules`,
    label: 'in memory: one run of all rules; it has no agents, no state and nothing to release',
    run: async (decisions) => {
      const startedMs = performance.now();
      for (let each = 0; each < decisions; each += 1) {
        const skill = `skill-${each % rules}`;
        await engine.run({ skill, level: 100, presence: 'Available' });
      }
      return perSecond(decisions, startedMs);
    },
    close: () => Promise.resolve(),
  };
}
