import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { asId } from '@rufwerk/engine/core';
import type { EffectId, PlatformCallId } from '@rufwerk/engine/core';
import { createCall, transferCall } from '../../../../src/engine/graph/index.ts';
import { GraphStage } from '../graphStage.ts';

const callId = asId<PlatformCallId>('call-1');
const outside = { kind: 'phone', id: '+41790000001' } as const;

describe('calls that Rufwerk places and transfers', () => {
  let stage: GraphStage;

  beforeEach(async () => {
    stage = await GraphStage.open();
  });
  afterEach(() => stage.close());

  function call(): ReturnType<typeof createCall> {
    return createCall(stage.graph.callContext, {
      effectId: asId<EffectId>('effect-7'),
      taskId: null,
      tenantId: 'tenant',
      callee: outside,
      resourceAccountId: 'account',
    });
  }

  test('a number outside is called from a resource account', async () => {
    stage.double.script({ status: 201, body: { id: 'new-call', state: 'establishing' } });
    expect(await call()).toEqual({ kind: 'created', platformCallId: 'new-call' });
    expect(stage.requested()).toEqual(['POST /communications/calls']);
    expect(stage.double.received[0]?.body).toMatchObject({
      callbackUri: 'https://contact.example/api/calls?effect=effect-7&placed=true',
      source: { identity: { applicationInstance: { id: 'account' } } },
      targets: [{ identity: { phone: { id: '+41790000001' } } }],
      tenantId: 'tenant',
    });
  });

  test('a call whose answer is lost may ring: it is unknown, and not placed twice', async () => {
    stage.double.script('cut');
    expect(await call()).toMatchObject({ kind: 'unknown' });
    stage.double.script({ status: 201, body: {} });
    expect(await call()).toMatchObject({ kind: 'unknown' });
    expect(stage.requested()).toHaveLength(2);
  });

  test('a transfer is blind, or consultative when it replaces a call', async () => {
    stage.double.react = () => ({ status: 202 });
    const { callContext } = stage.graph;
    const transfer = { platformCallId: callId, target: outside };
    expect(await transferCall(callContext, transfer)).toEqual({ kind: 'done' });
    const replacesCallId = asId<PlatformCallId>('call-2');
    await transferCall(callContext, { ...transfer, replacesCallId });
    expect(stage.requested()).toEqual([
      'POST /communications/calls/call-1/transfer',
      'POST /communications/calls/call-1/transfer',
    ]);
    const [blind, consultative] = stage.double.received;
    expect(JSON.stringify(blind?.body)).not.toContain('replacesCallId');
    expect(consultative?.body).toMatchObject({ transferTarget: { replacesCallId: 'call-2' } });
  });

  test('a transfer of a call that is gone says so', async () => {
    stage.double.script({ status: 404 });
    const transfer = { platformCallId: callId, target: outside };
    expect(await transferCall(stage.graph.callContext, transfer)).toEqual({ kind: 'call-gone' });
  });
});
