import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { EffectOutcome } from '@rufwerk/engine/core';
import type { EmergencyMail } from '../../../../src/engine/graph/index.ts';
import { GraphStage } from '../graphStage.ts';
import { tellCarla } from '../tellContact.ts';

let stage: GraphStage;
let mail: EmergencyMail | null;
beforeEach(async () => {
  stage = await GraphStage.open();
  stage.double.react = () => ({ status: 202 });
  mail = {
    ...{ to: 'carla@contoso.example', from: 'entra-anna' },
    ...{ subject: 'Emergency call of Anna', text: 'Anna has called the emergency number.' },
  };
});
afterEach(() => stage.close());

function send(): Promise<EffectOutcome> {
  const performer = stage.graph.emergencyMail(() => Promise.resolve(mail));
  return stage.clock.advanceUntil(performer.perform(tellCarla('send-emergency-mail')));
}

const fromShared = (): void => {
  if (mail !== null) mail = { ...mail, otherwiseFrom: 'entra-reception' };
};
const noMailbox = {
  status: 404,
  body: { error: { code: 'MailboxNotEnabledForRESTAPI', message: 'of anna@contoso.example' } },
};
const denied = { status: 403, body: { error: { code: 'ErrorAccessDenied' } } };

test('EMG-18, EMG-20: a mail goes out from the mailbox of the agent, and is not kept there', async () => {
  expect(await send()).toEqual({ kind: 'done' });
  expect(stage.requested()).toEqual(['POST /users/entra-anna/sendMail']);
  expect(stage.double.received[0]?.body).toEqual({
    message: {
      subject: 'Emergency call of Anna',
      body: { contentType: 'Text', content: 'Anna has called the emergency number.' },
      toRecipients: [{ emailAddress: { address: 'carla@contoso.example' } }],
      importance: 'high',
    },
    saveToSentItems: false,
  });
});

test('EMG-08: without a mailbox of the agent the other one sends, and that is said once', async () => {
  fromShared();
  stage.double.script(noMailbox, { status: 202 }, noMailbox, { status: 202 });
  expect(await send()).toEqual({ kind: 'done' });
  expect(stage.requested()).toEqual([
    'POST /users/entra-anna/sendMail',
    'POST /users/entra-reception/sendMail',
  ]);
  const warnings = stage.log.lines.filter(({ level }) => level === 'warn');
  expect(warnings).toMatchObject([{ message: expect.stringContaining('the other mailbox') }]);
});

test('without any mailbox it has failed, in words with the mend', async () => {
  stage.double.react = () => noMailbox;
  const alone = await send();
  expect(alone).toMatchObject({ kind: 'failed' });
  expect(JSON.stringify(alone)).toMatch(/no mailbox.*mailFrom/);
  expect(JSON.stringify(alone)).not.toContain('anna@contoso.example');
  fromShared();
  expect(JSON.stringify(await send())).toMatch(/The other mailbox: .*no mailbox/);
});

test('without consent it has failed, and the permission is named', async () => {
  stage.double.react = () => denied;
  expect(await send()).toMatchObject({
    kind: 'failed',
    cause: expect.stringMatching(/403 \(ErrorAccessDenied\).*Mail\.Send/),
  });
  expect(stage.double.received).toHaveLength(1);
});

test('a mailbox that the application may not use is passed over for the other one', async () => {
  fromShared();
  stage.double.script(denied);
  expect(await send()).toEqual({ kind: 'done' });
});

test('Retry-After is obeyed when it is short, and left to the core when it is long', async () => {
  const limited = (seconds: number) => ({
    status: 429,
    headers: { 'retry-after': String(seconds) },
  });
  stage.double.script(limited(2));
  const startedAt = stage.clock.now();
  expect(await send()).toEqual({ kind: 'done' });
  expect(stage.clock.now() - startedAt).toBeGreaterThanOrEqual(2_000);
  stage.double.script(limited(60));
  expect(await send()).toMatchObject({ kind: 'failed', cause: expect.stringContaining('429') });
  expect(stage.double.received).toHaveLength(3);
});

test('a mail server that fails while it takes the mail, or says nothing: unknown', async () => {
  stage.double.script({ status: 500 });
  expect(await send()).toMatchObject({ kind: 'unknown' });
  stage.double.script('cut');
  expect(await send()).toMatchObject({ kind: 'unknown' });
  expect(stage.double.received).toHaveLength(2);
});

test('a mail server that hangs holds the mail for four seconds, once', async () => {
  stage.double.react = () => 'hang';
  const beganMs = performance.now();
  const performer = stage.graph.emergencyMail(() => Promise.resolve(mail));
  const outcome = await performer.perform(tellCarla('send-emergency-mail'));
  expect(outcome).toMatchObject({ kind: 'unknown', cause: expect.stringContaining('4000 ms') });
  expect(performance.now() - beganMs).toBeLessThan(6_000);
  expect(stage.double.received).toHaveLength(1);
}, 15_000);

test('who cannot be written to at all: it does not apply', async () => {
  mail = null;
  expect(await send()).toEqual({ kind: 'does-not-apply', because: 'no-mail' });
  expect(stage.double.received).toEqual([]);
});
