/** Offers: pauses, misses, recalls, priority. */
import type { Mutation } from '../mutation.ts';

export const OFFER_MUTATIONS: readonly Mutation[] = [
  {
    name: 'a decline pauses like a miss',
    file: 'src/engine/core/distribution/charges.ts',
    find: 'declined: settings.pauseAfterDeclinedSeconds',
    replace: 'declined: settings.pauseAfterMissedSeconds',
  },
  {
    name: 'unreachable pauses like a decline',
    file: 'src/engine/core/distribution/charges.ts',
    find: 'unreachable: settings.pauseAfterUnreachableSeconds',
    replace: 'unreachable: settings.pauseAfterDeclinedSeconds',
  },
  {
    name: 'a broadcast charges everybody',
    file: 'src/engine/core/distribution/charges.ts',
    find: '(!offer.isBroadcast || settings.pauseAfterMissedBroadcast)',
    replace: 'true',
  },
  {
    name: 'a lost broadcast always charges',
    file: 'src/engine/core/distribution/charges.ts',
    find: 'return offer.isBroadcast && settings.pauseAfterMissedBroadcast;',
    replace: 'return offer.isBroadcast;',
  },
  {
    name: 'a gap is charged',
    file: 'src/engine/core/distribution/charges.ts',
    find: 'return !excused && (',
    replace: 'return (',
  },
  {
    name: 'a recall for presence is charged',
    file: 'src/engine/core/distribution/charges.ts',
    find: "(recallCause === null || recallCause === 'ring-time')",
    replace: 'true',
  },
  {
    name: 'one miss more is needed to go off duty',
    file: 'src/engine/core/distribution/offers.ts',
    find: 'misses < settings.offDutyAfterMisses',
    replace: 'misses <= settings.offDutyAfterMisses',
  },
  {
    name: 'declines count as misses',
    file: 'src/engine/core/distribution/offers.ts',
    find: "const isMiss = isCharged && outcome !== 'declined' && outcome !== 'unreachable';",
    replace: 'const isMiss = isCharged;',
  },
  {
    name: 'an accepted call leaves the misses',
    file: 'src/engine/core/tenant/evolve/offers.ts',
    find: "else if (fact.outcome === 'accepted') agent.missesInARow = 0;",
    replace: '',
  },
  {
    name: 'busy here is taken for no answer',
    file: 'src/engine/core/distribution/charges.ts',
    find: "code > 600 && code < 700 ? 'declined'",
    replace: "code > 603 && code < 700 ? 'declined'",
  },
  {
    name: 'presence does not recall',
    file: 'src/engine/core/observing/observe.ts',
    find: 'seenTalking(turn, agent);\n  reviewOfferOf(turn, agent);\n',
    replace: 'seenTalking(turn, agent);\n',
  },
  {
    name: 'going off duty does not recall',
    file: 'src/engine/core/distribution/reviewing.ts',
    find: "if (!agent.onDuty) return 'off-duty';",
    replace: '',
  },
  {
    name: 'a break does not recall',
    file: 'src/engine/core/distribution/reviewing.ts',
    find: "if (agent.break !== null) return 'on-break';",
    replace: '',
  },
  {
    name: 'a lost responsibility does not recall',
    file: 'src/engine/core/distribution/reviewing.ts',
    find: "if ((service.lineup.level[place] ?? 0) > task.level) return 'not-responsible';",
    replace: '',
  },
  {
    name: 'an acceptance does not stop the others',
    file: 'src/engine/core/distribution/accepting.ts',
    find: "  recallOthers(turn, taskId, 'taken-by-another');\n",
    replace: '',
  },
  {
    name: 'an acceptance that crosses a recall loses',
    file: 'src/engine/core/distribution/callNews.ts',
    find: 'if (task.agentId === null) acceptOffer',
    replace: "if (task.agentId === null && offer.phase !== 'recalling') acceptOffer",
  },
  {
    name: 'a recall is never confirmed by time',
    file: 'src/engine/core/distribution/offerDue.ts',
    find: "    case 'recalling':\n      return endRecalledOffer(turn, offer);",
    replace: "    case 'recalling':\n      return recallOffer(turn, offer);",
  },
  {
    name: 'a higher priority recalls nobody',
    file: 'src/engine/core/distribution/priority.ts',
    find: "if (offer !== null) checkOffer(turn, offer, 'higher-priority', task.id);",
    replace: '',
  },
  {
    name: 'any earlier place recalls',
    file: 'src/engine/core/distribution/priority.ts',
    find: 'return task.priority < other.priority && comesBefore(task, other);',
    replace: 'return comesBefore(task, other);',
  },
  {
    name: 'age does not protect from a recall',
    file: 'src/engine/core/distribution/priority.ts',
    find: 'return task.priority < other.priority && comesBefore(task, other);',
    replace: 'return task.priority < other.priority;',
  },
  {
    name: 'a redirect is recalled',
    file: 'src/engine/core/distribution/priority.ts',
    find: "if (rung.phase === 'arriving') continue;",
    replace: '',
  },
  {
    name: 'the highest of the lower is recalled',
    file: 'src/engine/core/distribution/priority.ts',
    find: 'comesBefore(lowest.task, rung)',
    replace: 'comesBefore(rung, lowest.task)',
  },
];
