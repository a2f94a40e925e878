/**
 * The simulated tenant's subscriptions and notifications, judged by Graph's published description.
 * The page on presence also shows `organizationId` in notifications, which the description lacks.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Subscriber } from '../simulator/subscriber.ts';
import type { WireItem } from '../simulator/subscriber.ts';
import { ANNA, TenantStage } from '../simulator/tenant-stage.ts';
import { loadGraphContract } from './graphSchema.ts';
import type { GraphSchema } from './graphSchema.ts';

const contract = loadGraphContract();
if (contract.kind === 'absent') {
  test.skip(`Graph's contract is not checked: ${contract.reason}`, () => undefined);
} else {
  describe('simulated subscriptions under the contract of Microsoft Graph', () =>
    subscriptions(contract.schema));
}

function subscriptions(schema: GraphSchema): void {
  let stage: TenantStage;
  let subscriber: Subscriber;

  beforeAll(async () => {
    stage = await TenantStage.open();
    subscriber = await Subscriber.open();
  });
  afterAll(async () => {
    await stage.close();
    await subscriber.close();
  });

  test('every request, answer and notification is valid', async () => {
    const token = await stage.delegatedToken('sam.supervisor@contoso.example');
    const { now } = (await stage.control('GET', 'clock')).body;
    const expirationDateTime = new Date(Date.parse(now) + 20 * 60_000).toISOString();
    const ids = [await stage.idOf(ANNA)];
    const { body } = await subscriber.subscribe(stage, token, ids, { expirationDateTime });
    await subscriber.subscribe(stage, token, ids, { expirationDateTime });
    await subscriber.subscribe(stage, token, ids, { changeType: 'deleted', expirationDateTime });
    const path = `/subscriptions/${body.id}`;
    await stage.graph('GET', '/subscriptions', undefined, token);
    await stage.graph('GET', path, undefined, token);
    await stage.graph('PATCH', path, { expirationDateTime }, token);
    await stage.graph('POST', `${path}/reauthorize`, undefined, token);
    await stage.control('PUT', `people/${ANNA}/presence`, {
      availability: 'Busy',
      activity: 'InACall',
    });
    await stage.pass(15 * 60);
    await stage.graph('DELETE', path, undefined, token);
    await stage.graph('GET', path, undefined, token);

    expectValidExchanges();
    expect(subscriber.items('notifications')).toHaveLength(1);
    expect(subscriber.items('lifecycle')).toHaveLength(1);
    for (const { path: _path, value, ...rest } of subscriber.posts) {
      const published = { ...rest, value: value.map(withoutOrganization) };
      const problems = schema.valueProblems('changeNotificationCollection', published);
      expect({ published, problems }).toEqual({ published, problems: [] });
    }
  });

  function expectValidExchanges(): void {
    const exchanges = stage.simulated
      .recordedRequests()
      .filter(({ path }) => path.startsWith('/graph/v1.0/subscriptions'));
    const statuses = exchanges.map(({ status }) => status);
    expect(statuses).toEqual([201, 409, 400, 200, 200, 200, 200, 204, 404]);
    for (const { method, path, body, status, answer } of exchanges) {
      const exchange = { method, path: path.replace('/graph/v1.0', ''), body };
      const problems = [
        ...schema.requestProblems(exchange),
        ...schema.answerProblems({ ...exchange, status, body: answer }),
      ];
      expect({ exchange, status, problems }).toEqual({ exchange, status, problems: [] });
    }
  }
}

function withoutOrganization(item: WireItem): Readonly<Record<string, unknown>> {
  const { organizationId: _organizationId, ...rest } = { organizationId: null, ...item };
  return rest;
}
