/** Every card that the bot can make, in every state and both languages, by its name. */
import type { Language } from '@rufwerk/engine/core';
import type { Card } from '../../../src/bot/chat/message.ts';
import type { CallStory } from '../../../src/bot/calls/story.ts';
import type { News } from '../../../src/bot/alerts/news.ts';
import { alertCard } from '../../../src/bot/cards/alert/card.ts';
import { decisionCard } from '../../../src/bot/cards/decision/card.ts';
import { emergencyCard, type EmergencyMatter } from '../../../src/bot/cards/emergency/card.ts';
import { emergencyListCard } from '../../../src/bot/cards/emergency-list/card.ts';
import { helpCard } from '../../../src/bot/cards/help/card.ts';
import { statusCard } from '../../../src/bot/cards/status/card.ts';
import { tellingFor, type Detail, type Telling } from '../../../src/bot/cards/telling.ts';
import { whyCard } from '../../../src/bot/cards/why/card.ts';
import { tabLink } from '../../../src/bot/tab-link.ts';
import * as contoso from './contoso.ts';
import * as emergency from './emergency.ts';
import { MemoryPeople } from './memory.ts';

const { anna, annaWins, ben, benWins, nobodyWins, startsAt, waitingCall } = contoso;

const connected = { ...waitingCall, agentId: ben.id, connectedAt: startsAt + 19_000, offers: 2 };
const endedAt = startsAt + 5 * contoso.MINUTE_MS;

/** A call in each state that a card can show. */
export const stories: Readonly<Record<string, CallStory>> = {
  new: { call: waitingCall, ringing: null, confirmedInMs: null, inVain: [], decision: null },
  waiting: {
    call: waitingCall,
    ringing: null,
    confirmedInMs: null,
    inVain: [],
    decision: nobodyWins,
  },
  ringing: {
    call: waitingCall,
    ringing: contoso.offerTo(anna, annaWins, null),
    confirmedInMs: null,
    inVain: [],
    decision: annaWins,
  },
  talking: {
    call: connected,
    ringing: null,
    confirmedInMs: null,
    inVain: [{ agentId: anna.id, outcome: 'declined' }],
    decision: benWins,
  },
  'handed over': {
    call: { ...connected, connectedAt: null },
    ringing: null,
    confirmedInMs: null,
    inVain: [],
    decision: benWins,
  },
  ended: {
    call: { ...connected, endedAt, endReason: 'agent-hung-up', endSeen: 'reported' },
    ringing: null,
    confirmedInMs: null,
    inVain: [{ agentId: anna.id, outcome: 'declined' }],
    decision: benWins,
  },
  'end inferred': {
    call: { ...connected, endedAt, endReason: 'presence-left-the-call', endSeen: 'inferred' },
    ringing: null,
    confirmedInMs: null,
    inVain: [],
    decision: benWins,
  },
  'never taken': {
    call: {
      ...connected,
      connectedAt: null,
      endedAt,
      endReason: 'no-answer-after-hand-over',
      endSeen: 'inferred',
    },
    ringing: null,
    confirmedInMs: null,
    inVain: [],
    decision: benWins,
  },
  abandoned: {
    call: { ...waitingCall, endedAt, endReason: 'caller-hung-up', endSeen: 'read' },
    ringing: null,
    confirmedInMs: null,
    inVain: [],
    decision: nobodyWins,
  },
};

const toSam: EmergencyMatter = {
  view: emergency.annaCalls,
  reader: 'responsible',
  place: { kind: 'known', line: emergency.PLACE },
  lastAct: null,
  isKept: true,
  url: 'https://rufwerk.contoso.example/tab/live/emergencies/emergency-1',
};
const said = { by: contoso.sam.id, at: startsAt + contoso.MINUTE_MS };
const over = { kind: 'over', cause: 'pressed', ...said } as const;
const toAnna = { ...toSam, reader: 'agent', place: { kind: 'untold' } } as const;

