import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { asId, type PersonId } from '@rufwerk/engine/core';
import { NotAccepted } from '@rufwerk/engine/ports';
import type { InputDraft } from '@rufwerk/engine/ports';
import { CALLING_BODY_LIMIT_BYTES } from '../../../../src/engine/graph/index.ts';
import { eventually, settled } from '../playedClock.ts';
import { appId } from './platformDouble.ts';
import { arriving, CALLBACK_ACCOUNT, notified, onCall, WebhookStage } from './webhookStage.ts';

describe('the calling webhook', () => {
  let stage: WebhookStage;

  beforeEach(async () => {
    stage = await WebhookStage.open();
  });
  afterEach(() => stage.close());

  /** Posts, expects 202, and gives what reached the engine. */
  async function told(body: object): Promise<readonly InputDraft[]> {
    expect(await stage.post(body)).toBe(202);
    return stage.sink.submitted;
  }

  describe('waits for the commit', () => {
    test('and answers only after it', async () => {
      const commits: (() => void)[] = [];
      stage.sink.before = () => new Promise<void>((resolve) => void commits.push(resolve));
      let status: number | null = null;
      const answered = stage
        .post(onCall({ state: 'established' }))
        .then((given) => (status = given));
      await eventually('the news has reached the engine', () => commits.length === 1);
      await settled();
      expect(status).toBeNull();
      commits[0]?.();
      await answered;
      expect(status).toBe(202);
    });

    test('and answers 503 when the engine takes nothing for now', async () => {
      stage.sink.before = () => Promise.reject(new NotAccepted('stopping'));
      expect(await stage.post(onCall({ state: 'established' }))).toBe(503);
    });

    test('and fails loudly for what is broken in ourselves', async () => {
      stage.sink.before = () => Promise.reject(new TypeError('a bug'));
      await expect(stage.post(onCall({ state: 'established' }))).rejects.toThrow('a bug');
    });
  });

  describe('an arriving call', () => {
    test('of an outside caller names account and caller, and is known again', async () => {
      expect(await told(arriving({ phone: { id: '+41790000001' } }))).toEqual([
        {
          type: 'CallArrived',
          sourceId: 'call-arrived/call-1',
          platformCallId: 'call-1',
          resourceAccountId: 'account-1',
          callerId: 'caller-+41790000001',
        },
      ]);
    });

    test('of a person we know names that person', async () => {
      const anna = stage.people.add('anna', 'entra-anna');
      const [arrived] = await told(arriving({ user: { id: 'entra-anna', displayName: 'Anna' } }));
      expect(arrived).toMatchObject({ callerId: anna });
    });

    test('of a person of the directory we do not know makes that person', async () => {
      const [arrived] = await told(arriving({ user: { id: 'entra-x', displayName: 'X' } }));
      expect(arrived).toMatchObject({ callerId: 'new-entra-x' });
    });

    test.each([
      ['withheld', { phone: { id: null } }],
      ['encrypted', { encrypted: { id: 'blob' } }],
      ['a guest’s', { guest: { id: 'g', displayName: 'Guest' } }],
    ])('whose caller is %s has a caller all the same', async (_what, identity) => {
      const [arrived] = await told(arriving(identity));
      expect(arrived).toMatchObject({ callerId: 'caller-withheld-0', isAnonymous: true });
      // Nothing tells two such callers apart: they are not taken for one.
      const both = await told(arriving(identity));
      expect(both.at(-1)).toMatchObject({ callerId: 'caller-withheld-1' });
    });

    test('that is not for a resource account is no service’s', async () => {
      const bot = { identity: { application: { id: appId } } };
      expect(await told(arriving({ phone: { id: '+41790000001' } }, [bot]))).toEqual([]);
    });

    test('DEC-9: to a number of the pool is from nobody, and the number is kept nowhere', async () => {
      const target = { identity: { applicationInstance: { id: CALLBACK_ACCOUNT } } };
      const arrived = await told(arriving({ phone: { id: '+41790000144' } }, [target]));
      expect(arrived).toEqual([
        {
          type: 'CallArrived',
          sourceId: 'call-arrived/call-1',
          platformCallId: 'call-1',
          resourceAccountId: CALLBACK_ACCOUNT,
          callerId: 'emergency-service',
          isAnonymous: true,
        },
      ]);
      expect(stage.people.find(asId<PersonId>('caller-+41790000144'))).toBeNull();
      expect(JSON.stringify(stage.log.lines)).not.toContain('0000144');
    });

    test('in the legacy format first is asked for again in Graph’s: 204', async () => {
      const legacy = { id: 'x', callState: 'incoming', participants: [], links: {} };
      expect(await stage.post(legacy)).toBe(204);
      expect(stage.sink.submitted).toEqual([]);
    });
  });

  describe('the state of a call', () => {
    test.each([
      ['/app/calls/call-1', {}],
      ['/communications/calls/call-1', {}],
      ['app/calls/call-1/', {}],
      ['https://graph.microsoft.com/v1.0/communications/calls/call-1', {}],
      [undefined, { resourceUrl: '/communications/calls/call-1' }],
    ])('is told under the resource %s', async (resource, more) => {
      const resourceData = { state: 'established' };
      expect(await told(notified({ resource, resourceData, ...more }))).toMatchObject([
        { type: 'CallStateReported', platformCallId: 'call-1', state: 'established' },
      ]);
    });

    test.each([
      [{ code: 0, subcode: 7015 }, 7015],
      [{ code: 0, subCode: 7015 }, 7015],
      [{ code: 0 }, null],
    ])('carries its result %j', async (resultInfo, subcode) => {
      const body = onCall({ state: 'terminated', resultInfo }, { changeType: 'Deleted' });
      expect(await told(body)).toEqual([
        {
          type: 'CallStateReported',
          platformCallId: 'call-1',
          state: 'terminated',
          code: 0,
          subcode,
        },
      ]);
    });

    test('comes in a list, too', async () => {
      const body = notified({ resource: '/app/calls/call-1', resourceData: [{ state: 'hold' }] });
      expect(await told(body)).toMatchObject([{ state: 'established' }]);
    });

    test('of a deleted call is its end, with or without data', async () => {
      await told(notified({ changeType: 'Deleted', resource: '/app/calls/call-1' }));
      expect(await told(onCall({ state: 'established' }, { changeType: 'deleted' }))).toMatchObject(
        [{ state: 'terminated' }, { state: 'terminated' }],
      );
    });

    test.each(['transferring', 'transferAccepted', 'Transferring'])(
      '%s is not told: only the end of a transfer is news',
      async (state) => {
        expect(await told(onCall({ state }))).toEqual([]);
      },
    );

    test('established again carries the code by which the platform says that it failed', async () => {
      const resultInfo = { code: 500, subcode: 7700 };
      expect(await told(onCall({ state: 'established', resultInfo }))).toMatchObject([
        { type: 'CallStateReported', state: 'established', code: 500, subcode: 7700 },
      ]);
    });

    test('that nobody has told us about yet is passed over', async () => {
      expect(await told(onCall({ state: 'levitating' }))).toEqual([]);
    });
  });

  test('a roster is told in our own ids; whom we do not know is nobody', async () => {
    const anna = stage.people.add('anna', 'entra-anna');
    const body = notified({
      changeType: 'Updated',
      resource: '/app/calls/call-1/participants',
      resourceData: [
        { id: 'p-1', info: { identity: { user: { id: 'entra-anna' } } } },
        { id: 'p-2', info: { identity: { user: { id: 'entra-unknown' } } } },
        { id: 'p-3', info: { identity: { phone: { id: '+41790000001' } } } },
        { id: 'p-4', info: { identity: { application: { id: appId } } } },
      ],
    });
    expect(await told(body)).toEqual([
      {
        type: 'RosterReported',
        platformCallId: 'call-1',
        roster: [
          { participantId: 'p-1', personId: anna, isApplication: false },
          { participantId: 'p-2', personId: null, isApplication: false },
          { participantId: 'p-3', personId: null, isApplication: false },
          { participantId: 'p-4', personId: null, isApplication: true },
        ],
      },
    ]);
  });

  test('news of a single participant is not taken for the whole roster', async () => {
    const resource = '/app/calls/call-1/participants/p-1';
    expect(await told(notified({ resource, resourceData: { id: 'p-1' } }))).toEqual([]);
  });

  test('the end of an operation names the effect that began it', async () => {
    const operation = (status: string, more: object = {}): object =>
      notified({
        changeType: 'deleted',
        resource: '/app/calls/call-1/operations/op-1',
        resourceData: { id: 'op-1', status, clientContext: 'effect-9', ...more },
      });
    await told(operation('Completed'));
    await told(operation('failed', { resultInfo: { code: 603, subcode: 1 } }));
    await told(operation('Running'));
    const ended = { type: 'OperationReported', platformCallId: 'call-1', effectId: 'effect-9' };
    expect(stage.sink.submitted).toEqual([
      {
        ...ended,
        sourceId: 'operation-ended/op-1',
        status: 'completed',
        code: null,
        subcode: null,
      },
      { ...ended, sourceId: 'operation-ended/op-1', status: 'failed', code: 603, subcode: 1 },
    ]);
  });

  test('several notifications are submitted in their order', async () => {
    const at = (id: string): object => ({
      resource: `/app/calls/${id}`,
      resourceData: { state: 'established' },
    });
    const inputs = await told(notified(at('a'), at('b'), at('c')));
    expect(inputs).toMatchObject(['a', 'b', 'c'].map((platformCallId) => ({ platformCallId })));
  });

  describe('what is malformed', () => {
    test.each<[string, unknown]>([
      ['no JSON', Buffer.from('{"value": [')],
      ['no object', 'hello'],
      ['null', null],
      ['no list', {}],
      ['no notification', { value: [42] }],
      ['no resource', { value: [{ changeType: 'updated' }] }],
      ['a strange change', { value: [{ changeType: 'moved', resource: '/app/calls/x' }] }],
      ['no state', { value: [{ changeType: 'updated', resource: '/app/calls/x' }] }],
      [
        'a roster that is none',
        {
          value: [
            { changeType: 'updated', resource: '/app/calls/x/participants', resourceData: [1] },
          ],
        },
      ],
    ])('(%s) is answered 202, logged once and passed over', async (_what, body) => {
      expect(await stage.post(body)).toBe(202);
      expect(await stage.post(body)).toBe(202);
      expect(stage.sink.submitted).toEqual([]);
      expect(stage.log.lines.filter(({ level }) => level === 'warn')).toHaveLength(1);
    });

    test('does not keep its neighbours from being heard', async () => {
      const good = { resource: '/app/calls/call-1', resourceData: { state: 'established' } };
      expect(await told(notified({ changeType: 'moved' }, good))).toHaveLength(1);
    });

    test('is not logged word for word: it may hold personal data', async () => {
      await stage.post({ value: [{ changeType: '+41790000001', resource: 'Anna Agent' }] });
      await stage.post(arriving({ phone: { id: 41790000001 } }));
      expect(stage.log.text()).not.toMatch(/4179|Anna/);
    });
  });

  test('a body beyond the limit is 413', async () => {
    expect(await stage.post(Buffer.alloc(CALLING_BODY_LIMIT_BYTES + 1, 32))).toBe(413);
  });
});
