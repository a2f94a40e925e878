/** What the tab's addition and removal of a service ask of the API. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { configurationFileSchema, serviceTilesSchema } from '@rufwerk/engine/api';
import type { ConfigurationDraft } from '@rufwerk/engine/core';
import { contosoFile, upn } from '../stage/contoso.ts';
import { type Answer, Stage } from '../stage/stage.ts';

const PATH = '/api/v1/configuration';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

type Service = NonNullable<ConfigurationDraft['services']>[number];

const [helpDesk, sales] = contosoFile.services as readonly Service[] as [Service, Service];

async function putServices(services: readonly Service[], language = 'en'): Promise<Answer> {
  const etag = (await stage.ask('admin', PATH)).headers.get('etag') ?? '';
  const headers = { 'if-match': etag, 'accept-language': language };
  return stage.ask('admin', PATH, { method: 'PUT', body: { ...contosoFile, services }, headers });
}

async function serviceNames(): Promise<string[]> {
  const { body } = await stage.ask('admin', '/api/v1/services');
  return serviceTilesSchema.parse(body).items.map(({ name }) => name);
}

describe('a service', () => {
  test('is removed and added again, and is there at once', async () => {
    expect((await putServices([helpDesk])).status).toBe(200);
    expect(await serviceNames()).toEqual(['IT Helpdesk']);
    expect((await putServices([helpDesk, sales])).status).toBe(200);
    expect(await serviceNames()).toEqual(['IT Helpdesk', 'Sales']);
  });

  test('that others overflow into stays: the field and the mend are told', async () => {
    const queue = { whenFull: { do: 'service' as const, service: 'sales' } };
    expect((await putServices([{ ...helpDesk, queue }, sales])).status).toBe(200);
    expect(await putServices([{ ...helpDesk, queue }])).toMatchObject({
      status: 422,
      body: { field: 'services[0].queue.whenFull.service', mend: 'Choose one of the services.' },
    });
    expect(await serviceNames()).toContain('Sales');
  });

  test.each([
    ['id', { id: 'it-helpdesk' }, 'The id "it-helpdesk"', 'Die Id «it-helpdesk»'],
    ['name', { name: 'it helpdesk' }, 'The service "it-helpdesk"', 'Der Service «it-helpdesk»'],
    [
      'resourceAccount',
      { resourceAccount: upn('it-helpdesk').toUpperCase() },
      'A resource account can belong to one',
      'Ein Ressourcenkonto kann nur zu einem',
    ],
    [
      'resourceAccount',
      { resourceAccount: 'ghost@contoso.example' },
      'The directory has no resource account',
      'Das Verzeichnis hat kein Ressourcenkonto',
    ],
  ])('is refused at its %s: %j', async (field, wrong, english, german) => {
    const services = [helpDesk, { ...sales, ...wrong }];
    for (const [language, words] of [
      ['en', english],
      ['de', german],
    ] as const) {
      const { status, body } = await putServices(services, language);
      expect(status).toBe(422);
      const told = (body as { problems: { field: string; rule: string; mend: string }[] }).problems;
      const ours = told.find((problem) => problem.field === `services[1].${field}`);
      expect(ours?.rule).toContain(words);
      expect(ours?.mend).not.toBe('');
    }
    const kept = configurationFileSchema.parse((await stage.ask('admin', PATH)).body);
    expect(kept.services[1]).toMatchObject({ id: 'sales', name: 'Sales' });
  });
});
