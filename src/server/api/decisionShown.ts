/** A decision's record in names, with what became of it. */
import type { Decision, DecisionSummaryShown } from '@rufwerk/engine/api';
import {
  type Candidate,
  changeText,
  type DecisionRecord,
  type Language,
  type NotChosen,
  orderSentence,
  valueUnit,
} from '@rufwerk/engine/core';
import type { CallRow, DecisionRow, OfferRow } from '@rufwerk/engine/ports';
import type { ApiParts } from './parts.ts';
import {
  callerShown,
  clockOf,
  instant,
  personOrNull,
  personShown,
  serviceNameShown,
} from './shown.ts';

export async function summaryShown(
  parts: Pick<ApiParts, 'people' | 'tables' | 'configuration'>,
  row: DecisionRow,
): Promise<DecisionSummaryShown> {
  const { people, tables, configuration } = parts;
  const [call, offers] = await Promise.all([
    tables.findCall(row.taskId),
    tables.listOffers(row.taskId),
  ]);
  const offer = offers.find(({ decisionId }) => decisionId === row.decisionId);
  return {
    id: row.decisionId,
    at: instant(row.at),
    taskId: row.taskId,
    serviceId: row.serviceId,
    serviceName: serviceNameShown(configuration.current().configuration, row.serviceId),
    callerName: call === null ? '' : callerShown(people, call.callerId),
    order: row.order,
    ruleVersion: row.ruleVersion,
    digest: row.digest,
    winner: personOrNull(people, row.winnerId),
    offered: row.offered,
    considered: Object.values(row.notChosen).reduce((sum, count) => sum + count, row.candidates),
    ...fate(offer, call),
  };
}

/** The whole record, as the journal gives it again. */
export async function decisionShown(
  parts: Pick<ApiParts, 'people' | 'tables' | 'configuration'>,
  row: DecisionRow,
  record: DecisionRecord,
  language: Language,
): Promise<Decision> {
  const { people } = parts;
  const { change, order } = record;
  return {
    ...(await summaryShown(parts, row)),
    candidates: record.candidates.map((candidate) => candidateShown(candidate, people)),
    notChosen: record.notChosen.map((agent) => notChosenShown(agent, people)),
    change: change === null ? null : { agent: personShown(people, change.agentId), change },
    unit: valueUnit(order),
    words: {
      order: orderSentence(order, language),
      change: changeSentence(parts, record, language),
    },
  };
}

function changeSentence(
  { people, configuration }: Pick<ApiParts, 'people' | 'configuration'>,
  { change, order }: DecisionRecord,
  language: Language,
): string | null {
  if (change === null) return null;
  const timeOf = clockOf(configuration.current().configuration, language);
  const text = changeText(change, order, language, { timeOf, withAge: true });
  return `${callerShown(people, change.agentId)} ${text}`;
}

function candidateShown(
  candidate: Candidate,
  people: ApiParts['people'],
): Decision['candidates'][number] {
  return {
    agent: personShown(people, candidate.agentId),
    value: candidate.value,
    idleSince: instant(candidate.idleSinceAt),
    offersOfThisTask: candidate.offersOfThisTask,
    isLate: candidate.isLate,
    tieBreak: candidate.tieBreak,
    presence: candidate.presence,
  };
}

function notChosenShown(
  { agentId, reason, presence }: NotChosen,
  people: ApiParts['people'],
): Decision['notChosen'][number] {
  return { agent: personShown(people, agentId), reason, presence };
}

/** How long the caller waited for Teams before the agent would ring, also where it was in vain. */
function askedAgainMs({ outcome, confirmedInMs, offeredAt, endedAt }: OfferRow): number | null {
  return outcome === 'not-confirmed' && endedAt !== null ? endedAt - offeredAt : confirmedInMs;
}

function fate(
  offer: OfferRow | undefined,
  call: CallRow | null,
): Pick<Decision, 'outcome' | 'confirmedInMs' | 'callEnd'> {
  const outcome = offer?.outcome ?? null;
  const confirmedInMs = offer === undefined ? null : askedAgainMs(offer);
  if (call === null || call.endedAt === null) return { outcome, confirmedInMs, callEnd: null };
  const seen = call.endSeen === 'inferred' || call.endSeen === 'read' ? call.endSeen : 'reported';
  return {
    outcome,
    confirmedInMs,
    callEnd: { at: instant(call.endedAt), reason: call.endReason ?? '', seen },
  };
}
