import type { Server } from 'restify';
import { z } from 'zod';
import type { Switchboard } from '../calls/index.ts';
import { advanceClock } from '../clock/advance.ts';
import type { Emergencies } from '../emergencies/emergencies.ts';
import { noContent, ok, wrongBody } from '../http/answer.ts';
import { controlRoute } from '../http/routes.ts';
import type { Subscriptions } from '../subscriptions/subscriptions.ts';
import { withBody } from './body.ts';
import { noFaults } from './faults.ts';
import type { Traffic } from './traffic.ts';
import { viewAccount, viewCall, viewEmergency, viewPerson, viewSubscription } from './views.ts';

const RATE_MAX = 10_000;
const ADVANCE_SECONDS_MAX = 31 * 24 * 3600;

const share = z.number().min(0).max(1);
const faultStatus = z.number().int().min(400).max(599);
const faultsBody = z.strictObject({
  graph: z
    .strictObject({
      status: faultStatus,
      retryAfterSeconds: z.number().min(0).optional(),
      share: share.default(1),
      path: z.string().optional(),
      after: z.boolean().default(false),
    })
    .nullable()
    .optional(),
  notifications: z
    .strictObject({
      dropShare: share.default(0),
      duplicateShare: share.default(0),
      delayMs: z
        .tuple([z.number().min(0), z.number().min(0)])
        .refine(([low, high]) => low <= high, 'give the shorter delay first')
        .default([0, 0]),
      reorder: z.boolean().default(false),
    })
    .optional(),
  transfers: z
    .strictObject({ subcode: z.number().int().default(7700), share: share.default(1) })
    .nullable()
    .optional(),
  presence: z.strictObject({ requestsPer30Seconds: z.number().int().min(0) }).optional(),
  login: z
    .strictObject({
      down: z.boolean().default(false),
      clockSkewSeconds: z.number().int().min(-86_400).max(86_400).default(0),
    })
    .optional(),
  connector: z
    .strictObject({
      status: faultStatus,
      retryAfterSeconds: z.number().min(0).optional(),
      share: share.default(1),
    })
    .nullable()
    .optional(),
  subscriptions: z
    .strictObject({ silent: z.boolean().default(false), refuseRenewal: z.boolean().default(false) })
    .optional(),
});
const clockBody = z
  .strictObject({
    advanceSeconds: z.number().min(0).max(ADVANCE_SECONDS_MAX).optional(),
    rate: z.number().min(0).max(RATE_MAX).optional(),
  })
  .refine(
    (body) => body.advanceSeconds !== undefined || body.rate !== undefined,
    'give advanceSeconds or rate',
  );
const trafficBody = z.strictObject({
  callsPerMinute: z.number().positive().max(10_000),
  seed: z.number().int().optional(),
});

/** The world as a whole: what is in it, its time, what is broken in it, and back to its start. */
export function registerWorldControl(
  server: Server,
  board: Switchboard,
  subscriptions: Subscriptions,
  emergencies: Emergencies,
  traffic: Traffic,
): void {
  const { tenant } = board;
  controlRoute(server, 'get', '/_simulator/world', () =>
    ok({
      people: tenant.directory.people.map((person) => viewPerson(person, board.presence)),
      services: tenant.directory.services.map(({ name, phone, applicationInstanceId }) => ({
        name,
        phone,
        applicationInstanceId,
      })),
      calls: board.calls().map(viewCall),
      subscriptions: subscriptions.all().map(viewSubscription),
      emergencies: emergencies.all().map(viewEmergency),
      emergencyCallbackNumbers: tenant.directory.emergencyCallbackNumbers,
      accounts: tenant.directory.serviceAccounts.map(viewAccount),
    }),
  );
  controlRoute(server, 'get', '/_simulator/requests', ({ query }) => {
    const since = Number(query['since'] ?? 0);
    if (!Number.isInteger(since)) return wrongBody('since: give the number of a request.');
    return ok(tenant.requests.since(since).map(({ answer: _answer, ...request }) => request));
  });
  controlRoute(server, 'post', '/_simulator/reset', () => {
    tenant.reset();
    return noContent;
  });
  registerClock(server, board);
  registerFaults(server, board);
  registerTraffic(server, traffic);
}

function registerClock(server: Server, board: Switchboard): void {
  const { tenant } = board;
  const { clock } = tenant;
  const time = () => ok({ now: clock.now(), rate: clock.rate });
  controlRoute(server, 'get', '/_simulator/clock', time);
  controlRoute(server, 'put', '/_simulator/clock', ({ body }) =>
    withBody(clockBody, body, async ({ advanceSeconds, rate }) => {
      if (rate !== undefined) clock.setRate(rate);
      if (advanceSeconds !== undefined) {
        const somebodyCalls = () => board.calls().some(({ experience }) => experience !== 'ended');
        await advanceClock(clock, tenant.activity, advanceSeconds, somebodyCalls);
      }
      tenant.changed('clock');
      return time();
    }),
  );
}

function registerFaults(server: Server, { tenant }: Switchboard): void {
  controlRoute(server, 'get', '/_simulator/faults', () => ok(tenant.faults));
  controlRoute(server, 'put', '/_simulator/faults', ({ body }) =>
    withBody(faultsBody, body, (wanted) => {
      const current = tenant.faults;
      tenant.faults = {
        graph: wanted.graph === undefined ? current.graph : wanted.graph,
        notifications: wanted.notifications ?? current.notifications,
        transfers: wanted.transfers === undefined ? current.transfers : wanted.transfers,
        presence: wanted.presence ?? current.presence,
        login: wanted.login ?? current.login,
        connector: wanted.connector === undefined ? current.connector : wanted.connector,
        subscriptions: wanted.subscriptions ?? current.subscriptions,
      };
      return ok(tenant.faults);
    }),
  );
  controlRoute(server, 'del', '/_simulator/faults', () => {
    tenant.faults = noFaults;
    return noContent;
  });
  controlRoute(server, 'put', '/_simulator/consents', ({ body }) =>
    withBody(z.record(z.string(), z.boolean()), body, (wanted) => {
      const unknown = Object.keys(wanted).find((name) => !tenant.consents.knows(name));
      if (unknown !== undefined)
        return wrongBody(`${unknown} is no permission of the application.`);
      for (const [name, isGranted] of Object.entries(wanted)) tenant.consents.set(name, isGranted);
      tenant.changed('consents');
      return noContent;
    }),
  );
}

function registerTraffic(server: Server, traffic: Traffic): void {
  controlRoute(server, 'put', '/_simulator/traffic', ({ body }) =>
    withBody(trafficBody, body, ({ callsPerMinute, seed }) => {
      traffic.start(callsPerMinute, seed ?? 1);
      return noContent;
    }),
  );
  controlRoute(server, 'del', '/_simulator/traffic', () => {
    traffic.stop();
    return noContent;
  });
}
