import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { EffectOutcome, TellContact } from '@rufwerk/engine/core';
import type { EmergencyActivity } from '../../../../src/engine/graph/index.ts';
import { GraphStage } from '../graphStage.ts';
import { tellCarla } from '../tellContact.ts';

const webUrl = 'https://teams.microsoft.com/l/entity/app/live';
const refusal = (status: number, message: string) => ({
  ...{ status, body: { error: { code: 'Forbidden', message } } },
});

let stage: GraphStage;
beforeEach(async () => {
  stage = await GraphStage.open();
  stage.double.react = () => ({ status: 204 });
  stage.people.add('carla', 'entra-carla');
});
afterEach(() => stage.close());

function tell(
  more: Partial<TellContact> = {},
  activity: Partial<EmergencyActivity> | null = {},
): Promise<EffectOutcome> {
  const words = { agent: 'Anna', topic: 'Emergency call', preview: 'Open the emergency', webUrl };
  const written = activity === null ? null : { ...words, ...activity };
  const performer = stage.graph.emergencyActivity(() => Promise.resolve(written));
  return stage.clock.advanceUntil(performer.perform(tellCarla('send-emergency-activity', more)));
}

test('EMG-20: an entry in the feed names the agent and leads to the emergency', async () => {
  expect(await tell({}, { preview: 'x'.repeat(400) })).toEqual({ kind: 'done' });
  expect(stage.requested()).toEqual(['POST /users/entra-carla/teamwork/sendActivityNotification']);
  expect(stage.double.received[0]?.body).toEqual({
    topic: { source: 'text', value: 'Emergency call', webUrl },
    activityType: 'emergencyCall',
    previewText: { content: 'x'.repeat(150) },
    templateParameters: [{ name: 'agent', value: 'Anna' }],
  });
});

test('a drill says that it is one, and both sentences stand in the manifest', async () => {
  await tell();
  await tell({ isDrill: true });
  const types = stage.double.received.map(
    ({ body }) => (body as { readonly activityType: string }).activityType,
  );
  expect(types).toEqual(['emergencyCall', 'emergencyDrill']);
  const manifest = JSON.parse(await readFile('appPackage/manifest.json', 'utf8')) as {
    readonly activities: { readonly activityTypes: readonly Record<string, string>[] };
  };
  const { activityTypes } = manifest.activities;
  expect(activityTypes.map(({ type }) => type)).toEqual(types);
  expect(activityTypes.every(({ templateText }) => templateText?.includes('{agent}'))).toBe(true);
});

test('it does not apply to people outside the directory, and is not asked for', async () => {
  stage.people.add('carla', null);
  expect(await tell()).toEqual({ kind: 'does-not-apply', because: 'outside' });
  expect(stage.double.received).toEqual([]);
});

test.each([
  [404, 'The Teams app is not installed for the recipient.'],
  [
    403,
    "Application with AAD App Id 'a' is not authorized to generate custom text notifications. " +
      'Ensure that the expected Teams app is installed in the target scope.',
  ],
])('it does not apply to people without the app (%i)', async (status, message) => {
  stage.double.react = () => refusal(status, message);
  expect(await tell()).toEqual({ kind: 'does-not-apply', because: 'no-app' });
});

test('without consent it has failed, and the permission is named', async () => {
  stage.double.react = () => refusal(403, 'Missing role permissions on the request.');
  expect(await tell()).toMatchObject({
    kind: 'failed',
    cause: expect.stringMatching(/403.*TeamsActivity\.Send/),
  });
});

test('what Graph says about the recipient is not kept', async () => {
  stage.double.react = () => refusal(400, 'carla@contoso.example is a wrong recipient');
  expect(JSON.stringify(await tell())).not.toContain('carla');
});

test('nothing is told where nothing is written', async () => {
  expect(await tell({}, null)).toEqual({ kind: 'does-not-apply', because: 'no-feed' });
  expect(stage.double.received).toEqual([]);
});
