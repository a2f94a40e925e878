import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Announcement, announcementSchema, announcementsSchema } from '@rufwerk/engine/api';
import { contosoFile } from '../stage/contoso.ts';
import { type Answer, Stage } from '../stage/stage.ts';
import { part, wave } from './waves.ts';

const PATH = '/api/v1/announcements';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

function upload(name: string, body: unknown, form = 'audio/wav'): Promise<Answer> {
  const headers = { 'content-type': form };
  return stage.ask('admin', `${PATH}/${name}`, { method: 'PUT', body, headers });
}

function remove(name: string): Promise<Answer> {
  return stage.ask('admin', `${PATH}/${name}`, { method: 'DELETE' });
}

async function list(): Promise<readonly Announcement[]> {
  return announcementsSchema.parse((await stage.ask('admin', PATH)).body).announcements;
}

async function named(name: string): Promise<Announcement | undefined> {
  return (await list()).find((announcement) => announcement.name === name);
}

async function fetched(address: string, method = 'GET'): Promise<Response> {
  return fetch(stage.parts.url + address, { method });
}

/** Puts a configuration in force in which IT Helpdesk says this when it is closed. */
async function useWhenClosed(announcement: string): Promise<void> {
  const [helpdesk, ...others] = contosoFile.services;
  const queue = { whenClosed: { do: 'announce', announcement } };
  const file = { ...contosoFile, services: [{ ...helpdesk, queue }, ...others] };
  const { headers } = await stage.ask('admin', '/api/v1/configuration');
  const { status } = await stage.ask('admin', '/api/v1/configuration', {
    method: 'PUT',
    body: file,
    headers: { 'if-match': headers.get('etag') ?? '' },
  });
  expect(status).toBe(200);
}

describe('an uploaded announcement', () => {
  test('may last ten minutes, whatever its editor put beside the sound', async () => {
    const before = part('LIST', Buffer.alloc(64 * 1024));
    const answer = await upload('story', wave({ seconds: 600, before }));
    expect(answer).toMatchObject({ status: 200, body: { durationSeconds: 600 } });
  });

  test('is listed with its length and served to the platform without a token', async () => {
    const sound = wave({ seconds: 3, level: 5 });
    const answer = await upload('summer', sound);
    expect(answer.status).toBe(200);
    const { path: address, ...shown } = announcementSchema.parse(answer.body);
    expect(shown).toEqual({
      name: 'summer',
      source: 'uploaded',
      durationSeconds: 3,
      bytes: sound.length,
      uploadedAt: '2026-11-20T08:00:00.000Z',
      usedBy: [],
    });
    expect(await named('summer')).toEqual(answer.body);
    const heard = await fetched(address);
    expect(heard.headers.get('content-type')).toBe('audio/wav');
    expect(Buffer.from(await heard.arrayBuffer()).equals(sound)).toBe(true);
    const head = await fetched(address, 'HEAD');
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(sound.length)]);
  });

  test('has an address that cannot be guessed from its name', async () => {
    await upload('summer', wave());
    expect((await fetched('/media/summer.wav')).status).toBe(404);
    expect((await fetched(`/media/${'A'.repeat(32)}/summer.wav`)).status).toBe(404);
    expect((await fetched('/media/..%2F..%2Fmain.ts')).status).toBe(404);
  });

  test('is heard from its next prompt on in place of a built-in one', async () => {
    await upload('greeting', wave());
    const greeting = await named('greeting');
    expect(greeting).toMatchObject({ source: 'uploaded' });
    expect(greeting?.usedBy).toContain('services[1].announcements.greeting');
    expect((await remove('greeting')).status).toBe(204);
    expect(await named('greeting')).toMatchObject({ source: 'built-in', uploadedAt: null });
  });

  test('whose file is lost on disk is heard as a built-in one', async () => {
    await upload('summer', wave());
    const address = (await named('summer'))?.path ?? '';
    await rm(path.join(stage.parts.dataDirectory, 'announcements', 'summer.wav'));
    const heard = await fetched(address);
    const greeting = await fetched('/media/greeting.wav');
    expect(await heard.arrayBuffer()).toEqual(await greeting.arrayBuffer());
  });
});

describe('an upload is refused', () => {
  test('when the platform could not play it, with every fault and its mend', async () => {
    const { status, body } = await upload('summer', wave({ channels: 2, rateHz: 44_100 }));
    expect(status).toBe(422);
    expect(body).toMatchObject({
      field: 'sampleRate',
      rule: 'It has 44100 Hz; 16000 Hz are needed.',
      mend: expect.stringContaining('16 kHz'),
      problems: [{ field: 'sampleRate' }, { field: 'channels' }],
    });
    expect(await named('summer')).toBeUndefined();
  });

  test('and what was heard before stays', async () => {
    await upload('summer', wave());
    const before = await named('summer');
    await upload('summer', wave({ channels: 2 }));
    expect(await named('summer')).toEqual(before);
  });

  test('that is larger than ten minutes can be is told so in minutes', async () => {
    const large = Buffer.alloc(21 * 1024 * 1024);
    const { status, body } = await upload('summer', large);
    expect(status).toBe(413);
    expect(body).toMatchObject({ rule: expect.stringContaining('larger than 10 minutes') });
  });

  test('is told with title, rule and mend in the language of the reader', async () => {
    const headers = { 'content-type': 'audio/wav', 'accept-language': 'de-CH' };
    const sent = { method: 'PUT', body: wave({ channels: 2 }), headers };
    const { status, body } = await stage.ask('admin', `${PATH}/summer`, sent);
    expect(status).toBe(422);
    expect(body).toMatchObject({
      title: 'Der Ton lässt sich nicht abspielen',
      rule: 'Sie hat 2 Kanäle; nötig ist einer (mono).',
      mend: expect.stringContaining('Speichern Sie'),
      problems: [{ rule: 'Sie hat 2 Kanäle; nötig ist einer (mono).' }],
    });
  });

  test('in another form than WAV', async () => {
    const { status, body } = await upload('summer', wave(), 'audio/mpeg');
    expect(status).toBe(415);
    expect(body).toMatchObject({ rule: expect.stringContaining('audio/wav') });
  });

  test.each(['Summer', 'a_b', '-a', 'x'.repeat(64)])('under the name %s', async (name) => {
    const { status, body } = await upload(name, wave());
    expect(status).toBe(422);
    expect(body).toMatchObject({ field: 'name', mend: expect.any(String) });
  });

  test('from anybody but an administrator, who alone lists and deletes too', async () => {
    const given = { method: 'PUT', body: wave(), headers: { 'content-type': 'audio/wav' } };
    expect((await stage.ask('sam.supervisor', `${PATH}/summer`, given)).status).toBe(403);
    expect((await stage.ask('anna.agent', PATH)).status).toBe(403);
    const deletion = { method: 'DELETE' };
    expect((await stage.ask('anna.agent', `${PATH}/greeting`, deletion)).status).toBe(403);
    expect((await stage.send(`${PATH}/summer`, given)).status).toBe(401);
  });
});

