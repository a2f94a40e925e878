/**
 * Stories that failed once, with what was wrong then. They are data of their own, so that they tell
 * the same whatever becomes of the generators.
 *
 * How one comes here: `npm run worlds` prints the seed and the shortened story; both are put below,
 * with a sentence on what was broken, before the mend. What was found before stories were plain
 * data has no seed that says anything today: it stands as stories of the core (`lostNews`,
 * `redirect`, `offers`, `queue` and `heldBack` in tests/engine/core).
 */
import type { ConfigurationDraft } from '@rufwerk/engine/core';
import type { Happening } from './happenings.ts';

interface FailedStory {
  /** Under which it was found. */
  readonly seed: number;
  readonly words: string;
  readonly configuration: ConfigurationDraft;
  readonly happenings: readonly Happening[];
}

const named = (id: string) => ({ id, name: id, resourceAccount: `account-${id}` });

export const FAILED: readonly FailedStory[] = [
  {
    seed: 1,
    words: 'a stranger shown as InACall was rung, as nothing said that this is a call',
    configuration: { services: [{ ...named('three'), agents: ['e'], delivery: 'redirect' }] },
    happenings: [
      {
        ...{ does: 'shows', who: 'e', availability: 'InACall', activity: 'InACall' },
        fidelity: 'availability',
      },
      { does: 'calls', caller: 'caller-1', service: 'three' },
    ],
  },
  {
    seed: 61_121,
    words: 'who was shown as InACall was counted as only busy once that had grown old',
    configuration: {
      services: [
        {
          ...named('one'),
          responsibility: { by: 'skills', skills: [{ skill: 'printers', minimum: 1 }] },
        },
        { ...named('three'), agents: ['d'] },
      ],
      agents: [
        { id: 'b', skills: [{ skill: 'printers', level: 70 }] },
        { id: 'd', skills: [{ skill: 'printers', level: 5 }] },
      ],
    },
    happenings: [
      {
        ...{ does: 'shows', who: 'd', availability: 'InACall', activity: 'InACall' },
        fidelity: 'activity',
      },
      { does: 'passes', ms: 79_292, polling: false },
      { does: 'calls', caller: 'a', service: 'one' },
      { does: 'all-runs' },
    ],
  },
  {
    seed: 31,
    words: 'a call-back that was moved into a full service never opened its next level',
    configuration: {
      services: [
        { ...named('two'), agents: ['f'], callBack: { offered: true } },
        {
          ...named('three'),
          agents: ['a', 'b'],
          responsibility: {
            newMembersActive: false,
            levels: [{ afterSeconds: 20, agents: ['g'] }],
          },
          queue: { maximumWaiting: 0 },
        },
      ],
    },
    happenings: [
      { does: 'duty', who: 'f', on: false },
      { does: 'calls', caller: 'caller-1', service: 'two' },
      { does: 'all-runs' },
      { does: 'caller-presses', which: 0, key: '1' },
      { does: 'passes', ms: 31_000, polling: true },
      { does: 'moves', which: 0, service: 'three' },
    ],
  },
];
