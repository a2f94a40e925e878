/** Every card that the bot can make, in every state and both languages, by its name. */
import type { Language } from '@rufwerk/engine/core';
import type { Card } from '../../../src/bot/chat/message.ts';
import type { CallStory } from '../../../src/bot/calls/story.ts';
import { decisionCard } from '../../../src/bot/cards/decision/card.ts';
import { helpCard } from '../../../src/bot/cards/help/card.ts';
import { statusCard } from '../../../src/bot/cards/status/card.ts';
import { tellingFor, type Detail, type Telling } from '../../../src/bot/cards/telling.ts';
import { whyCard } from '../../../src/bot/cards/why/card.ts';
import { tabLink } from '../../../src/bot/tab-link.ts';
import * as contoso from './contoso.ts';
import { MemoryPeople } from './memory.ts';

const { anna, annaWins, ben, benWins, nobodyWins, startsAt, waitingCall } = contoso;

const connected = { ...waitingCall, agentId: ben.id, connectedAt: startsAt + 19_000, offers: 2 };
const endedAt = startsAt + 5 * contoso.MINUTE_MS;

/** A call in each state that a card can show. */
export const stories: Readonly<Record<string, CallStory>> = {
  new: { call: waitingCall, ringing: null, inVain: [], decision: null },
  waiting: { call: waitingCall, ringing: null, inVain: [], decision: nobodyWins },
  ringing: {
    call: waitingCall,
    ringing: contoso.offerTo(anna, annaWins, null),
    inVain: [],
    decision: annaWins,
  },
  talking: {
    call: connected,
    ringing: null,
    inVain: [{ agentId: anna.id, outcome: 'declined' }],
    decision: benWins,
  },
  'handed over': {
    call: { ...connected, connectedAt: null },
    ringing: null,
    inVain: [],
    decision: benWins,
  },
  ended: {
    call: { ...connected, endedAt, endReason: 'agent-hung-up', endSeen: 'reported' },
    ringing: null,
    inVain: [{ agentId: anna.id, outcome: 'declined' }],
    decision: benWins,
  },
  'end inferred': {
    call: { ...connected, endedAt, endReason: 'presence-left-the-call', endSeen: 'inferred' },
    ringing: null,
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
    inVain: [],
    decision: benWins,
  },
  abandoned: {
    call: { ...waitingCall, endedAt, endReason: 'caller-hung-up', endSeen: 'read' },
    ringing: null,
    inVain: [],
    decision: nobodyWins,
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
  return {
    ...(Object.fromEntries(decisions) as Record<string, Card>),
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
