/** The queue: full, too long, nobody, closed, call-back. */
import type { Mutation } from '../mutations.ts';

export const QUEUE_MUTATIONS: readonly Mutation[] = [
  {
    name: 'one more than the maximum waits',
    file: 'src/engine/core/distribution/place.ts',
    find: 'before < maximumWaiting',
    replace: 'before <= maximumWaiting',
  },
  {
    name: 'unanswered calls are not counted',
    file: 'src/engine/core/distribution/place.ts',
    find: "if (task?.phase !== 'arriving' && task?.phase !== 'waiting') continue;",
    replace: "if (task?.phase !== 'waiting') continue;",
  },
  {
    name: 'a full queue turns away who could be taken',
    file: 'src/engine/core/distribution/place.ts',
    find: '.candidates <= before',
    replace: '.candidates >= 0',
  },
  {
    name: 'the maximum wait ends a moment late',
    file: 'src/engine/core/distribution/wait.ts',
    find: "  if (queue.maximumWaitSeconds !== null) {\n    schedule(turn, task, 'maximum-wait', queuedAt + queue.maximumWaitSeconds * 1000);",
    replace:
      "  if (queue.maximumWaitSeconds !== null) {\n    schedule(turn, task, 'maximum-wait', queuedAt + queue.maximumWaitSeconds * 1000 + 1);",
  },
  {
    name: 'a ringing call outlives the maximum wait',
    file: 'src/engine/core/distribution/wait.ts',
    find: "  leave(turn, task, 'too-long');",
    replace: "  if (task.offerIds.length === 0) leave(turn, task, 'too-long');",
  },
  {
    name: 'somebody busy counts as nobody',
    file: 'src/engine/core/distribution/wait.ts',
    find: 'code === STANDING.OFF_DUTY || code === STANDING.ON_BREAK',
    replace: 'code !== STANDING.FREE',
  },
  {
    name: 'somebody off duty counts as somebody',
    file: 'src/engine/core/distribution/wait.ts',
    find: 'if (code === STANDING.OFF_DUTY || code === STANDING.ON_BREAK) return false;',
    replace: '',
  },
  {
    name: 'levels count from now',
    file: 'src/engine/core/distribution/wait.ts',
    find: "  if (next !== undefined) schedule(turn, task, 'level', task.queuedAt + next.afterSeconds * 1000);",
    replace: '',
  },
  {
    name: 'a moved call begins anew',
    file: 'src/engine/core/distribution/leaving.ts',
    find: 'placeOf(state, target.settings, task.queuedAt)',
    replace: 'placeOf(state, target.settings, at)',
  },
  {
    name: 'a closed service takes calls',
    file: 'src/engine/core/distribution/leaving.ts',
    find: "if (service.closedBy !== null) return 'closed';",
    replace: '',
  },
  {
    name: 'an emergency lets calls in',
    file: 'src/engine/core/distribution/leaving.ts',
    find: "if (service.emergency !== null) return 'emergency';",
    replace: '',
  },
  {
    name: 'an emergency leaves waiting calls',
    file: 'src/engine/core/distribution/services.ts',
    find: "  everybodyLeaves(turn, service, 'emergency');\n",
    replace: '',
  },
  {
    name: 'the end of the hours always acts',
    file: 'src/engine/core/distribution/services.ts',
    find: "if (service.settings.queue.waitingAtClosing === 'act') ",
    replace: '',
  },
  {
    name: 'leaving goes on in a conversation',
    file: 'src/engine/core/tenant/evolve/tasks.ts',
    find: 'task.leaving = null;',
    replace: '',
  },
  {
    name: 'a redirect in flight may leave',
    file: 'src/engine/core/distribution/leaving.ts',
    find: "if (task.phase === 'arriving') return task.offerIds.length === 0;",
    replace: "if (task.phase === 'arriving') return true;",
  },
  {
    name: 'an unanswered call leaves unheard',
    file: 'src/engine/core/distribution/leaving.ts',
    find: 'else answerFirst(turn, task);',
    replace: '',
  },
  {
    name: 'a failed transfer leaves the caller without a word',
    file: 'src/engine/core/distribution/leaving.ts',
    find: '  beginAction(turn, task, LAST_RESORT);\n}',
    replace: "  hangUp(turn, task, 'announced', 'reported');\n}",
  },
  {
    name: 'news of an old leg end a call-back',
    file: 'src/engine/core/distribution/effectNews.ts',
    find: 'if (effect.platformCallId !== task.platformCallId) return;',
    replace: '',
  },
  {
    name: 'a call-back is tried once too often',
    file: 'src/engine/core/distribution/callBack.ts',
    find: 'attempts >= callBack.attempts',
    replace: 'attempts > callBack.attempts',
  },
  {
    name: 'a key while somebody rings is taken',
    file: 'src/engine/core/distribution/callBack.ts',
    find: "task.phase !== 'waiting' || task.offerIds.length > 0",
    replace: "task.phase !== 'waiting'",
  },
  {
    name: 'the held agent does not ring',
    file: 'src/engine/core/distribution/callBack.ts',
    find: '  inviteAgent(turn, task, offer);\n',
    replace: '',
  },
  {
    name: 'a closed service calls back',
    file: 'src/engine/core/distribution/distribute.ts',
    find: "return task.phase !== 'call-back' || (service.closedBy === null && service.emergency === null);",
    replace: 'return true;',
  },
];
