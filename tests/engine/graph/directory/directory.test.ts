import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { GraphStage } from '../graphStage.ts';

const anna = { id: 'entra-anna', displayName: 'Anna Agent', userPrincipalName: 'anna@contoso' };
const annaFound = {
  entraId: 'entra-anna',
  displayName: 'Anna Agent',
  userPrincipalName: 'anna@contoso',
};

describe('the directory', () => {
  let stage: GraphStage;

  beforeEach(async () => {
    stage = await GraphStage.open();
  });
  afterEach(() => stage.close());

  test('finds a user by principal name or id', async () => {
    stage.double.script({ status: 200, body: anna });
    expect(await stage.graph.directory.findUser('anna#EXT#@contoso')).toEqual(annaFound);
    expect(stage.requested()).toEqual([
      'GET /users/anna%23EXT%23%40contoso?$select=id,displayName,userPrincipalName',
    ]);
  });

  test('has no such user: null', async () => {
    stage.double.script({ status: 404, body: { error: { code: 'Request_ResourceNotFound' } } });
    expect(await stage.graph.directory.findUser('nobody')).toBeNull();
  });

  test('says which permission is missing', async () => {
    stage.double.react = () => ({ status: 403, body: { error: { code: 'Forbidden' } } });
    const { directory } = stage.graph;
    await expect(directory.findUser('anna')).rejects.toThrow(/403.*User\.Read\.All/);
    await expect(directory.listGroupMembers('g')).rejects.toThrow(/GroupMember\.Read\.All/);
  });

  test('searches by the beginning of names, with quotes and bounds taken care of', async () => {
    stage.double.react = () => ({ status: 200, body: { value: [anna, { id: 'device' }] } });
    const { directory } = stage.graph;
    expect(await directory.searchUsers(" O'Neill & co", 5_000)).toEqual([annaFound]);
    const path = stage.requested()[0] ?? '';
    expect(path).toContain('$top=50&');
    expect(decodeURIComponent(path)).toContain("startswith(displayName,'O''Neill & co')");
    expect(await directory.searchUsers('  ', 10)).toEqual([]);
    expect(stage.requested()).toHaveLength(1);
  });

  test('tells of many people at once which numbers and whether a mailbox stand there', async () => {
    const phones = { mail: null, businessPhones: [], mobilePhone: '+41790000001' };
    stage.double.react = () => ({
      status: 200,
      body: {
        value: [
          { id: 'entra-anna', mail: 'anna@contoso' },
          { id: 'entra-ben', ...phones },
        ],
      },
    });
    const ids = Array.from({ length: 16 }, (_, index) => `entra-${index}`);
    expect((await stage.graph.directory.listReach(ids)).slice(0, 2)).toEqual([
      { entraId: 'entra-anna', numbers: [], hasMailbox: true },
      { entraId: 'entra-ben', numbers: ['+41790000001'], hasMailbox: false },
    ]);
    const paths = stage.requested().map(decodeURIComponent);
    expect(paths.map((path) => path.match(/'entra-\d+'/g)?.length)).toEqual([15, 1]);
    expect(paths[0]).toContain('$select=id,mail,businessPhones,mobilePhone&$filter=id in (');
  });

  test('reads all pages of a group, users only', async () => {
    const next = `${stage.double.url}/v1.0/groups/g/members?$skiptoken=2`;
    stage.double.script(
      { status: 200, body: { value: [anna, { id: 'a-device' }], '@odata.nextLink': next } },
      { status: 200, body: { value: [{ ...anna, id: 'entra-ben', displayName: null }] } },
    );
    const members = await stage.graph.directory.listGroupMembers('g');
    expect(members?.map(({ entraId }) => entraId)).toEqual(['entra-anna', 'entra-ben']);
    expect(members?.[1]?.displayName).toBe('anna@contoso');
    expect(stage.requested()[1]).toBe('GET /groups/g/members?$skiptoken=2');
  });

  test('says that there is no such group on Graph’s own word only', async () => {
    const { directory } = stage.graph;
    const gone = { status: 404, body: { error: { code: 'Request_ResourceNotFound' } } };
    stage.double.script(gone);
    expect(await directory.listGroupMembers('g')).toBeNull();
    stage.double.script({ status: 404, body: 'no route' });
    await expect(directory.listGroupMembers('g')).rejects.toThrow(/404/);
    const next = `${stage.double.url}/v1.0/groups/g/members?$skiptoken=2`;
    stage.double.script({ status: 200, body: { value: [anna], '@odata.nextLink': next } }, gone);
    await expect(directory.listGroupMembers('g')).rejects.toThrow(/404/);
  });

  test('does not carry its token to a next page elsewhere', async () => {
    const body = { value: [], '@odata.nextLink': 'https://evil.example/v1.0/groups' };
    stage.double.script({ status: 200, body });
    await expect(stage.graph.directory.listGroupMembers('g')).rejects.toThrow(/elsewhere/);
  });

  test('does not follow pages for ever', async () => {
    const next = `${stage.double.url}/v1.0/groups/g/members?$skiptoken=again`;
    stage.double.react = () => ({ status: 200, body: { value: [], '@odata.nextLink': next } });
    await expect(stage.graph.directory.listGroupMembers('g')).rejects.toThrow(/smaller/);
    expect(stage.double.received).toHaveLength(200);
  });
});
