/** The bot of a small house: real HTTP on both sides, everything behind it in memory. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { asId } from '@rufwerk/engine/core';
import type { EffectId, EffectOutcome, PersonId, ServiceView } from '@rufwerk/engine/core';
import { createBot } from '@rufwerk/bot';
import type { Bot, BotOptions, Responsibility } from '@rufwerk/bot';
import * as contoso from './contoso.ts';
import { EagerClock } from './eager-clock.ts';
import { EmergencyDesk } from './emergency.ts';
import { MemoryNotes, MemoryPeople, MemoryTables } from './memory.ts';
import { FakeTeams } from './teams.ts';
import type { TokenChanges } from './teams.ts';

export interface House {
  /** Where the bot takes activities. */
  readonly url: string;
  readonly teams: FakeTeams;
  readonly clock: EagerClock;
  readonly notes: MemoryNotes;
  readonly people: MemoryPeople;
  readonly tables: MemoryTables;
  readonly desk: EmergencyDesk;
  readonly bot: Bot;
  /** Everything the bot logged, as it would be printed. */
  readonly logged: string[];
  /** Posts an activity as Teams would. */
  deliver(
    activity: object,
    token?: TokenChanges,
  ): Promise<{ readonly status: number; readonly body: unknown }>;
  /** Posts anything with any authorization. */
  request(
    body: string,
    authorization?: string,
  ): Promise<{ readonly status: number; readonly body: unknown }>;
  showCard(...recipients: { readonly id: PersonId }[]): Promise<EffectOutcome>;
  /** The same house after a restart: only the notes are left. */
  restartedBot(): Bot;
  close(): Promise<void>;
}

const nothing: ReadonlySet<never> = new Set();

function responsibilityOf(personId: PersonId): Responsibility {
  const agents: readonly PersonId[] = [contoso.anna, contoso.ben].map(({ id }) => id);
  return {
    administers: personId === contoso.adrian.id,
    supervises: personId === contoso.sam.id ? new Set([contoso.helpdesk]) : nothing,
    serves: agents.includes(personId) ? new Set([contoso.helpdesk]) : nothing,
  };
}

export async function openHouse(changes: Partial<BotOptions> = {}): Promise<House> {
  const teams = await FakeTeams.start();
  const clock = new EagerClock(contoso.startsAt);
  const [notes, people, tables] = [
    new MemoryNotes(),
    new MemoryPeople(contoso.everybody),
    new MemoryTables(),
  ];
  const logged: string[] = [];
  const services: readonly ServiceView[] = [contoso.helpdeskView, contoso.salesView];
  const desk = new EmergencyDesk();
  const parts = { teams, clock, notes, people, tables, desk, logged, services, changes };
  const options = optionsOf(parts);
  const bot = createBot(options);
  desk.observe = (facts) => bot.observe(facts);
  const server = await listen(bot);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  const request = async (body: string, authorization?: string): ReturnType<House['request']> => {
    const headers = authorization === undefined ? {} : { Authorization: authorization };
    const response = await fetch(url, { method: 'POST', headers, body });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  };
  return {
    url,
    teams,
    clock,
    notes,
    people,
    tables,
    desk,
    bot,
    logged,
    request,
    deliver: async (activity, token) =>
      request(JSON.stringify(activity), `Bearer ${await teams.token(clock.now(), token)}`),
    showCard: (...recipients) => show(bot, recipients),
    restartedBot: () => createBot(options),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await teams.close();
    },
  };
}

export function show(
  bot: Bot,
  recipients: readonly { readonly id: PersonId }[],
  mayHaveHappened = false,
): Promise<EffectOutcome> {
  return bot.cards.perform({
    effectId: asId<EffectId>('e-1'),
    effect: {
      kind: 'show-decision-card',
      taskId: contoso.task,
      recipientIds: recipients.map(({ id }) => id),
    },
    mayHaveHappened,
  });
}

function optionsOf(
  parts: Pick<House, 'teams' | 'clock' | 'notes' | 'people' | 'tables' | 'desk' | 'logged'> & {
    readonly services: readonly ServiceView[];
    readonly changes: Partial<BotOptions>;
  },
): BotOptions {
  const { teams, clock, notes, people, tables, desk, logged, services, changes } = parts;
  const write = (details: object, message: string): void => {
    logged.push(`${message} ${JSON.stringify(details)}`);
  };
  return {
    appId: contoso.appId,
    tenantId: contoso.tenantId,
    tokens: { accessToken: (scope) => Promise.resolve(`token for ${scope}`) },
    openIdUrl: teams.openIdUrl,
    serviceUrl: teams.serviceUrl,
    notes,
    people,
    tables,
    services: () => Promise.resolve(services),
    serviceName: (serviceId) =>
      Promise.resolve(services.find((each) => each.serviceId === serviceId)?.name ?? serviceId),
    explain: ({ decisionId }) =>
      Promise.resolve(contoso.records.find((record) => record.decisionId === decisionId) ?? null),
    responsibilityOf,
    emergencies: desk,
    tabUrl: 'https://rufwerk.contoso.example/tab/live',
    clock,
    log: { debug: write, info: write, warn: write, error: write },
    random: () => 0,
    ...changes,
  };
}

async function listen(bot: Bot): Promise<Server> {
  const server = createServer((request, response) => {
    void bot.messages(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
