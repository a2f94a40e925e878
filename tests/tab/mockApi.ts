/** The API's answers out of the mock world, each checked against its schema before it is sent. */
import {
  agentsListSchema,
  announcementsSchema,
  configurationFileSchema,
  configurationOutcomeSchema,
  decisionSchema,
  decisionsPageSchema,
  dutyRequestSchema,
  holidayPlacesSchema,
  type Me,
  meSchema,
  myWorkSchema,
  newSignInSchema,
  presenceAccountsSchema,
  readinessSchema,
  rulePreviewSchema,
  ruleRequestSchema,
  serviceDetailSchema,
  serviceRuleSchema,
  serviceTilesSchema,
  signInSchema,
  steeredAgentSchema,
  teamsPresenceRequestSchema,
  teamsPresenceSchema,
  whyNotSchema,
} from '@rufwerk/engine/api';
import { validateConfiguration } from '@rufwerk/engine/core';
import { waitingSignIn } from './contosoPresence.ts';
import { whyNotAnswer } from './contosoWhyNot.ts';
import { emergencyDone, emergencyShown } from './mockEmergencies.ts';
import type { MockWorld } from './mockWorld.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Question {
  readonly method: string;
  /** Below `/api/v1`, or `/api` where there is no version. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly ifMatch: string | undefined;
  readonly me: Me;
}

export function answerOf(question: Question, world: MockWorld): Answer {
  const { method, path } = question;
  return method === 'GET' ? shown(question, world) : done(`${method} ${path}`, question, world);
}

function shown({ path, query, me }: Question, world: MockWorld): Answer {
  if (path === '/me') return ok(meSchema.parse(me));
  if (path === '/my-work') {
    return me.roles.includes('agent') ? ok(myWorkSchema.parse(world.myWork)) : NOT_AN_AGENT;
  }
  if (path === '/services') return ok(serviceTilesSchema.parse({ items: world.tiles }));
  if (path === '/services/it-helpdesk') return ok(serviceDetailSchema.parse(world.helpdesk));
  if (path === '/services/it-helpdesk/presence-rule') return rule(world);
  if (path === '/decisions') {
    const service = query.get('service');
    const items = world.decisions.filter(({ serviceId }) => (service ?? serviceId) === serviceId);
    return ok(decisionsPageSchema.parse({ items, next: null }));
  }
  const other =
    emergencyShown(path, world) ?? presenceShown(path, world) ?? setUpShown(path, world);
  if (other !== null) return other;
  const decision = world.decisions.find(({ id }) => path === `/decisions/${id}`);
  return decision === undefined ? UNKNOWN : ok(decisionSchema.parse(decision));
}

function presenceShown(path: string, world: MockWorld): Answer | null {
  if (path === '/readiness') return ok(readinessSchema.parse(world.readiness));
  if (path === '/presence-accounts') {
    return ok(presenceAccountsSchema.parse({ accounts: world.presenceAccounts }));
  }
  if (path.startsWith('/presence-accounts/sign-ins/')) return ok(signInSchema.parse(world.signIn));
  if (!path.endsWith('/teams-presence')) return null;
  return ok(teamsPresenceSchema.parse(world.teamsPresence));
}

function setUpShown(path: string, world: MockWorld): Answer | null {
  if (path === '/configuration') {
    const body = configurationFileSchema.parse(world.configuration);
    return { ...ok(body), headers: { etag: `"${world.configurationVersion}"` } };
  }
  if (path === '/announcements') {
    return ok(announcementsSchema.parse({ announcements: world.announcements }));
  }
  if (path === '/holiday-places') return ok(holidayPlacesSchema.parse({ places: ['CH', 'CH-ZH'] }));
  if (path === '/agents') return ok(agentsListSchema.parse({ items: world.agents, more: false }));
  if (path.endsWith('/why-not')) return ok(whyNotSchema.parse(whyNotAnswer));
  const agent = world.agents.find((each) => path === `/agents/${each.agent.id}`);
  if (agent === undefined) return null;
  return ok(steeredAgentSchema.parse({ ...world.myWork, ...agent }));
}

function done(what: string, { body, query, ifMatch }: Question, world: MockWorld): Answer {
  if (what.endsWith('/preview')) {
    return ok(rulePreviewSchema.parse(world.preview(ruleRequestSchema.parse(body).rule)));
  }
  if (world.nextProblem !== null) {
    const { status, body: problem } = world.nextProblem;
    world.nextProblem = null;
    return { status, body: { type: 'about:blank', status, ...problem } };
  }
  const emergency = emergencyDone(what, body, world);
  if (emergency !== null) return emergency;
  switch (what) {
    case 'PUT /my-work/duty': {
      const { onDuty } = dutyRequestSchema.parse(body);
      world.become({ onDuty, state: onDuty ? 'ready' : 'off-duty' });
      return ok(world.myWork);
    }
    case 'POST /my-work/after-call-work/finish':
    case 'POST /my-work/ready':
      world.become({ state: 'ready', until: null });
      return ok(world.myWork);
    case 'POST /readiness/check':
      world.readiness = world.nextReadiness;
      return ok(readinessSchema.parse(world.readiness));
    case 'PUT /my-work/teams-presence':
    case 'DELETE /my-work/teams-presence':
      world.choose(body === null ? null : teamsPresenceRequestSchema.parse(body));
      return { status: 204, body: null };
    case 'POST /presence-accounts/sign-ins':
      world.signIn = waitingSignIn(newSignInSchema.parse(body).way);
      return ok(signInSchema.parse(world.signIn));
    case 'DELETE /presence-accounts/a-2':
      world.presenceAccounts = world.presenceAccounts.filter(({ id }) => id !== 'a-2');
      return { status: 204, body: null };
    case 'PUT /configuration':
      return configured(body, query.get('preview') === 'true', ifMatch, world);
    case 'PUT /services/it-helpdesk/presence-rule':
      if (ifMatch !== etagOf(world)) return CHANGED_MEANWHILE;
      world.rule = ruleRequestSchema.parse(body).rule;
      world.ruleVersion += 1;
      return rule(world);
    default:
      return what.startsWith('PUT /agents/') ? { status: 204, body: null } : UNKNOWN;
  }
}

/** As the server does: shape and contradictions are refused, warnings are told. */
function configured(
  body: unknown,
  isPreview: boolean,
  ifMatch: string | undefined,
  world: MockWorld,
): Answer {
  const result = validateConfiguration(body);
  if (!result.ok) {
    const { problems } = result;
    return { status: 422, body: { type: 'about:blank', title: 'No', status: 422, problems } };
  }
  if (!isPreview) {
    if (ifMatch !== `"${world.configurationVersion}"`) return CHANGED_MEANWHILE;
    const { services } = result.configuration;
    world.configuration = result.configuration;
    world.configurationVersion += 1;
    world.tiles = world.tiles.filter((tile) => services.some(({ id }) => id === tile.id));
  }
  return ok(
    configurationOutcomeSchema.parse({
      ...{ version: world.configurationVersion, applied: !isPreview },
      ...{ services: result.configuration.services.length, people: 5 },
      warnings: result.warnings,
    }),
  );
}

function rule(world: MockWorld): Answer {
  const body = { serviceId: 'it-helpdesk', serviceName: 'IT Helpdesk', rule: world.rule };
  return { ...ok(serviceRuleSchema.parse(body)), headers: { etag: etagOf(world) } };
}

function etagOf(world: MockWorld): string {
  return `"${world.ruleVersion}"`;
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}

const UNKNOWN = problem(404, 'There is no such thing.', 'Check the address.');
const NOT_AN_AGENT = problem(403, 'Only agents have work here.', 'Ask an administrator.');
const CHANGED_MEANWHILE = problem(412, 'The rule was changed meanwhile.', 'Compare and decide.');

function problem(status: number, title: string, mend: string): Answer {
  return { status, body: { type: 'about:blank', title, status, mend } };
}