/** An emergency in each state, for each reader. */
export const emergencies: Readonly<Record<string, EmergencyMatter>> = {
  stands: toSam,
  'goes on': { ...toSam, lastAct: { kind: 'goes-on', ...said } },
  'place unknown': { ...toSam, place: { kind: 'unknown' } },
  'for a contact': { ...toSam, reader: 'contact' },
  'for the agent': toAnna,
  drill: { ...toSam, view: { ...toSam.view, isDrill: true } },
  'drill, for the agent': { ...toAnna, view: { ...toAnna.view, isDrill: true } },
  'shown instead': {
    ...toSam,
    view: { ...toSam.view, shownInstead: { availability: 'Busy', activity: 'Busy' } },
  },
  watched: {
    ...toSam,
    view: { ...toSam.view, call: 'watched' },
    lastAct: { ...over, cause: 'unseen', by: null },
  },
  'call over': { ...toSam, view: emergency.callOver, lastAct: over },
  'call over, for the agent': { ...toAnna, view: emergency.callOver, lastAct: over },
  'own Do not disturb': { ...toSam, view: { ...emergency.callOver, ownDoNotDisturb: true } },
  'dialled again': { ...toSam, view: { ...toSam.view, dialledAt: startsAt + 600_000 } },
  'pool, many told': { ...toSam, view: emergency.manyTold },
  'nobody to tell': { ...toSam, view: { ...toSam.view, notices: [], rungForCallback: [] } },
  ended: { ...toSam, view: emergency.ended, lastAct: { ...over, kind: 'ended', cause: 'ready' } },
  'ended, for the agent': { ...toAnna, view: emergency.ended },
};

const { helpdesk } = contoso;

/** What supervisors are told of, at once and late. */
const alerts: Readonly<Record<string, News>> = {
  'alert, told late': {
    kind: 'raised',
    alert: { kind: 'view-restored', serviceIds: [helpdesk] },
    raisedAt: startsAt,
  },
  'alert, told at once': {
    kind: 'raised',
    alert: { kind: 'callback-numbers-short', left: 0, agentId: anna.id },
    raisedAt: endedAt,
  },
  'alert, overtaken': {
    ...{ kind: 'overtaken', serviceIds: [helpdesk] },
    ...{ degradedAt: startsAt, restoredAt: endedAt },
  },
};

export function telling(
  language: Language,
  detail: Detail = 'full',
  people = new MemoryPeople(contoso.everybody),
): Telling {
  const tabUrl = 'https://rufwerk.contoso.example/tab/live';
  return tellingFor({ people, tabUrlOf: (id) => tabLink(tabUrl, id) }, language, detail);
}

export function everyCard(language: Language): Record<string, Card> {
  const reader = telling(language);
  const { words } = reader;
  const matter = {
    record: contoso.annaWinsRecord,
    serviceName: 'IT Helpdesk',
    callerId: contoso.caller.id,
  };
  const decisions = Object.entries(stories).map(([state, story]) => [
    `decision, ${state}`,
    decisionCard(story, 'IT Helpdesk', reader).card,
  ]);
  const ofEmergencies = Object.entries(emergencies).map(([state, each]) => [
    `emergency, ${state}`,
    emergencyCard(each, reader).card,
  ]);
  const ofAlerts = Object.entries(alerts).map(([state, news]) => [
    state,
    alertCard(news, () => 'IT Helpdesk', reader, endedAt).card,
  ]);
  const several = Array.from({ length: 20 }, () => emergency.annaCalls);
  return {
    ...(Object.fromEntries([...decisions, ...ofEmergencies, ...ofAlerts]) as Record<string, Card>),
    emergencies: emergencyListCard([emergency.annaCalls, emergency.callOver], null, reader).card,
    'many emergencies': emergencyListCard(several, words.emergency.whichOne, reader).card,
    why: whyCard({ ...matter, leadsBack: true }, reader).card,
    'why, asked for': whyCard({ ...matter, leadsBack: false }, reader).card,
    'why, nobody': whyCard(
      { ...matter, record: contoso.nobodyWinsRecord, leadsBack: false },
      reader,
    ).card,
    'why, for a colleague': whyCard({ ...matter, leadsBack: true }, telling(language, 'colleague'))
      .card,
    status: statusCard([contoso.salesView, contoso.helpdeskView], startsAt, reader).card,
    welcome: helpCard(words.welcome, reader).card,
    help: helpCard(words.helpIntro, reader).card,
  };
}
