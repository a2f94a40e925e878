/** Whom a change wakes: what is forgotten lets a call wait beside a free agent. */
import type { Mutation } from '../mutation.ts';

export const WAKE_MUTATIONS: readonly Mutation[] = [
  {
    name: 'DutyChanged wakes nobody',
    file: 'src/engine/core/tenant/wake.ts',
    find: "    case 'DutyChanged':\n",
    replace: '',
  },
  {
    name: 'BreakEnded wakes nobody',
    file: 'src/engine/core/tenant/wake.ts',
    find: "    case 'BreakEnded':\n",
    replace: '',
  },
  {
    name: 'ProfilesChanged wakes nobody',
    file: 'src/engine/core/tenant/wake.ts',
    find: "    case 'ProfilesChanged':\n",
    replace: '',
  },
  {
    name: 'ServiceActivityChanged wakes nobody',
    file: 'src/engine/core/tenant/wake.ts',
    find: "    case 'ServiceActivityChanged':\n",
    replace: '',
  },
  {
    name: 'PresenceChanged wakes nobody',
    file: 'src/engine/core/tenant/wake.ts',
    find: "    case 'PresenceChanged':\n",
    replace: '',
  },
  {
    name: 'AfterCallWorkEnded wakes nobody',
    file: 'src/engine/core/tenant/wake.ts',
    find: "    case 'AfterCallWorkEnded':\n",
    replace: '',
  },
  {
    name: 'LevelReached wakes nobody',
    file: 'src/engine/core/tenant/wake.ts',
    find: "    case 'LevelReached':\n",
    replace: '',
  },
  {
    name: 'PreferenceEnded wakes nobody',
    file: 'src/engine/core/tenant/wake.ts',
    find: "    case 'PreferenceEnded':\n",
    replace: '',
  },
  {
    name: 'CallMoved wakes nobody',
    file: 'src/engine/core/tenant/wake.ts',
    find: "    case 'CallMoved':\n",
    replace: '',
  },
  {
    name: 'CallBackBegan wakes nobody',
    file: 'src/engine/core/tenant/wake.ts',
    find: "    case 'CallBackBegan':\n",
    replace: '',
  },
  {
    name: 'CallBackDue wakes nobody',
    file: 'src/engine/core/tenant/wake.ts',
    find: "    case 'CallBackDue':\n",
    replace: '',
  },
  {
    name: 'PauseEnded wakes nobody',
    file: 'src/engine/core/tenant/wake.ts',
    find: "    case 'PauseEnded':\n",
    replace: '',
  },
  {
    name: 'an ended offer frees nobody',
    file: 'src/engine/core/tenant/wake.ts',
    find: '  wakeAgent(turn, offer.agentId);\n  if (offer.recalledFor',
    replace: '  if (offer.recalledFor',
  },
  {
    name: 'an ended offer leaves its call alone',
    file: 'src/engine/core/tenant/wake.ts',
    find: '  wakeTask(turn, offer.taskId);\n',
    replace: '',
  },
  {
    name: 'an ended call frees nobody',
    file: 'src/engine/core/tenant/wake.ts',
    find: 'if (fact.agentId !== null) wakeAgent(turn, fact.agentId);',
    replace: '',
  },
  {
    name: 'presence that is confirmed again wakes nobody',
    file: 'src/engine/core/tenant/wake.ts',
    find: 'if (fact.at - confirmedAt >= shortestAgeLimitMs) turn.wakesEverything = true;',
    replace: '',
  },
  {
    name: 'a new team member is not looked at',
    file: 'src/engine/core/tenant/wake.ts',
    find: 'if (service.settings.responsibility.team === fact.groupId) wakeTasksOf(turn, service);',
    replace: '',
  },
  {
    name: 'a call that outranks a ringing one is not looked at',
    file: 'src/engine/core/distribution/distribute.ts',
    find: 'else wakeOutranking(turn);',
    replace: '',
  },
  {
    name: 'only one agent is looked at',
    file: 'src/engine/core/distribution/distribute.ts',
    find: 'for (const agent of turn.wokenAgents) {\n    if (turn.state.standings',
    replace: 'for (const agent of turn.wokenAgents.slice(1)) {\n    if (turn.state.standings',
  },
];
