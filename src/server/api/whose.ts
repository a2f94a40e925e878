/** Whose work an operation is about: the reader's own, or that of an agent whom they supervise. */
import { asId, type PersonId } from '@rufwerk/engine/core';
import type { Outcome } from '../http/answer.ts';
import { ASK_A_SUPERVISOR, forbidden, unknown } from '../http/problem.ts';
import type { Reader } from '../session/reader.ts';
import type { ApiParts } from './parts.ts';

export type Params = Readonly<Record<string, string | undefined>>;

/** The agent, or a refusal where the reader may not touch their work. */
export type Whose = (reader: Reader, params: Params) => Promise<PersonId | Outcome>;

export const ownWork: Whose = (reader) =>
  Promise.resolve(reader.isAgent() ? reader.personId : notAnAgent);

/** The agent named by `:id`, for supervisors of one of the agent's services. */
export function supervisedWork({ runtime }: Pick<ApiParts, 'runtime'>): Whose {
  return async (reader, params) => {
    const agentId = asId<PersonId>(params['id'] ?? '');
    const serviceIds = await runtime.read((state) =>
      (state.agents.get(agentId)?.services ?? []).map(({ settings }) => settings.id),
    );
    if (serviceIds.length === 0) return unknown('The agent');
    return serviceIds.some((id) => reader.oversees(id)) ? agentId : notYours;
  };
}

export const notAnAgent = forbidden(
  {
    en: 'Only agents of a service have work here.',
    de: 'Nur wer einen Service bedient, hat hier Arbeit.',
  },
  {
    en: 'Ask an administrator to make you an agent of a service.',
    de: 'Bitten Sie die Administration, Sie einem Service zuzuteilen.',
  },
);

const notYours = forbidden(
  {
    en: 'An agent is steered by a supervisor of one of their services, or by an administrator.',
    de: 'Eine Person steuern Supervisoren eines ihrer Services, oder Administratoren.',
  },
  ASK_A_SUPERVISOR,
);
