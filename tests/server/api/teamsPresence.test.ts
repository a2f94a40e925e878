/** Who shows what of a person in Teams, and the person's own act. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { teamsPresenceSchema } from '@rufwerk/engine/api';
import { Stage } from '../stage/stage.ts';

const PATH = '/api/v1/my-work/teams-presence';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

async function shownTo(name: 'anna.agent', language = 'en') {
  const headers = { 'accept-language': language };
  return teamsPresenceSchema.parse((await stage.ask(name, PATH, { headers })).body);
}

function choose(body: object) {
  return stage.ask('anna.agent', PATH, { method: 'PUT', body });
}

describe('the own presence in Teams', () => {
  test('DEC-5: is set for a time by the person, and told as the person’s own act', async () => {
    expect((await choose({ availability: 'DoNotDisturb', forMinutes: 30 })).status).toBe(204);
    const now = await shownTo('anna.agent');
    expect(now).toMatchObject({
      own: { availability: 'DoNotDisturb', activity: 'DoNotDisturb' },
      shown: null,
      leases: [],
      entries: [{ text: 'The person chose Do not disturb for 30 minutes' }],
    });
    expect(Date.parse(now.own?.until ?? '') - Date.parse(now.own?.since ?? '')).toBe(1_800_000);
  });

  test('DEC-5: is reset by the person; nothing is written in its place', async () => {
    await choose({ availability: 'Busy' });
    const reset = await stage.ask('anna.agent', PATH, { method: 'DELETE' });
    expect(reset.status).toBe(204);
    expect((await shownTo('anna.agent')).own).toBeNull();
  });

  test('a time out of bounds or an unknown presence is refused with the field', async () => {
    const short = await choose({ availability: 'Busy', forMinutes: 1 });
    expect(short.status).toBe(400);
    expect(JSON.stringify(short.body)).toContain('forMinutes');
    expect((await choose({ availability: 'Dancing' })).status).toBe(400);
  });

  test('what Teams does not take is told with its cause and a way out', async () => {
    const refused = await choose({ availability: 'Offline' });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      rule: 'Presence.ReadWrite.All is missing',
      mend: expect.stringMatching(/^Set it in Teams itself for now\. An administrator mends/),
    });
    expect(refused.text).not.toContain('Try again');
  });

  test('DEC-5: what Teams did not take is told as refused, and what holds stays told', async () => {
    await choose({ availability: 'Busy' });
    await choose({ availability: 'Offline' });
    const now = await shownTo('anna.agent');
    expect(now.own).toMatchObject({ availability: 'Busy' });
    expect(now.entries).toMatchObject([
      { text: expect.stringMatching(/^The person chose .*; Teams did not take it$/) },
      { text: 'The person chose Busy' },
    ]);
  });

  test('AHB-109: a supervisor of the agent reads who made it so; a colleague does not', async () => {
    await choose({ availability: 'DoNotDisturb' });
    const address = `/api/v1/agents/${stage.personId('anna.agent')}/teams-presence`;
    const seen = await stage.ask('sam.supervisor', address, {
      headers: { 'accept-language': 'de-CH' },
    });
    expect(seen.status).toBe(200);
    expect(seen.body).toMatchObject({ entries: [{ text: 'Die Person wählte Nicht stören' }] });
    expect((await stage.ask('ben.agent', address)).status).toBe(403);
  });
});
