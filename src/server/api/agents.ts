/** The agents whom the reader may steer: found by name, and each with what can be switched. */
import { agentsListSchema, type AgentsList, steeredAgentSchema } from '@rufwerk/engine/api';
import {
  agentView,
  asId,
  type Language,
  type PersonId,
  type TenantState,
} from '@rufwerk/engine/core';
import { z } from 'zod';
import { answered, type Outcome } from '../http/answer.ts';
import { operation, type Operation } from '../http/operation.ts';
import { ASK_A_SUPERVISOR, forbidden, unknown } from '../http/problem.ts';
import type { Reader } from '../session/reader.ts';
import { agentWork } from './agentWork.ts';
import type { ApiParts } from './parts.ts';
import { serviceNameShown } from './shown.ts';

const PATH = '/api/v1/agents';
/** More than a person reads; whoever is not among them is found by search. */
const LISTED_MAX = 200;

const listQuery = z.strictObject({
  search: z.string().trim().max(100).default('').describe('A part of a name or address'),
});

type ListedAgent = AgentsList['items'][number];

export function agentOperations(parts: ApiParts): Operation[] {
  return [
    operation({
      method: 'get',
      path: PATH,
      summary: `At most ${LISTED_MAX} agents of the services that the reader oversees`,
      query: listQuery,
      answer: agentsListSchema,
      perform: async ({ reader, query }) => answered(await listed(parts, reader, query.search)),
    }),
    operation({
      method: 'get',
      path: `${PATH}/:id`,
      summary: 'What can be switched for an agent, as it stands',
      answer: steeredAgentSchema,
      perform: ({ reader, params, language }) =>
        steered(parts, reader, asId<PersonId>(params['id'] ?? ''), language),
    }),
  ];
}

function listed(
  { runtime, people }: ApiParts,
  reader: Reader,
  search: string,
): Promise<AgentsList> {
  const wanted = search.toLowerCase();
  return runtime.read((state, at) => {
    const items: ListedAgent[] = [];
    for (const [id, { services }] of state.agents) {
      if (!services.some(({ settings }) => reader.oversees(settings.id))) continue;
      const person = people.find(id);
      const name = person?.displayName ?? '';
      const userPrincipalName = person?.userPrincipalName ?? '';
      if (!`${name} ${userPrincipalName}`.toLowerCase().includes(wanted)) continue;
      if (items.length === LISTED_MAX) return { items, more: true };
      const served = servedBy(state, id, at);
      items.push({ agent: { id, name }, userPrincipalName, services: served });
    }
    return { items, more: false };
  });
}

function servedBy(state: Readonly<TenantState>, id: PersonId, at: number): ListedAgent['services'] {
  return (agentView(state, id, at)?.services ?? []).map(({ serviceId, active }) => ({
    id: serviceId,
    name: serviceNameShown(state.configuration, serviceId),
    active,
  }));
}

async function steered(
  parts: ApiParts,
  reader: Reader,
  id: PersonId,
  language: Language,
): Promise<Outcome> {
  const work = await agentWork(parts, id, language);
  if (work === null) return unknown('The agent');
  if (!work.services.some((service) => reader.oversees(asId(service.id)))) return notYours;
  // Calls and callers are nobody's business here: the schema leaves them out.
  return answered(steeredAgentSchema.parse(work));
}

const notYours = forbidden(
  {
    en: 'An agent is seen by a supervisor of one of their services, or by an administrator.',
    de: 'Eine Person sehen Supervisoren eines ihrer Services, und Administratoren.',
  },
  ASK_A_SUPERVISOR,
);
