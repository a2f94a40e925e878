/** Calls of ours that agents are in without an offer, and calls kept for who refused them. */
import type { Mutation } from '../mutation.ts';

export const OTHER_CALL_MUTATIONS: readonly Mutation[] = [
  {
    name: 'who calls us is no reason',
    file: 'src/engine/core/tenant/indexes/standings.ts',
    find: 'agent.taskId !== null || agent.otherCall !== null',
    replace: 'agent.taskId !== null',
  },
  {
    name: 'what rings at who calls us goes on ringing',
    file: 'src/engine/core/distribution/otherCalls.ts',
    find: '  reviewOfferOf(turn, agent);\n',
    replace: '',
  },
  {
    name: 'the end of a call leaves its caller in it',
    file: 'src/engine/core/distribution/ending.ts',
    find: 'else endOtherCalls(turn, task);',
    replace: '',
  },
  {
    name: 'a transferred call is over for whom it was sent to',
    file: 'src/engine/core/distribution/ending.ts',
    find: 'if (goesOn) loseSightOf(turn, task);\n  else endOtherCalls(turn, task);',
    replace: 'endOtherCalls(turn, task);',
  },
  {
    name: 'whom a call is sent to is free',
    file: 'src/engine/core/distribution/leaving.ts',
    find: "if (action.do === 'person') beginOtherCall(turn, action.person, task, 'sent-to');",
    replace: '',
  },
  {
    name: 'who was sent a call in vain stays in it',
    file: 'src/engine/core/distribution/leaving.ts',
    find: 'if (leaving.sentTo !== null) endOtherCall(turn, leaving.sentTo, task.id);',
    replace: '',
  },
  {
    name: 'who is seen talking stays out of sight',
    file: 'src/engine/core/distribution/otherCalls.ts',
    find: 'if (agent.otherCall?.untilAt == null) return;',
    replace: 'if (agent.id !== null) return;',
  },
  {
    name: 'who waits to be called back counts as talking',
    file: 'src/engine/core/distribution/callBack.ts',
    find: "turn.emit({ type: 'CallBackBegan', at: turn.at, taskId: task.id });\n  endOtherCalls(turn, task);",
    replace: "turn.emit({ type: 'CallBackBegan', at: turn.at, taskId: task.id });",
  },
  {
    name: 'who is called back is free',
    file: 'src/engine/core/step/effectNews.ts',
    find: "return beginOtherCall(turn, task.callerId, task, 'caller');",
    replace: 'return;',
  },
  {
    name: 'a call is kept for who refused it',
    file: 'src/engine/core/distribution/offers.ts',
    find: 'if (isRefusal(outcome)) endIfRefused(turn, offer);',
    replace: '',
  },
  {
    name: 'one refusal ends the preference for all',
    file: 'src/engine/core/distribution/preference.ts',
    find: 'if (!isStillAsked && !isOneLeft) turn.emit',
    replace: 'turn.emit',
  },
  {
    name: 'a closed service says that all are busy',
    file: 'src/engine/core/distribution/leaving.ts',
    find: "saysClosed ? 'closed' : 'all-busy'",
    replace: "'all-busy'",
  },
];