describe('an announcement is deleted', () => {
  test('only when the configuration does not name it', async () => {
    await upload('we-are-closed', wave());
    await useWhenClosed('we-are-closed');
    const refused = await remove('we-are-closed');
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      field: 'services[0].queue.whenClosed.announcement',
      rule: expect.stringContaining('"we-are-closed"'),
      mend: 'Name another announcement there first.',
    });
    await useWhenClosed('closed');
    expect((await remove('we-are-closed')).status).toBe(204);
    expect((await remove('we-are-closed')).status).toBe(404);
  });

  test('but not when it is built in', async () => {
    const { status, body } = await remove('closed');
    expect(status).toBe(409);
    expect(body).toMatchObject({ mend: expect.stringContaining('Upload your own as "closed"') });
  });
});

/** What is said of a configuration in which IT Helpdesk has these announcements. */
async function trial(announcements: object, rest: object = {}, headers = {}): Promise<unknown> {
  const [helpdesk, ...others] = contosoFile.services;
  const body = { ...contosoFile, services: [{ ...helpdesk, announcements, ...rest }, ...others] };
  const address = '/api/v1/configuration?preview=true';
  return (await stage.ask('admin', address, { method: 'PUT', body, headers })).body;
}

describe('a configuration that names an announcement nobody uploaded', () => {
  test('is warned about, with what will be heard instead and the mend', async () => {
    const outcome = await trial({ greeting: 'summer', waitingMusic: 'jazz' });
    expect(outcome).toMatchObject({
      warnings: [
        {
          field: 'services[0].announcements.greeting',
          rule: 'There is no announcement "summer": callers hear the built-in greeting.',
          mend: 'Upload it as "summer", or name another one.',
        },
        { field: 'services[0].announcements.waitingMusic', rule: /music/ },
      ].map(({ rule, ...rest }) => ({ ...rest, rule: expect.stringMatching(rule) })),
    });
  });

  test('is not warned about once it is uploaded', async () => {
    await upload('summer', wave());
    expect(await trial({ greeting: 'summer' })).toMatchObject({ warnings: [] });
  });
});

describe('NIMx-07: a call-back that callers may ask for', () => {
  const offered = { callBack: { offered: true, key: '4' } };

  test('is warned about while only melodies tell of it', async () => {
    expect(await trial({ comfort: 'comfort' }, offered)).toMatchObject({
      warnings: [
        {
          field: 'services[0].callBack.offered',
          rule: 'No caller hears of the key 4: greeting and comfort message are melodies without words.',
          mend: 'Upload a greeting or a comfort message that names the key.',
        },
      ],
    });
    expect(await trial({}, offered, { 'accept-language': 'de' })).toMatchObject({
      warnings: [{ rule: expect.stringContaining('erfährt von der Taste 4') }],
    });
  });

  test('is not, once a greeting or a comfort message of the own was uploaded', async () => {
    await upload('greeting', wave());
    expect(await trial({}, offered)).toMatchObject({ warnings: [] });
    await remove('greeting');
    await upload('patience', wave());
    expect(await trial({ comfort: 'patience' }, offered)).toMatchObject({ warnings: [] });
    expect(await trial({}, { callBack: { offered: false } })).toMatchObject({ warnings: [] });
  });
});

describe('a built-in announcement', () => {
  test.each([
    ...[
      'greeting',
      'waiting-music',
      'comfort',
      'all-busy',
      'closed',
      'call-back-confirmed',
      'ringing',
    ],
  ])('%s is served as WAV of 16 kHz, mono, 16 bit', async (name) => {
    const response = await fetched(`/media/${name}.wav`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get('content-type')).toBe('audio/wav');
    expect(bytes.toString('latin1', 0, 4)).toBe('RIFF');
    expect([bytes.readUInt16LE(22), bytes.readUInt32LE(24), bytes.readUInt16LE(34)]).toEqual([
      1, 16_000, 16,
    ]);
    const { durationSeconds, path: address } = (await named(name)) ?? {};
    expect(address).toBe(`/media/${name}.wav`);
    expect(durationSeconds).toBeCloseTo((bytes.length - 44) / 32_000, 2);
    expect(bytes.subarray(44).some((byte) => byte !== 0)).toBe(true);
  });
});
