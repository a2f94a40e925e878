import type { DegradedCost } from '@rufwerk/engine/core';
import { emergencyDe } from './emergency/de.ts';
import type { Words } from './words.ts';

const DEGRADED_COST: Readonly<Record<DegradedCost, string>> = {
  'busy-not-rung': 'Beschäftigten wird nicht zugestellt, bis es wieder bekannt ist.',
  'busy-rung-blindly':
    'Beschäftigten wird trotzdem zugestellt, wie der Service es vorsieht: manche sind im Gespräch.',
  'only-fresh-available-rung':
    'Wer zuletzt verfügbar war, dem wird zugestellt, solange das frisch genug ist.',
};

/** Words that the Swiss and the German spelling share. */
export const de: Words = {
  welcome:
    'Hallo, ich bin Rufwerk. Ich sage Ihnen, wem ein Anruf Ihrer Services zugestellt wird ' +
    'und warum. Zu jedem Anruf gibt es eine Karte, und sie bleibt aktuell.',
  hello: 'Hallo! Das können Sie mich fragen.',
  notUnderstood: (said) => `Mit «${said}» kann ich nichts anfangen. Das können Sie mich fragen.`,
  personalOnly: 'Ich antworte nur im persönlichen Chat: Hier würden andere mitlesen.',
  notResponsible:
    'Ich gebe nur denen Auskunft, die für einen Service arbeiten. Sie sind weder Agent noch ' +
    'Supervisor noch Administrator eines Service; ein Administrator kann Sie in der ' +
    'Einrichtung hinzufügen.',
  noServices: 'Es gibt noch keinen Service. Ein Administrator legt ihn in der Einrichtung an.',
  noDecisionYet: 'In Ihren Services wurde noch kein Anruf entschieden.',
  noSuchDecision: 'In Ihren Services finde ich keine solche Entscheidung.',
  oldButton:
    'Diese Schaltfläche gehört zu einer älteren Karte. Mit «hilfe» sehen Sie, was ich kann.',
  trouble: 'Das hat gerade nicht geklappt. Bitte versuchen Sie es gleich noch einmal.',

  helpIntro: 'Das können Sie mich fragen.',
  helpLines: [
    { command: 'status', does: 'wartende Anrufe, und wem Anrufe zugestellt werden können' },
    {
      command: 'warum',
      does: 'die letzte Entscheidung in Ihren Services, mit dem Grund zu jeder Person',
    },
    { command: 'warum und eine Kennung', does: 'die Entscheidung mit dieser Kennung' },
    { command: 'notruf', does: 'laufende Notrufe: Ihrer, oder die Ihrer Services' },
    { command: 'anruf beendet', does: 'sagt, dass der Notruf beendet ist' },
    { command: 'bereit', does: 'nach Ihrem Notruf: Ihnen werden wieder Anrufe zugestellt' },
    { command: 'hilfe', does: 'diese Übersicht' },
  ],

  buttonStatus: 'Status',
  buttonWhy: 'Warum?',
  buttonLastDecision: 'Letzte Entscheidung',
  buttonLess: 'Weniger',
  buttonRefresh: 'Aktualisieren',
  buttonOpen: 'In Rufwerk öffnen',

  callFrom: (caller) => `Anruf von ${caller}`,
  numberWithheld: 'unterdrückter Nummer',
  somebody: 'jemand nicht mehr Bekanntes',

  waiting: 'Wartet',
  offeredTo: (agent) => `Wird ${agent} zugestellt`,
  talksWith: (agent) => `Im Gespräch mit ${agent}`,
  handedOverTo: (agent) => `Umgeleitet an ${agent}`,
  ended: 'Beendet',
  abandoned: 'Aufgelegt',
  since: (when) => `seit ${when}`,
  handedOverDetail:
    'Umgeleitet: Teams meldet zu diesem Anruf nichts mehr, den Rest zeigt die Präsenz.',
  endedBy: (how, when) => `${when}: ${how}.`,
  endedAfterTalking: (agent) => `Zuletzt mit ${agent}.`,
  endSeen: {
    reported: 'Teams hat das Ende gemeldet.',
    read: 'Das Ende wurde in Teams nachgelesen.',
    inferred: 'Das Ende ist erschlossen, nicht gesehen.',
  },

  chosen: (agent) => `${agent} wurde gewählt`,
  onlyOne: (when) => `die einzige Person, der zugestellt werden konnte, frei seit ${when}.`,
  firstOf: (when, candidates) =>
    `nach der Reihenfolge des Service zuvorderst von ${candidates}, denen zugestellt werden ` +
    `konnte, frei seit ${when}.`,
  longestIdle: (when, candidates) =>
    `am längsten frei (seit ${when}) von ${candidates}, denen zugestellt werden konnte.`,
  fewestOffers: (when, candidates) =>
    `dieser Anruf wurde am seltensten zugestellt, von ${candidates} möglichen; frei seit ${when}.`,
  newerPresence: (when, candidates) =>
    `zuvorderst von ${candidates} möglichen, weil die Präsenz der nächsten Person alt war und ` +
    `der Service dann anderen zuerst zustellt; frei seit ${when}.`,
  tieByIdle: (when, candidates) =>
    `nach der Reihenfolge des Service gleich wie die nächste Person, aber länger frei ` +
    `(seit ${when}), von ${candidates} möglichen.`,
  byLot: (when, candidates) =>
    `vom Los unter Gleichen bestimmt, von ${candidates} möglichen; frei seit ${when}.`,
  byOrder: (candidates) =>
    `nach der Reihenfolge des Service zuvorderst von ${candidates}, denen zugestellt werden konnte.`,
  ringsSeveral: (count) => `klingelt bei ${count} gleichzeitig; wer zuerst annimmt, hat den Anruf.`,
  notExplained: 'Das Journal zu dieser Entscheidung kann nicht mehr gelesen werden.',
  alertMisses: (agent, service, misses) => ({
    title: `${agent} wurde abgemeldet`,
    text:
      misses === 1
        ? `Eine Zustellung von ${service} wurde nicht angenommen.`
        : `${misses} Zustellungen hintereinander wurden nicht angenommen, zuletzt von ${service}.`,
    mend: 'Sprechen Sie mit der Person; anmelden lässt sie sich wieder in Rufwerk.',
  }),
  alertClosed: (service, by) => ({
    title: `${service} wurde wegen eines Notfalls geschlossen`,
    text: `${by} hat den Service geschlossen. Neue und wartende Anrufe gelten als geschlossen.`,
    mend: 'Öffnen Sie ihn auf der Seite des Service wieder, wenn der Notfall vorbei ist.',
  }),
  alertInvariant: (invariant, detail) => ({
    title: 'Rufwerk hat eine eigene Aktion gestoppt',
    text: `Die Regel «${invariant}» wäre verletzt worden: ${detail}.`,
    mend: 'Kein Anruf ging verloren. Senden Sie das Log dieses Moments an die Macher von Rufwerk.',
  }),
  alertDegraded: (services) => ({
    title: 'Die Präsenz ist nur zum Teil bekannt',
    text: services
      .map(
        ({ name, onDuty, asStranger, cost }) =>
          `${name}: von ${asStranger} der ${onDuty} Angemeldeten ist nicht bekannt, ob sie im ` +
          `Gespräch sind. ${DEGRADED_COST[cost]}`,
      )
      .join(' '),
    mend:
      'Die Seite «Bereitschaft» nennt die gestörte Quelle und die Abhilfe. Das Ende der Störung ' +
      'wird gemeldet.',
  }),
  alertRestored: (services) => ({
    title: 'Die Präsenz ist wieder bekannt',
    text: `${services.join(', ')}: Anrufe werden wieder wie üblich verteilt.`,
    mend: 'Es ist nichts weiter zu tun.',
  }),
  alertOvertaken: (services, from, until) => ({
    title: 'Die Präsenz ist wieder bekannt',
    text:
      `${services.join(', ')}: Von ${from} bis ${until} war die Präsenz nur zum Teil bekannt. ` +
      'Das liess sich nicht melden, weil Teams nicht erreichbar war. Anrufe werden wieder wie ' +
      'üblich verteilt.',
    mend: 'Es ist nichts weiter zu tun.',
  }),
  alertLate: (when) => `Das war ${when}; Teams war bis jetzt nicht erreichbar.`,
  alertCallbackNumbers: (left, needing) => ({
    title:
      left === 0
        ? 'Keine Rückrufnummer für Notrufe mehr frei'
        : 'Nur noch eine Rückrufnummer für Notrufe frei',
    text:
      needing === null
        ? 'Wer als Nächstes den Notruf wählt, hat vielleicht keine Nummer für den Rückruf.'
        : `${needing} ist geschützt, aber die Notrufzentrale hat keine Nummer für den Rückruf.`,
    mend: 'Nummern fügt die Administration unter Einrichtung, Notrufe hinzu.',
  }),
  nobody: 'Der Anruf konnte niemandem zugestellt werden.',
  confirmedIn: (tookMs) => `Teams wurde vor dem Klingeln nochmals gefragt: ${tookMs} ms.`,
  others: (counts) => `Nicht gewählt: ${counts}.`,
  earlier: (offers) => `Vorher zugestellt: ${offers}.`,
  cameIn: (when) => `Eingegangen ${when}`,
  decidedAt: (when) => `Entschieden ${when}`,

  whyTitle: 'Warum?',
  candidateFirst: (when) => `gewählt, frei seit ${when}`,
  candidateNext: (position, when) => `Nummer ${position} der Reihenfolge, frei seit ${when}`,
  hadOffers: (count) => `dieser Anruf wurde vorher ${count}-mal zugestellt`,
  oldPresence: 'die Präsenz ist alt, andere gehen vor',
  presence: (shown, age) => `Teams: ${shown}, gesehen ${age} vorher`,
  andMore: (count) => `und ${count} weitere; der Tab zeigt alle.`,

  emergency: emergencyDe,

  statusTitle: 'Services jetzt',
  waitingCalls: (count, longest) => {
    if (count === 0) return 'Kein Anruf wartet.';
    const calls = count === 1 ? '1 Anruf wartet' : `${count} Anrufe warten`;
    return longest === null ? `${calls}.` : `${calls}, der längste seit ${longest}.`;
  },
  ableOf: (able, agents) => `Zustellbar: ${able} von ${agents}`,
  ableNames: (names) => `Bereit: ${names}.`,
  nobodyAble: (agents) => `Zustellbar: 0 von ${agents}`,
  noAgents: 'Noch niemand bedient ihn.',
  notNow: (counts) => `Zurzeit nicht: ${counts}.`,
  held: (count) => `${count} für einen Rückruf reserviert`,
};
