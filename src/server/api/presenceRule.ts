/** Whom a service rings, by presence: seen, tried out and changed by administrators. */
import {
  rulePreviewSchema,
  ruleRequestSchema,
  serviceRuleSchema,
  type RulePreview,
  type ServiceRule,
} from '@rufwerk/engine/api';
import {
  asId,
  previewRule,
  type Configuration,
  type PresenceRule,
  type ServiceId,
  type ServiceSettings,
} from '@rufwerk/engine/core';
import { answered, type Outcome } from '../http/answer.ts';
import { operation, type Operation } from '../http/operation.ts';
import { ASK_AN_ADMINISTRATOR, forbidden, unknown } from '../http/problem.ts';
import type { Reader } from '../session/reader.ts';
import type { ApiParts } from './parts.ts';
import { refuseService } from './services.ts';
import { personShown } from './shown.ts';
import { etagOf, refuseOldVersion } from './version.ts';

const PATH = '/api/v1/services/:id/presence-rule';

export function presenceRuleOperations(parts: ApiParts): Operation[] {
  return [
    operation({
      method: 'get',
      path: PATH,
      summary: 'Whom the service rings, by presence',
      answer: serviceRuleSchema,
      versioned: 'tells',
      perform: ({ reader, params }) => {
        const serviceId = asId<ServiceId>(params.id ?? '');
        const { configuration } = parts.configuration.current();
        const service = serviceIn(configuration, serviceId);
        const outcome = refuseService(parts, reader, serviceId) ?? ruleOutcome(service);
        return Promise.resolve(outcome);
      },
    }),
    operation({
      method: 'put',
      path: PATH,
      summary: 'Change whom the service rings',
      body: ruleRequestSchema,
      answer: serviceRuleSchema,
      versioned: 'needs',
      perform: ({ reader, params, body, ifMatch }) =>
        reader.isAdministrator()
          ? changeRule(parts, reader, {
              serviceId: asId(params.id ?? ''),
              rule: body.rule,
              ifMatch,
            })
          : Promise.resolve(administratorsOnly),
    }),
    operation({
      method: 'post',
      path: `${PATH}/preview`,
      summary: 'What a rule would mean for each agent now, without changing it',
      body: ruleRequestSchema,
      answer: rulePreviewSchema,
      perform: ({ reader, params, body }) =>
        reader.isAdministrator()
          ? preview(parts, asId(params.id ?? ''), body.rule)
          : Promise.resolve(administratorsOnly),
    }),
  ];
}

const PRESENCE_RULE = { en: 'The presence rule', de: 'Die Präsenzregel' };

const administratorsOnly = forbidden(
  {
    en: 'The presence rule is changed by administrators.',
    de: 'Die Präsenzregel ändern Administratoren.',
  },
  ASK_AN_ADMINISTRATOR,
);

interface RuleChange {
  readonly serviceId: ServiceId;
  readonly rule: PresenceRule;
  readonly ifMatch: string | null;
}

function changeRule(parts: ApiParts, reader: Reader, change: RuleChange): Promise<Outcome> {
  const { runtime, inTurn } = parts;
  return inTurn(async () => {
    const current = await runtime.read((state) => state.configuration);
    const service = serviceIn(current, change.serviceId);
    if (current === null || service === undefined) return unknown('The service');
    const etag = etagOf(service.presence);
    const refusal = refuseOldVersion(change.ifMatch, etag, PRESENCE_RULE);
    if (refusal !== null) return refusal;
    const changed: ServiceSettings = { ...service, presence: change.rule };
    const services = current.services.map((each) => (each.id === service.id ? changed : each));
    await runtime.submit({
      type: 'ConfigurationSubmitted',
      configuration: { ...current, services },
      by: reader.personId,
    });
    return ruleOutcome(changed);
  });
}

function ruleOutcome(service: ServiceSettings | undefined): Outcome {
  if (service === undefined) return unknown('The service');
  const rule: ServiceRule = {
    serviceId: service.id,
    serviceName: service.name,
    rule: service.presence,
  };
  return answered(rule, { etag: etagOf(service.presence) });
}

async function preview(
  { runtime, people }: ApiParts,
  serviceId: ServiceId,
  rule: PresenceRule,
): Promise<Outcome> {
  const entries = await runtime.read((state, at) =>
    state.services.has(serviceId) ? previewRule(state, serviceId, rule, at) : null,
  );
  if (entries === null) return unknown('The service');
  const shown: RulePreview = {
    agents: entries.map(({ agentId, presence, now, then }) => ({
      agent: personShown(people, agentId),
      presence,
      now,
      then,
    })),
  };
  return answered(shown);
}

function serviceIn(
  configuration: Configuration | null,
  serviceId: ServiceId,
): ServiceSettings | undefined {
  return configuration?.services.find(({ id }) => id === serviceId);
}
