/** Who calls again has the place of their call-back, and what a call finds that is moved. */
import type { Mutation } from '../mutation.ts';

export const CALLED_AGAIN_MUTATIONS: readonly Mutation[] = [
  {
    name: 'a call that goes on in another service is kept for nobody there',
    file: 'src/engine/core/distribution/leaving.ts',
    find: 'hasPreference ? rungFirst(state, target, task, at) : null',
    replace: 'null',
  },
  {
    name: 'a call is kept for people whom another service has asked in vain',
    file: 'src/engine/core/distribution/queueing.ts',
    find: 'offersByAgent?.has(id) !== true && ',
    replace: '',
  },
  {
    name: 'who calls again has a place at the end',
    file: 'src/engine/core/distribution/calledAgain.ts',
    find: 'Math.min(task.queuedAt, callBack.queuedAt)',
    replace: 'task.queuedAt',
  },
  {
    name: 'who calls again stands in the line where they stood',
    file: 'src/engine/core/tenant/evolve/waiting.ts',
    find: 'const line = task.isInLine ? state.services.get(task.serviceId)?.waiting : undefined;',
    replace: 'const line = undefined;',
  },
  {
    name: 'who calls again waits for the levels anew',
    file: 'src/engine/core/distribution/calledAgain.ts',
    find: '  openLevels(turn, service, task);\n',
    replace: '',
  },
  {
    name: 'whoever is held for somebody who calls again loses a call',
    file: 'src/engine/core/distribution/calledAgain.ts',
    find: "if (offer !== undefined) endOffer(turn, offer, 'recalled');",
    replace: '',
  },
  {
    name: 'a telephone that rings is silenced by a call of its owner',
    file: 'src/engine/core/tenant/sameCaller.ts',
    find: "(phase === 'dialling' && platformCallId === null)",
    replace: "phase === 'dialling'",
  },
  {
    name: 'who is not reached because they call us is called again',
    file: 'src/engine/core/distribution/callBack.ts',
    find: 'task.callBackAttempts + 1);\n  standOnce(turn, task);',
    replace: 'task.callBackAttempts + 1);',
  },
  {
    name: 'all who withhold the number are one caller',
    file: 'src/engine/core/tenant/sameCaller.ts',
    find: 'other === task || task.isAnonymous || other.isAnonymous',
    replace: 'other === task',
  },
  {
    name: 'a call that comes to wait leaves its call-back waiting',
    file: 'src/engine/core/distribution/leaving.ts',
    find: '  waitOrLeave(turn, service, task);\n  standOnce(turn, task);',
    replace: '  waitOrLeave(turn, service, task);',
  },
];
