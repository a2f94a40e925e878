import type { DegradedCost } from '@rufwerk/engine/core';
import { emergencyEn } from './emergency/en.ts';
import type { Words } from './words.ts';

const DEGRADED_COST: Readonly<Record<DegradedCost, string>> = {
  'busy-not-rung': 'Busy people are not rung until it is known again.',
  'busy-rung-blindly':
    'Busy people are rung all the same, as the service is set: some will be in a call.',
  'only-fresh-available-rung':
    'Whoever was last seen Available is rung while that is fresh enough, then nobody.',
};

export const en: Words = {
  welcome:
    'Hello, I am Rufwerk. I tell you who is rung for a call to your services, and why. There' +
    ' is one card for each call, and it stays current.',
  hello: 'Hello! This is what you can ask me.',
  notUnderstood: (said) => `I do not know what to do with “${said}”. This is what you can ask me.`,
  personalOnly: 'I answer in a personal chat only: others would read along here.',
  notResponsible:
    'I tell about services to the people who work for them. You are not an agent, supervisor' +
    ' or administrator of one; an administrator can add you in Set-up.',
  noServices: 'There is no service yet. An administrator adds one in Set-up.',
  noDecisionYet: 'No call has been decided in your services yet.',
  noSuchDecision: 'I find no such decision in your services.',
  oldButton: 'This button belongs to an older card. Write “help” to see what I can do.',
  trouble: 'That did not work just now. Please try again in a moment.',

  helpIntro: 'This is what you can ask me.',
  helpLines: [
    { command: 'status', does: 'waiting calls, and who can be offered calls' },
    { command: 'why', does: 'the last decision in your services, with everyone’s reason' },
    { command: 'why and an id', does: 'the decision with that id' },
    { command: 'emergency', does: 'emergency calls under way: yours, or those of your services' },
    { command: 'call over', does: 'says that the emergency call has ended' },
    { command: 'ready', does: 'after your emergency call: calls are offered to you again' },
    { command: 'help', does: 'this overview' },
  ],

  buttonStatus: 'Status',
  buttonWhy: 'Why?',
  buttonLastDecision: 'Last decision',
  buttonLess: 'Less',
  buttonRefresh: 'Refresh',
  buttonOpen: 'Open in Rufwerk',

  callFrom: (caller) => `Call from ${caller}`,
  numberWithheld: 'a withheld number',
  somebody: 'someone no longer known',

  waiting: 'Waiting',
  offeredTo: (agent) => `Offered to ${agent}`,
  talksWith: (agent) => `Talks with ${agent}`,
  handedOverTo: (agent) => `Handed over to ${agent}`,
  ended: 'Ended',
  abandoned: 'Abandoned',
  since: (when) => `since ${when}`,
  handedOverDetail: 'Redirected: Teams tells no more about this call, presence shows the rest.',
  endedBy: (how, when) => `${when}: ${how}.`,
  endedAfterTalking: (agent) => `Last with ${agent}.`,
  endSeen: {
    reported: 'Teams reported the end.',
    read: 'The end was read from Teams.',
    inferred: 'The end is inferred, not seen.',
  },

  chosen: (agent) => `${agent} was chosen`,
  onlyOne: (when) => `the only one who could be offered the call, idle since ${when}.`,
  firstOf: (when, candidates) =>
    `first by the order of the service of ${candidates} who could be offered the call, ` +
    `idle since ${when}.`,
  longestIdle: (when, candidates) =>
    `idle longest (since ${when}) of ${candidates} who could be offered the call.`,
  fewestOffers: (when, candidates) =>
    `offered this call least often of ${candidates} who could be offered it, idle since ${when}.`,
  newerPresence: (when, candidates) =>
    `first of ${candidates} who could be offered the call, because the presence of the next was ` +
    `old and the service rings others first then; idle since ${when}.`,
  tieByIdle: (when, candidates) =>
    `equal with the next by the order of the service, but idle longer (since ${when}), ` +
    `of ${candidates} who could be offered the call.`,
  byLot: (when, candidates) =>
    `drawn by lot among equals of ${candidates} who could be offered it, idle since ${when}.`,
  byOrder: (candidates) =>
    `first by the order of the service of ${candidates} who could be offered the call.`,
  ringsSeveral: (count) => `rings at ${count} at once; whoever accepts first has the call.`,
  notExplained: 'The journal that this decision was taken from can no longer be read.',
  alertMisses: (agent, service, misses) => ({
    title: `${agent} was set off duty`,
    text:
      misses === 1
        ? `An offer of ${service} was missed.`
        : `${misses} offers in a row were missed, the last one of ${service}.`,
    mend: 'Talk to the agent; duty can be switched on again in Rufwerk.',
  }),
  alertClosed: (service, by) => ({
    title: `${service} was closed for an emergency`,
    text: `${by} closed it. New and waiting calls are treated as closed.`,
    mend: 'Open it again on the page of the service when the emergency is over.',
  }),
  alertInvariant: (invariant, detail) => ({
    title: 'Rufwerk stopped an action of its own',
    text: `The rule "${invariant}" would have been broken: ${detail}.`,
    mend: 'No caller was lost by it. Send the log of this moment to the makers of Rufwerk.',
  }),
  alertDegraded: (services) => ({
    title: 'Presence is known only in part',
    text: services
      .map(
        ({ name, onDuty, asStranger, cost }) =>
          `${name}: of ${asStranger} of ${onDuty} people on duty it is not known whether they ` +
          `are in a call. ${DEGRADED_COST[cost]}`,
      )
      .join(' '),
    mend: 'Readiness names the source that fails and how to mend it. You are told when it is over.',
  }),
  alertRestored: (services) => ({
    title: 'Presence is known again',
    text: `${services.join(', ')}: calls are distributed as usual.`,
    mend: 'Nothing is left to do.',
  }),
  alertOvertaken: (services, from, until) => ({
    title: 'Presence is known again',
    text:
      `${services.join(', ')}: presence was known only in part from ${from} to ${until}, and you ` +
      'could not be told, for Teams could not be reached. Calls are distributed as usual.',
    mend: 'Nothing is left to do.',
  }),
  alertLate: (when) => `This was ${when}; Teams could not be reached until now.`,
  alertCallbackNumbers: (left, needing) => ({
    title: left === 0 ? 'No emergency callback number is left' : 'One callback number is left',
    text:
      needing === null
        ? 'The next agent who calls the emergency service may have no number to be called back on.'
        : `${needing} is protected, but the emergency service has no number to call back.`,
    mend: 'An administrator adds numbers under Set-up, Emergency calls.',
  }),
  nobody: 'Nobody could be offered this call.',
  confirmedIn: (tookMs) => `Teams was asked again before the ringing: ${tookMs} ms.`,
  others: (counts) => `Not chosen: ${counts}.`,
  earlier: (offers) => `Offered before: ${offers}.`,
  cameIn: (when) => `Came in ${when}`,
  decidedAt: (when) => `Decided ${when}`,

  whyTitle: 'Why?',
  candidateFirst: (when) => `chosen, idle since ${when}`,
  candidateNext: (position, when) => `number ${position} in the order, idle since ${when}`,
  hadOffers: (count) => `offered this call ${count === 1 ? 'once' : `${count} times`} before`,
  oldPresence: 'the presence is old, others go first',
  presence: (shown, age) => `Teams: ${shown}, seen ${age} before`,
  andMore: (count) => `and ${count} more; the tab shows everyone.`,

  emergency: emergencyEn,

  statusTitle: 'Services now',
  waitingCalls: (count, longest) => {
    if (count === 0) return 'No call is waiting.';
    const calls = count === 1 ? '1 call is waiting' : `${count} calls are waiting`;
    return longest === null ? `${calls}.` : `${calls}, the longest for ${longest}.`;
  },
  ableOf: (able, agents) => `${able} of ${agents} can be offered calls`,
  ableNames: (names) => `Ready: ${names}.`,
  nobodyAble: (agents) => `0 of ${agents} can be offered calls`,
  noAgents: 'No agent serves it yet.',
  notNow: (counts) => `Not now: ${counts}.`,
  held: (count) => `${count} held for a call-back`,
};
