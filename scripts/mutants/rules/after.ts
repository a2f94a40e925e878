/** After the call, and what is ignored. */
import type { Mutation } from '../mutation.ts';

export const AFTER_MUTATIONS: readonly Mutation[] = [
  {
    name: 'after-call work is skipped',
    file: 'src/engine/core/distribution/ending.ts',
    find: 'beginAfterCallWork(turn, agentId, taskId, ',
    replace: 'void (turn, agentId, taskId, ',
  },
  {
    name: 'no after-call work is some',
    file: 'src/engine/core/distribution/afterCallWork.ts',
    find: "settings.mode === 'none') return followWith(turn, agentId);",
    replace: "settings.mode === 'never') return followWith(turn, agentId);",
  },
  {
    name: 'until done ends with the fixed time',
    file: 'src/engine/core/distribution/afterCallWork.ts',
    find: 'isOpen ? settings.maximumSeconds : settings.seconds',
    replace: 'settings.seconds',
  },
  {
    name: 'extensions reach beyond the maximum',
    file: 'src/engine/core/distribution/afterCallWork.ts',
    find: 'Math.min(work.maximumAt, work.untilAt + work.extensionMs)',
    replace: 'work.untilAt + work.extensionMs',
  },
  {
    name: 'fixed after-call work can be extended',
    file: 'src/engine/core/distribution/afterCallWork.ts',
    find: "settings.mode === 'extendable' ? settings.extensionSeconds * 1000 : 0",
    replace: 'settings.extensionSeconds * 1000',
  },
  {
    name: 'what was chosen for after the call is forgotten',
    file: 'src/engine/core/distribution/afterCallWork.ts',
    find: "  turn.emit({ type: 'AfterCallWorkEnded', at: turn.at, agentId });\n  followWith(turn, agentId);",
    replace: "  turn.emit({ type: 'AfterCallWorkEnded', at: turn.at, agentId });",
  },
  {
    name: 'a break has no maximum',
    file: 'src/engine/core/distribution/afterCallWork.ts',
    find: 'const untilAt = minutes === null ? null : at + minutes * 60_000;',
    replace: 'const untilAt = minutes === null ? null : null;',
  },
  {
    name: 'the same call twice is two calls',
    file: 'src/engine/core/step/callInputs.ts',
    find: "  if (state.sources.has(sourceId)) {\n    return turn.emit({ type: 'InputIgnored', at, reason: 'repeat' });\n  }\n",
    replace: '',
  },
  {
    name: 'idle time does not begin with the end of a call',
    file: 'src/engine/core/tenant/evolve/tasks.ts',
    find: '    agent.idleSinceAt = fact.at;\n',
    replace: '',
  },
  {
    name: 'time goes backwards',
    file: 'src/engine/core/step/step.ts',
    find: 'Math.max(input.at, state.lastAt)',
    replace: 'input.at',
  },
];
