/** Rufwerk's API as the screens use it: one function for each thing that can be asked or done. */
import {
  type Decision,
  decisionSchema,
  type DecisionsPage,
  decisionsPageSchema,
  type Me,
  meSchema,
  type MyWork,
  myWorkSchema,
  type NextRequest,
  type RulePreview,
  rulePreviewSchema,
  type RuleRequest,
  type ServiceDetail,
  serviceDetailSchema,
  type ServiceRule,
  serviceRuleSchema,
  type ServiceTiles,
  serviceTilesSchema,
} from '@rufwerk/engine/api';
import { type ConfigurationApi, createConfigurationApi } from './configurationApi.ts';
import { createEmergencyApi, type EmergencyApi } from './emergencyApi.ts';
import { type Outgoing, perform, read, type Send } from './request.ts';
import { createPresenceAccountsApi, type PresenceAccountsApi } from './presenceAccountsApi.ts';
import { createReadinessApi, type ReadinessApi } from './readinessApi.ts';
import { createSteeringApi, type SteeringApi } from './steeringApi.ts';
import { createTeamsPresenceApi, type TeamsPresenceApi } from './teamsPresenceApi.ts';
import { createWhyNotApi, type WhyNotApi } from './whyNotApi.ts';

/** A service's rule with the version that a change of it has to name. */
export interface TaggedRule extends ServiceRule {
  readonly etag: string;
}

/** Every function rejects with a `TroubleError`. */
export interface Api
  extends
    ConfigurationApi,
    EmergencyApi,
    PresenceAccountsApi,
    ReadinessApi,
    SteeringApi,
    TeamsPresenceApi,
    WhyNotApi {
  readonly me: (signal?: AbortSignal) => Promise<Me>;
  readonly myWork: (signal?: AbortSignal) => Promise<MyWork>;
  readonly services: (signal?: AbortSignal) => Promise<ServiceTiles>;
  readonly service: (serviceId: string, signal?: AbortSignal) => Promise<ServiceDetail>;
  /** The newest decisions, of one service or of all that the reader may see. */
  readonly decisions: (serviceId: string | null, signal?: AbortSignal) => Promise<DecisionsPage>;
  readonly decision: (decisionId: string, signal?: AbortSignal) => Promise<Decision>;
  readonly rule: (serviceId: string, signal?: AbortSignal) => Promise<TaggedRule>;
  readonly previewRule: (
    serviceId: string,
    request: RuleRequest,
    signal?: AbortSignal,
  ) => Promise<RulePreview>;
  readonly saveRule: (serviceId: string, request: RuleRequest, etag: string) => Promise<void>;
  readonly setMyDuty: (onDuty: boolean) => Promise<void>;
  readonly setDuty: (agentId: string, onDuty: boolean) => Promise<void>;
  readonly finishAfterCallWork: () => Promise<void>;
  readonly extendAfterCallWork: () => Promise<void>;
  /** Null ends the break. */
  readonly setBreak: (reasonCode: number | null) => Promise<void>;
  /** What shall follow the call and its after-call work. */
  readonly setNext: (next: NextRequest['next']) => Promise<void>;
  readonly setProfiles: (profiles: readonly string[]) => Promise<void>;
  readonly setServiceActive: (serviceId: string, active: boolean) => Promise<void>;
  readonly setEmergency: (serviceId: string, closed: boolean) => Promise<void>;
  /** Ends the pause after a missed offer. */
  readonly backToReady: () => Promise<void>;
}

/** How many decisions a list shows. */
export const DECISIONS_SHOWN = 20;

export function createApi(send: Send): Api {
  const command = (path: string, outgoing: Outgoing): Promise<void> =>
    perform(send, path, outgoing);

  return {
    ...createConfigurationApi(send),
    ...createEmergencyApi(send),
    ...createPresenceAccountsApi(send),
    ...createReadinessApi(send),
    ...createSteeringApi(send),
    ...createTeamsPresenceApi(send),
    ...createWhyNotApi(send),
    me: async (signal) => read(await send('/me', until(signal)), meSchema),
    myWork: async (signal) => read(await send('/my-work', until(signal)), myWorkSchema),
    services: async (signal) => read(await send('/services', until(signal)), serviceTilesSchema),
    service: async (serviceId, signal) =>
      read(await send(servicePath(serviceId), until(signal)), serviceDetailSchema),
    decisions: async (serviceId, signal) => {
      const query = new URLSearchParams({ limit: String(DECISIONS_SHOWN) });
      if (serviceId !== null) query.set('service', serviceId);
      return read(await send(`/decisions?${query.toString()}`, until(signal)), decisionsPageSchema);
    },
    decision: async (decisionId, signal) =>
      read(
        await send(`/decisions/${encodeURIComponent(decisionId)}`, until(signal)),
        decisionSchema,
      ),
    rule: async (serviceId, signal) => {
      const response = await send(`${servicePath(serviceId)}/presence-rule`, until(signal));
      const rule = await read(response, serviceRuleSchema);
      return { ...rule, etag: response.headers.get('etag') ?? '*' };
    },
    previewRule: async (serviceId, body, signal) =>
      read(
        await send(`${servicePath(serviceId)}/presence-rule/preview`, {
          method: 'POST',
          body,
          ...until(signal),
        }),
        rulePreviewSchema,
      ),
    saveRule: (serviceId, body, etag) =>
      command(`${servicePath(serviceId)}/presence-rule`, {
        method: 'PUT',
        body,
        headers: { 'if-match': etag },
      }),
    setMyDuty: (onDuty) => command('/my-work/duty', { method: 'PUT', body: { onDuty } }),
    setDuty: (agentId, onDuty) =>
      command(`/agents/${encodeURIComponent(agentId)}/duty`, { method: 'PUT', body: { onDuty } }),
    extendAfterCallWork: () => command('/my-work/after-call-work/extend', { method: 'POST' }),
    setBreak: (reasonCode) => command('/my-work/break', { method: 'PUT', body: { reasonCode } }),
    setNext: (next) => command('/my-work/next', { method: 'PUT', body: { next } }),
    setProfiles: (profiles) => command('/my-work/profiles', { method: 'PUT', body: { profiles } }),
    setServiceActive: (serviceId, active) =>
      command(`/my-work${servicePath(serviceId)}`, { method: 'PUT', body: { active } }),
    setEmergency: (serviceId, closed) =>
      command(`${servicePath(serviceId)}/emergency`, { method: 'PUT', body: { closed } }),
    finishAfterCallWork: () => command('/my-work/after-call-work/finish', { method: 'POST' }),
    backToReady: () => command('/my-work/ready', { method: 'POST' }),
  };
}

function servicePath(serviceId: string): string {
  return `/services/${encodeURIComponent(serviceId)}`;
}

function until(signal: AbortSignal | undefined): { readonly signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}
