/** What the server answers to "why not me?" at Contoso's moment. */
import type { WhyNotShown } from '@rufwerk/engine/api';
import { ago, anna } from './contoso.ts';

export const whyNotAnswer: WhyNotShown = {
  agent: anna,
  at: ago(0),
  presence: null,
  services: [
    {
      id: 'it-helpdesk',
      name: 'IT Helpdesk',
      text: '2 calls wait, and none is offered here now',
      reasons: [],
      waiting: 2,
      calls: [
        {
          taskId: 't-1',
          callerName: '+41 79 000 00 01',
          place: 1,
          priority: 2,
          queuedAt: ago(40),
          is: 'rings-others',
          reasons: [],
          ringing: [{ id: 'person-2', name: 'Ben Carter' }],
          text: 'rings at Ben Carter; place 2 in the order "Fewest calls": 3 calls today, who was rung: 1 call today',
          decision: null,
        },
        {
          taskId: 't-2',
          callerName: '',
          place: 2,
          priority: 3,
          queuedAt: ago(12),
          is: 'against',
          reasons: [{ code: 'level-not-reached', level: 1, fromAt: null }],
          ringing: [],
          text: 'is rung from level 1 on, when the call has waited longer',
          decision: null,
        },
      ],
      lastDecision: {
        id: 'decision-7',
        at: ago(40),
        order: 'fewest-calls',
        unit: 'count',
        words: 'place 2 in the order "Fewest calls": 3 calls today, who was rung: 1 call today',
        was: 'behind',
        place: 2,
        value: 3,
        neededValue: 1,
        comparison: 'value',
      },
    },
  ],
};
