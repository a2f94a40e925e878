/**
 * Emergency calls of agents: the button, the end of the call, the callback window, and what those
 * see who help (EMG-10..13, EMG-20, DEC-6..8).
 */
import {
  emergenciesSchema,
  emergencyNumbersSchema,
  emergencySchema,
  emergencyStartSchema,
} from '@rufwerk/engine/api';
import {
  emergencyViewOf,
  type Language,
  numbersOffered,
  type PersonId,
  type TenantState,
} from '@rufwerk/engine/core';
import type { InputDraft } from '@rufwerk/engine/ports';
import { emergencyShown } from '../emergencies/shown.ts';
import { answered, done, type Outcome } from '../http/answer.ts';
import { operation, type Operation } from '../http/operation.ts';
import { emergenciesOf, withCallerIdAsked } from './callerIdAsked.ts';
import { realOne, tooLateToGoOn } from './emergencyRefusals.ts';
import type { ApiParts } from './parts.ts';
import { refusalIn } from './steering.ts';
import { ownWork, supervisedWork, type Whose } from './whose.ts';

const OWN_PATH = '/api/v1/my-work/emergency';
const AGENT_PATH = '/api/v1/agents/:id';

export function emergencyOperations(parts: ApiParts): Operation[] {
  const supervised = supervisedWork(parts);
  return [
    startOperation(parts),
    numbersOperation(parts),
    ...duringCall(parts, OWN_PATH, ownWork),
    windowOperation(parts),
    operation({
      method: 'get',
      path: '/api/v1/emergencies',
      summary: 'Emergencies of the agents whom the reader supervises or is a contact of',
      answer: emergenciesSchema,
      perform: async ({ reader, language }) =>
        answered(await emergenciesOf(parts, reader, language)),
    }),
    ...duringCall(parts, `${AGENT_PATH}/emergency`, supervised),
    drillOperation(parts, supervised),
  ];
}

/** The call itself is placed by the agent's own Teams. */
function startOperation(parts: ApiParts): Operation {
  return operation({
    method: 'post',
    path: OWN_PATH,
    summary: 'The agent calls the emergency service: protection begins, and contacts are told',
    // A press is a press, whatever else is said with it.
    body: emergencyStartSchema.prefault({}),
    answer: emergencySchema,
    perform: async ({ reader, params, body: { isDrill }, language }) => {
      const agentId = await ownWork(reader, params);
      if (typeof agentId !== 'string') return agentId;
      const refusal = await begin(parts, { agentId, isDrill, by: reader.personId });
      return refusal ?? shownNow(parts, agentId, language);
    },
  });
}

function drillOperation(parts: ApiParts, whose: Whose): Operation {
  return operation({
    method: 'post',
    path: `${AGENT_PATH}/emergency-drill`,
    summary: 'A drill: the whole way of an emergency of the agent, without a call',
    answer: emergencySchema,
    perform: async ({ reader, params, language }) => {
      const agentId = await whose(reader, params);
      if (typeof agentId !== 'string') return agentId;
      const isReal = await parts.runtime.read(
        (state) => emergencyViewOf(state, agentId)?.isDrill === false,
      );
      if (isReal) return realOne;
      const refusal = await begin(parts, { agentId, isDrill: true, by: reader.personId });
      return refusal ?? shownNow(parts, agentId, language);
    },
  });
}

async function begin(
  { runtime }: ApiParts,
  who: { readonly agentId: PersonId; readonly isDrill: boolean; readonly by: PersonId },
): Promise<Outcome | null> {
  const seen = { type: 'EmergencyCallSeen', sign: 'button', dialledAt: null, ...who } as const;
  const { facts } = await runtime.submit(seen);
  return refusalIn(facts);
}

/** For the agent and whoever began a drill: the location is told elsewhere. */
async function shownNow(
  { runtime, people, callerIds }: ApiParts,
  agentId: PersonId,
  language: Language,
): Promise<Outcome> {
  const view = await runtime.read((state) => emergencyViewOf(state, agentId));
  if (view === null) return done;
  return answered(withCallerIdAsked(emergencyShown(people, view, language, null), callerIds));
}

function numbersOperation({ runtime }: ApiParts): Operation {
  return operation({
    method: 'get',
    path: '/api/v1/my-work/emergency-numbers',
    summary: 'What the agent dials to reach the emergency service, the first one first',
    answer: emergencyNumbersSchema,
    perform: async ({ reader, params }) => {
      const agentId = await ownWork(reader, params);
      if (typeof agentId !== 'string') return agentId;
      return answered(await runtime.read((state) => numbersFor(state, agentId)));
    },
  });
}

function numbersFor({ agents, configuration }: Readonly<TenantState>, agentId: PersonId) {
  const { country: usual = 'US', numbers: own = [] } = configuration?.emergency ?? {};
  const country = agents.get(agentId)?.settings?.emergency?.country ?? usual;
  return { country, numbers: [...numbersOffered(country, own)] };
}

function duringCall(parts: ApiParts, path: string, whose: Whose): Operation[] {
  return [
    pressed(parts, whose, {
      path: `${path}/call-over`,
      summary: 'The emergency call has ended: the callback window goes on',
      input: (agentId, by) => ({ type: 'EmergencyCallOver', agentId, by, endedAt: null }),
    }),
    pressed(parts, whose, {
      path: `${path}/goes-on`,
      summary: 'The emergency call goes on: Teams shows Do not disturb for another while',
      input: (agentId, by) => ({ type: 'EmergencyCallGoesOn', agentId, by }),
      // Whoever says so relies on Do not disturb from then on: that nothing came of it is told.
      alreadySo: tooLateToGoOn,
    }),
  ];
}

function windowOperation(parts: ApiParts): Operation {
  return pressed(parts, ownWork, {
    path: `${OWN_PATH}/ready`,
    summary: 'I am ready: the callback window ends before its time',
    input: (agentId, by) => ({ type: 'CallbackWindowEnded', agentId, by }),
  });
}

interface Press {
  readonly path: string;
  readonly summary: string;
  readonly input: (agentId: PersonId, by: PersonId) => InputDraft;
  /** The answer where the press changes nothing; by default that is as good as done. */
  readonly alreadySo?: Outcome;
}

function pressed(
  { runtime }: ApiParts,
  whose: Whose,
  { path, summary, input, alreadySo = done }: Press,
): Operation {
  return operation({
    method: 'post',
    path,
    summary,
    perform: async ({ reader, params }) => {
      const agentId = await whose(reader, params);
      if (typeof agentId !== 'string') return agentId;
      const { facts } = await runtime.submit(input(agentId, reader.personId));
      const isSo = facts.some(
        (fact) => fact.type === 'InputIgnored' && fact.reason === 'already-so',
      );
      return refusalIn(facts) ?? (isSo ? alreadySo : done);
    },
  });
}
