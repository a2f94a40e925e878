import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { configurationOutcomeSchema } from '@rufwerk/engine/api';
import { parse } from 'yaml';
import { contosoFile, objectId, upn } from '../stage/contoso.ts';
import { type Answer, Stage } from '../stage/stage.ts';

const PATH = '/api/v1/configuration';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

function put(body: unknown, headers: Record<string, string> = {}, query = ''): Promise<Answer> {
  return stage.ask('admin', PATH + query, { method: 'PUT', body, headers });
}

const withAgents = (...agents: string[]) => ({
  ...contosoFile,
  services: contosoFile.services.map((service) =>
    service.id === 'sales' ? { ...service, agents } : service,
  ),
});

describe('the configuration as a file', () => {
  test('names people and resource accounts as an administrator would', async () => {
    const { status, headers, body } = await stage.ask('admin', PATH);
    expect(status).toBe(200);
    expect(headers.get('etag')).toBe('"1"');
    expect(body).toMatchObject(contosoFile);
  });

  test('as YAML comes into force again unchanged', async () => {
    const exported = await stage.ask('admin', PATH, { headers: { accept: 'application/yaml' } });
    expect(exported.headers.get('content-type')).toContain('application/yaml');
    expect(parse(exported.text)).toMatchObject(contosoFile);
    const headers = { 'content-type': 'application/yaml', 'if-match': '"1"' };
    const imported = await put(exported.text, headers);
    expect(configurationOutcomeSchema.parse(imported.body)).toMatchObject({
      applied: true,
      services: 2,
      people: 6,
    });
  });

  test('stands with object ids while the directory cannot be asked', async () => {
    stage.parts.directory.isDown = true;
    expect((await stage.ask('admin', PATH)).body).toMatchObject({
      services: [{ resourceAccount: objectId('it-helpdesk') }, {}],
    });
  });

  test('a file with another agent is in force at once, and raises the version', async () => {
    const { status, headers } = await put(withAgents(upn('ursula.user')), { 'if-match': '"1"' });
    expect(status).toBe(200);
    expect(headers.get('etag')).toBe('"2"');
    expect((await stage.ask('ursula.user', '/api/v1/my-work')).status).toBe(200);
    expect((await stage.ask('emma.agent', '/api/v1/my-work')).status).toBe(403);
  });

  test('a preview says whether it would work, and changes nothing', async () => {
    const { body } = await put(withAgents(upn('ursula.user')), {}, '?preview=true');
    expect(body).toMatchObject({ applied: false, version: 1 });
    expect((await stage.ask('ursula.user', '/api/v1/my-work')).status).toBe(403);
  });

  test('a name that the directory does not know is refused with field, rule and mend', async () => {
    const { status, body } = await put(withAgents('nobody@contoso.example'), { 'if-match': '"1"' });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      field: 'services[1].agents[0]',
      rule: 'Nobody in the directory is called "nobody@contoso.example".',
      mend: expect.stringContaining('user principal name'),
    });
    expect((await stage.ask('admin', PATH)).headers.get('etag')).toBe('"1"');
  });

  test('problems and warnings are told in the language that is asked for', async () => {
    const german = { 'accept-language': 'de-CH,de;q=0.9', 'if-match': '"1"' };
    const unknown = await put(withAgents('nobody@contoso.example'), german);
    expect(unknown.body).toMatchObject({
      rule: 'Niemand im Verzeichnis heisst «nobody@contoso.example».',
    });
    const preview = await put(withAgents(), german, '?preview=true');
    const { warnings } = configurationOutcomeSchema.parse(preview.body);
    expect(warnings.map(({ rule }) => rule).join(' ')).toContain('Niemand ist zuständig');
  });

  test('every problem is told at once', async () => {
    const [helpDesk] = contosoFile.services;
    const wrong = { services: [{ ...helpDesk, id: 'IT', redirectMaximumMinutes: 0 }] };
    const { status, body } = await put(wrong, { 'if-match': '"1"' });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      problems: [
        { field: 'services[0].id' },
        { field: 'services[0].redirectMaximumMinutes', mend: 'Use at least 1.' },
      ],
    });
  });

  test('a person who stands twice under two names is found', async () => {
    const twice = withAgents(upn('emma.agent'), objectId('emma.agent'));
    const { status, body } = await put(twice, { 'if-match': '"1"' });
    expect(status).toBe(422);
    expect(body).toMatchObject({ field: 'services[1].agents[1]' });
  });

  test('text that is no YAML is refused with the place', async () => {
    const headers = { 'content-type': 'application/yaml', 'if-match': '"1"' };
    const { status, body } = await put('services: [\n  {', headers);
    expect(status).toBe(422);
    expect(body).toMatchObject({ rule: expect.stringMatching(/line 2/) });
  });

  test('aliases that grow when they are read are refused', async () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      'b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]',
    ];
    bomb.push('c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]');
    const headers = { 'content-type': 'application/yaml', 'if-match': '"1"' };
    const { status } = await put(`${bomb.join('\n')}\nd: [*c, *c, *c, *c]\n`, headers);
    expect(status).toBe(422);
  });

  test('text that is no YAML is refused with the place in German too', async () => {
    const headers = { 'content-type': 'application/yaml', 'accept-language': 'de' };
    const { status, body } = await put('services: [', headers, '?preview=true');
    expect(status).toBe(422);
    expect(body).toMatchObject({
      problems: [
        { rule: expect.stringMatching(/^Das lässt sich nicht .* \(Zeile 1, Spalte \d+\)/) },
      ],
    });
  });

  test('an empty file is refused, tried out or in earnest, in both languages', async () => {
    for (const text of ['', '# nothing but a remark\n', 'null']) {
      const headers = { 'content-type': 'application/yaml', 'if-match': '"1"' };
      const tried = await put(text, headers, '?preview=true');
      expect(tried.status).toBe(422);
      expect(tried.body).toMatchObject({
        ...{ field: 'document', rule: 'The file is empty.' },
        mend: expect.stringContaining('services: []'),
      });
      const german = { ...headers, 'accept-language': 'de' };
      const meant = await put(text, german);
      expect(meant).toMatchObject({ status: 422, body: { rule: 'Die Datei ist leer.' } });
    }
  });

  test('a preview warns of every service that would be removed', async () => {
    const { body } = await put({ ...contosoFile, services: [] }, {}, '?preview=true');
    const { warnings } = configurationOutcomeSchema.parse(body);
    expect(warnings.map(({ field, rule }) => [field, rule])).toEqual(
      ['IT Helpdesk', 'Sales'].map((name) => [
        'services',
        `"${name}" is not in the file and would be removed: its calls would be refused.`,
      ]),
    );
  });

  test('NIMx-03: a preview warns of a team or group that the directory does not have', async () => {
    const group = '0f0e0d0c-0b0a-4908-8706-050403020100';
    const queue = { whenNobody: { do: 'group-voicemail', group } };
    const services = contosoFile.services.map((service) => ({
      ...{ ...service, queue },
      responsibility: { team: group },
    }));
    const fields = async (language = 'en') => {
      const headers = { 'accept-language': language };
      const { body } = await put({ ...contosoFile, services }, headers, '?preview=true');
      const { warnings } = configurationOutcomeSchema.parse(body);
      return warnings.filter(({ rule }) => rule.includes(group));
    };
    expect(await fields()).toEqual([]);
    stage.parts.directory.lostGroups.add(group);
    expect((await fields()).map(({ field }) => field)).toEqual([
      'services[0].responsibility.team',
      'services[0].queue.whenNobody.group',
      'services[1].responsibility.team',
      'services[1].queue.whenNobody.group',
    ]);
    expect((await fields('de'))[0]?.rule).toContain('niemand daraus wird den Service bedienen');
  });

  test('another form than JSON or YAML is refused', async () => {
    const headers = { 'content-type': 'text/csv', 'if-match': '"1"' };
    expect((await put('a;b', headers)).status).toBe(415);
  });

  test('an old version, or none, is refused', async () => {
    expect((await put(contosoFile, { 'if-match': '"0"' })).status).toBe(412);
    expect((await put(contosoFile)).status).toBe(428);
  });

  test('while the directory cannot be asked, it can be tried again later', async () => {
    stage.parts.directory.isDown = true;
    const { status, headers } = await put(contosoFile, { 'if-match': '"1"' });
    expect(status).toBe(503);
    expect(headers.get('retry-after')).toBe('1');
  });

  test('is seen and changed by administrators only', async () => {
    expect((await stage.ask('sam.supervisor', PATH)).status).toBe(403);
    const { status } = await stage.ask('anna.agent', PATH, { method: 'PUT', body: contosoFile });
    expect(status).toBe(403);
  });
});

test('before the first configuration there is an empty one to begin from', async () => {
  const empty = await Stage.openEmpty();
  const claims = { roles: ['Administrator'] };
  const authorization = `Bearer ${await empty.token('admin', claims)}`;
  const { headers, body } = await empty.send(PATH, { headers: { authorization } });
  expect(headers.get('etag')).toBe('"0"');
  expect(body).toMatchObject({ administrators: [], services: [] });
  await empty.close();
});
