import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { NotAccepted } from '@rufwerk/engine/ports';
import type { NotificationDoor } from '../../../../src/engine/graph/notifications/door.ts';
import { eventually } from '../playedClock.ts';
import { ANNA, BEN, DoorStage } from './doorStage.ts';
import { itemOf, otherPublicKey, presenceItem, seal, TENANT_ID } from './publisherDouble.ts';

const inACall = { id: ANNA, availability: 'Busy', activity: 'InACall' };
const available = { id: BEN, availability: 'Available', activity: 'Available' };

let stage: DoorStage;
let door: NotificationDoor;
beforeAll(async () => {
  stage = await DoorStage.open();
});
beforeEach(() => {
  stage.sink.submitted.length = 0;
  stage.sink.before = () => undefined;
  stage.seesActivity = true;
  for (const list of [stage.accepted, stage.unreadable, stage.lifecycle]) list.length = 0;
  door = stage.door();
});
afterAll(() => stage.close());

const totalOf = (refused: Readonly<Record<string, number>>): number =>
  Object.values(refused).reduce((sum, count) => sum + count, 0);

const take = (body: Buffer): Promise<number> => door.take(body, performance.now());

describe('an authentic notification', () => {
  test('NIM-27: tells what a member sees, in the order of its arrival, and then is answered', async () => {
    const body = await stage.publisher.body([presenceItem(inACall), presenceItem(available)]);
    expect(await take(body)).toBe(202);
    expect(stage.told()).toEqual([
      'anna Busy/InACall activity',
      'ben Available/Available activity',
    ]);
    expect(stage.accepted).toEqual(['account: anna', 'account: ben']);
    expect(door.figures().presence).toMatchObject({
      accepted: 2,
      lastAcceptedAt: stage.clock.now(),
    });
  });

  test('NIM-24: of an account of another directory tells the availability only', async () => {
    stage.seesActivity = false;
    await take(await stage.publisher.body([presenceItem(inACall)]));
    expect(stage.told()).toEqual(['anna Busy/Busy availability']);
  });

  test('without an activity is no more than an availability', async () => {
    await take(await stage.publisher.body([itemOf(seal({ id: ANNA, availability: 'Busy' }))]));
    expect(stage.told()).toEqual(['anna Busy/Busy availability']);
  });

  test('names its person beside the encrypted content, where it does not inside', async () => {
    const content = seal({ availability: 'Away', activity: 'Away' });
    const item = itemOf(content, { resourceData: { id: ANNA.toUpperCase() } });
    await take(await stage.publisher.body([item]));
    expect(stage.told()).toEqual(['anna Away/Away activity']);
  });

  test('about somebody unknown is counted and left', async () => {
    const stranger = { ...inACall, id: TENANT_ID };
    expect(await take(await stage.publisher.body([presenceItem(stranger)]))).toBe(202);
    expect(stage.sink.submitted).toEqual([]);
    expect(door.figures().presence).toMatchObject({ accepted: 0, strangers: 1 });
  });

  test('comes by a token of the second version too', async () => {
    const token = await stage.publisher.token({
      iss: `${stage.publisher.login.url}/${TENANT_ID}/v2.0`,
      appid: undefined,
      azp: '0bf30f3b-4a52-48df-9a82-234910c4a086',
    });
    await take(await stage.publisher.body([presenceItem(inACall)], [token]));
    expect(stage.told()).toHaveLength(1);
  });

  test('comes through with clocks that are almost five minutes apart', async () => {
    const exp = stage.clock.now() / 1000 - 290;
    const token = await stage.publisher.token({ exp });
    await take(await stage.publisher.body([presenceItem(inACall)], [token]));
    expect(stage.told()).toHaveLength(1);
  });
});

describe('what is delivered again', () => {
  test('is committed once, and opened once', async () => {
    const body = await stage.publisher.body([presenceItem(inACall)]);
    expect(await take(body)).toBe(202);
    expect(await take(body)).toBe(202);
    expect(stage.told()).toHaveLength(1);
    expect(door.figures().presence).toMatchObject({ accepted: 1, duplicate: 1 });
  });

  test('after a 503 is committed then', async () => {
    const body = await stage.publisher.body([presenceItem(inACall)]);
    stage.sink.before = () => Promise.reject(new NotAccepted('full'));
    expect(await take(body)).toBe(503);
    stage.sink.before = () => undefined;
    expect(await take(body)).toBe(202);
    expect(stage.told()).toHaveLength(1);
    expect(door.figures().presence).toMatchObject({ accepted: 1, duplicate: 0, putOff: 1 });
  });
});

