/** What the mock server knows and was asked; tests change and read it. */
import { choiceMinutes } from '@rufwerk/engine/api';
import type {
  AgentsList,
  Announcement,
  Decision,
  EmergencyShown,
  HeldNumber,
  LiveEvent,
  MyWork,
  PresenceAccountView,
  ReadinessView,
  RulePreview,
  ServiceDetail,
  ServiceTile,
  SignInView,
  TeamsPresence,
  teamsPresenceRequestSchema,
} from '@rufwerk/engine/api';
import {
  type Configuration,
  type PresenceRule,
  presenceReason,
  presenceRuleSchema,
} from '@rufwerk/engine/core';
import type { z } from 'zod';
import { annasWork, decisions, helpdesk, NOW, tiles } from './contoso.ts';
import { annasTeamsPresence, presenceAccounts, readiness } from './contosoPresence.ts';
import { announcements, configurationOfContoso, listedAgents } from './contosoSetUp.ts';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly person: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export class MockWorld {
  myWork: MyWork = annasWork;
  tiles: readonly ServiceTile[] = tiles;
  helpdesk: ServiceDetail = helpdesk;
  decisions: readonly Decision[] = decisions;
  rule: PresenceRule = presenceRuleSchema.parse(undefined);
  ruleVersion = 1;
  configuration: Configuration = configurationOfContoso();
  configurationVersion = 1;
  emergencies: readonly EmergencyShown[] = [];
  heldNumbers: readonly HeldNumber[] = [];
  emergencyNumbers: readonly string[] = ['112', '117', '118', '144'];
  readiness: ReadinessView = readiness;
  /** What the next check finds. */
  nextReadiness: ReadinessView = readiness;
  teamsPresence: TeamsPresence = annasTeamsPresence;
  presenceAccounts: readonly PresenceAccountView[] = presenceAccounts;
  signIn: SignInView | null = null;
  readonly announcements: readonly Announcement[] = announcements;
  readonly agents: AgentsList['items'] = listedAgents;
  /** Everything that was asked, in order. */
  readonly asked: Asked[] = [];
  /** Tokens that the server does not take any more. */
  readonly refusedTokens = new Set<string>();
  /** While true, nothing is answered. */
  isDown = false;
  /** Answers the next command with this problem instead of doing it. */
  nextProblem: { readonly status: number; readonly body: object } | null = null;

  readonly #listeners = new Set<(event: LiveEvent) => void>();

  onEvent(listener: (event: LiveEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** How many live streams are open. */
  get streams(): number {
    return this.#listeners.size;
  }

  tell(event: LiveEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** Changes the agent's work and tells it. */
  become(part: Partial<MyWork>): void {
    this.myWork = { ...this.myWork, ...part };
    this.tell({ event: 'my-work', data: this.myWork });
  }

  /** Changes the emergencies of the reader's people and tells it. */
  alarm(emergencies: readonly EmergencyShown[]): void {
    this.emergencies = emergencies;
    this.tell({ event: 'emergencies', data: { emergencies: [...emergencies] } });
  }

  /** The agent's own status, as Teams takes it. */
  choose(
    choice: z.output<typeof teamsPresenceRequestSchema> | null,
    standing: NonNullable<TeamsPresence['own']>['standing'] = 'holds',
  ): void {
    const until = (minutes: number): string => new Date(NOW + minutes * 60_000).toISOString();
    this.teamsPresence = {
      ...this.teamsPresence,
      own: choice && {
        ...{ availability: choice.availability, activity: choice.availability },
        since: new Date(NOW).toISOString(),
        until: until(choiceMinutes(choice.availability, choice.forMinutes)),
        standing,
      },
    };
  }

  commands(): readonly Asked[] {
    return this.asked.filter(({ method, path }) => method !== 'GET' && !path.endsWith('preview'));
  }

  /** The core's own rule over the people of the moment. */
  preview(rule: PresenceRule): RulePreview {
    return {
      agents: this.helpdesk.team.map(({ agent, presence }) => ({
        agent,
        presence,
        now: presenceReason(presence && { ...presence, fidelity: 'activity' }, this.rule),
        then: presenceReason(presence && { ...presence, fidelity: 'activity' }, rule),
      })),
    };
  }
}
