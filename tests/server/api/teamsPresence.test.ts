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

function passes(ms: number): void {
  stage.parts.clock.follow({ nowMs: stage.parts.clock.now() + ms, rate: 0 });
}

async function seenLater(availability: string): Promise<void> {
  passes(1_000);
  await stage.showPresence(availability);
}

function choose(body: object, language = 'en') {
  const headers = { 'accept-language': language };
  return stage.ask('anna.agent', PATH, { method: 'PUT', body, headers });
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

  test('DEC-5: a choice that Teams no longer shows is not said to hold', async () => {
    await choose({ availability: 'DoNotDisturb', forMinutes: 60 });
    expect((await shownTo('anna.agent')).own?.standing).toBe('not-seen-yet');
    await seenLater('DoNotDisturb');
    expect((await shownTo('anna.agent')).own?.standing).toBe('holds');
    await seenLater('Busy');
    const { own, seen } = await shownTo('anna.agent');
    expect(own).toMatchObject({ availability: 'DoNotDisturb', standing: 'other-seen' });
    expect(seen?.availability).toBe('Busy');
  });

  test('DEC-5: a choice that Teams never showed is doubtful after some minutes', async () => {
    await choose({ availability: 'DoNotDisturb', forMinutes: 60 });
    passes(5 * 60_000);
    expect((await shownTo('anna.agent')).own?.standing).toBe('other-seen');
  });

  test('DEC-5: a choice outlives that no client of the person runs', async () => {
    await choose({ availability: 'DoNotDisturb', forMinutes: 60 });
    await seenLater('Offline');
    expect((await shownTo('anna.agent')).own?.standing).toBe('holds');
  });

  test.each([
    ['Busy', 1, 'The person chose Busy until it is reset, 1 day at most'],
    ['DoNotDisturb', 1, 'The person chose Do not disturb until it is reset, 1 day at most'],
    ['BeRightBack', 7, 'The person chose Be right back until it is reset, 7 days at most'],
    ['Available', 7, 'The person chose Available until it is reset, 7 days at most'],
  ])(
    'DEC-5: %s without a time is ended by Teams after %i days',
    async (availability, days, text) => {
      expect((await choose({ availability })).status).toBe(204);
      const { own, entries } = await shownTo('anna.agent');
      expect(Date.parse(own?.until ?? '') - Date.parse(own?.since ?? '')).toBe(days * 86_400_000);
      expect(entries[0]?.text).toBe(text);
    },
  );

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
    const { body } = await choose({ availability: 'Offline' }, 'de-CH');
    expect(body).toMatchObject({
      title: 'Teams hat den Status nicht angenommen',
      rule: 'Als Ursache ist genannt: «Presence.ReadWrite.All is missing».',
      mend: expect.stringMatching(/^Setzen Sie ihn vorerst in Teams selbst\. Die Administration/),
    });
  });

  test('DEC-5: what Teams did not take is told as refused, and what holds stays told', async () => {
    await choose({ availability: 'Busy' });
    await choose({ availability: 'Offline' });
    const now = await shownTo('anna.agent');
    expect(now.own).toMatchObject({ availability: 'Busy' });
    expect(now.entries).toMatchObject([
      { text: expect.stringMatching(/^The person chose .*; Teams did not take it$/) },
      { text: 'The person chose Busy until it is reset, 1 day at most' },
    ]);
  });

  test('AHB-109: a supervisor of the agent reads who made it so; a colleague does not', async () => {
    await choose({ availability: 'DoNotDisturb' });
    const address = `/api/v1/agents/${stage.personId('anna.agent')}/teams-presence`;
    const seen = await stage.ask('sam.supervisor', address, {
      headers: { 'accept-language': 'de-CH' },
    });
    expect(seen.status).toBe(200);
    expect(seen.body).toMatchObject({
      entries: [{ text: 'Die Person wählte Nicht stören bis zum Zurücksetzen, höchstens 1 Tag' }],
    });
    expect((await stage.ask('ben.agent', address)).status).toBe(403);
  });
});