describe('the order', () => {
  test('is that of arrival, whatever threads finish first', async () => {
    const availabilities = Array.from({ length: 60 }, (_, index) => `Value${index}`);
    const bodies = await Promise.all(
      availabilities.map(async (availability, index) => {
        const big = Array.from({ length: index % 7 }, () => presenceItem(available));
        const one = presenceItem({ ...inACall, availability });
        return stage.publisher.body([...big, one]);
      }),
    );
    await Promise.all(bodies.map(take));
    const told = stage.told().filter((line) => line.startsWith('anna'));
    expect(told).toEqual(availabilities.map((value) => `anna ${value}/InACall activity`));
  });

  test('many posts share a commit', async () => {
    const bodies = await Promise.all(
      Array.from({ length: 100 }, () => stage.publisher.body([presenceItem(inACall)])),
    );
    let release: (() => void) | null = null;
    stage.sink.before = () => new Promise<void>((resolve) => (release = resolve));
    const answers = Promise.all(bodies.map(take));
    await eventually('the first commit is asked for', () => release !== null);
    await eventually('all are open', () => stage.pool.waiting === 0);
    stage.sink.before = () => undefined;
    (release as (() => void) | null)?.();
    expect(new Set(await answers)).toEqual(new Set([202]));
    expect(stage.told()).toHaveLength(100);
    expect(stage.sink.submitted.length).toBeLessThan(50);
  });
});

describe('an answer', () => {
  test('waits for the commit, and asks for a repeat when that does not come in time', async () => {
    door = stage.door({ answerWithinMs: 300 });
    const body = await stage.publisher.body([presenceItem(inACall)]);
    let release: () => void = () => undefined;
    stage.sink.before = () => new Promise<void>((resolve) => (release = resolve));
    const beganMs = performance.now();
    expect(await take(body)).toBe(503);
    expect(performance.now() - beganMs).toBeGreaterThanOrEqual(290);
    expect(performance.now() - beganMs).toBeLessThan(2_000);
    release();
    await eventually('the late commit is done', () => stage.sink.submitted.length === 1);
  });

  test('does not make the next posts wait for one that was given up', async () => {
    const slow = await stage.publisher.body([presenceItem(inACall)]);
    const quick = await stage.publisher.body([presenceItem(available)]);
    let isHeld = true;
    door = stage.door({
      answerWithinMs: 300,
      pool: {
        open: (item, untilMs) => {
          if (!isHeld) return stage.pool.open(item, untilMs);
          isHeld = false;
          return new Promise(() => undefined);
        },
      },
    });
    const given = take(slow);
    // Tokens are checked in no order: the quick one must not be the one that is held.
    await eventually('it is held', () => !isHeld);
    const behind = take(quick);
    expect(await given).toBe(503);
    // Its own deadline may have come while it waited for that of the first.
    await behind;
    expect(await take(quick)).toBe(202);
    expect(stage.told().every((line) => line.startsWith('ben'))).toBe(true);
  });

  test('is 503 when too many wait to be opened', async () => {
    door = stage.door({
      pool: { open: () => Promise.resolve({ kind: 'not-done', because: 'full' }) },
    });
    expect(await take(await stage.publisher.body([presenceItem(inACall)]))).toBe(503);
    expect(door.figures().presence.putOff).toBe(1);
  });
});

