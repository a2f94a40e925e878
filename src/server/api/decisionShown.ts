/** A decision's record in names, with what became of it. */
import type { Decision } from '@rufwerk/engine/api';
import type { Candidate, NotChosen } from '@rufwerk/engine/core';
import type { CallRow, DecisionRow, OfferRow } from '@rufwerk/engine/ports';
import type { ApiParts } from './parts.ts';
import { callerShown, instant, personShown, serviceNameShown } from './shown.ts';

export async function decisionShown(
  parts: Pick<ApiParts, 'people' | 'tables' | 'configuration'>,
  row: DecisionRow,
): Promise<Decision> {
  const { people, tables, configuration } = parts;
  const [call, offers] = await Promise.all([
    tables.findCall(row.taskId),
    tables.listOffers(row.taskId),
  ]);
  const offer = offers.find(({ decisionId }) => decisionId === row.decisionId);
  const [winner] = row.candidates;
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
    winner: winner === undefined ? null : personShown(people, winner.agentId),
    candidates: row.candidates.map((candidate) => candidateShown(candidate, people)),
    notChosen: row.notChosen.map((agent) => notChosenShown(agent, people)),
    ...fate(offer, call),
  };
}

function candidateShown(
  candidate: Candidate,
  people: ApiParts['people'],
): Decision['candidates'][number] {
  return {
    agent: personShown(people, candidate.agentId),
    idleSince: instant(candidate.idleSinceAt),
    offersOfThisTask: candidate.offersOfThisTask,
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

function fate(
  offer: OfferRow | undefined,
  call: CallRow | null,
): Pick<Decision, 'outcome' | 'callEnd'> {
  const outcome = offer?.outcome ?? null;
  if (call === null || call.endedAt === null) return { outcome, callEnd: null };
  const seen = call.endSeen === 'inferred' || call.endSeen === 'read' ? call.endSeen : 'reported';
  return {
    outcome,
    callEnd: { at: instant(call.endedAt), reason: call.endReason ?? '', seen },
  };
}