describe('what is not authentic is refused for good, and counted', () => {
  const refusedAs = async (reason: string, body: Buffer): Promise<void> => {
    expect(await take(body)).toBe(202);
    expect(stage.sink.submitted).toEqual([]);
    const isAnybodys = ['malformed', 'unknown-subscription'].includes(reason);
    const { unknown, presence } = door.figures();
    expect((isAnybodys ? unknown : presence).refused).toMatchObject({ [reason]: 1 });
    expect(totalOf((isAnybodys ? presence : unknown).refused)).toBe(0);
  };

  test.each(['', 'no JSON', '[]', '{"value":1}', '{"value":null,"validationTokens":[]}'])(
    'a body such as %p',
    (text) => refusedAs('malformed', Buffer.from(text)),
  );

  test('an item without its secret', async () => {
    await refusedAs('malformed', await stage.publisher.body([{ subscriptionId: 'x' }]));
  });

  test('a subscription that is not ours', async () => {
    const item = presenceItem(inACall, { subscriptionId: 'another' });
    await refusedAs('unknown-subscription', await stage.publisher.body([item]));
  });

  test.each(['wrong', '', 'the-secret-of-this-subscriptioN'])(
    'a secret like %p',
    async (secret) => {
      const item = presenceItem(inACall, { clientState: secret });
      await refusedAs('client-state', await stage.publisher.body([item]));
    },
  );

  test.each([
    ['of another application', { aud: 'another' }],
    ['of another publisher', { appid: TENANT_ID }],
    ['of nobody', { appid: undefined }],
    ['of another issuer', { iss: 'https://sts.windows.net/another/' }],
    ['without a tenant', { tid: undefined }],
    ['without an end', { exp: undefined }],
    ['that has ended', { exp: 1_000 }],
  ])('a token %s', async (_name, claims) => {
    const token = await stage.publisher.token(claims);
    await refusedAs(
      'validation-token',
      await stage.publisher.body([presenceItem(inACall)], [token]),
    );
  });

  test.each([[[]], [['abc']], [['a.b.c']], [['eyJhbGciOiJub25lIn0.e30.']]])(
    'tokens such as %j',
    async (tokens) =>
      refusedAs('validation-token', await stage.publisher.body([presenceItem(inACall)], tokens)),
  );

  test('a good token beside a bad one', async () => {
    const tokens = [await stage.publisher.token(), await stage.publisher.token({ aud: 'other' })];
    await refusedAs(
      'validation-token',
      await stage.publisher.body([presenceItem(inACall)], tokens),
    );
  });

  test('a token for another tenant than the subscription’s', async () => {
    const tid = '00000000-7c1b-4b8e-9f3a-2c4d6e8f0a1b';
    const iss = `https://sts.windows.net/${tid}/`;
    const token = await stage.publisher.token({ tid, iss });
    await refusedAs('tenant', await stage.publisher.body([presenceItem(inACall)], [token]));
  });

  test('a notification without content', async () => {
    await refusedAs('not-encrypted', await stage.publisher.body([itemOf(undefined)]));
  });

  test('content sealed for a certificate whose key we do not hold: the keeper is told', async () => {
    const content = { ...seal(inACall), encryptionCertificateId: 'another' };
    await refusedAs('certificate', await stage.publisher.body([itemOf(content)]));
    expect(stage.unreadable).toEqual(['account']);
  });

  test('content sealed with another key under the name of ours', async () => {
    const body = await stage.publisher.body([itemOf(seal(inACall, otherPublicKey()))]);
    await refusedAs('key', body);
  });

  test('content that was changed on its way', async () => {
    const content = seal(inACall);
    const data = Buffer.from(content.data, 'base64');
    data[3] = (data[3] ?? 0) ^ 1;
    const changed = { ...content, data: data.toString('base64') };
    await refusedAs('signature', await stage.publisher.body([itemOf(changed)]));
  });

  test.each([['"text"'], ['{}'], ['{"availability":1}'], ['no JSON'], ['{"availability":"Busy"}']])(
    'content such as %s',
    async (content) => refusedAs('content', await stage.publisher.body([itemOf(seal(content))])),
  );
});

describe('when Entra’s keys cannot be had', () => {
  test('nothing is believed and nothing is lost: it is to be told again', async () => {
    const react = stage.publisher.login.react;
    stage.publisher.login.react = () => ({ status: 500 });
    const body = await stage.publisher.body([presenceItem(inACall)]);
    expect(await take(body)).toBe(503);
    expect(stage.sink.submitted).toEqual([]);
    stage.publisher.login.react = react;
    expect(await take(body)).toBe(202);
    expect(stage.told()).toHaveLength(1);
  });
});
