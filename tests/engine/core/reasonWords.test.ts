/** The sentences of reasons tell what was compared, how old it was, and until when it holds. */
import { describe, expect, test } from '@jest/globals';
import { DUTY_REASONS, type Language, type Reason, reasonText } from '@rufwerk/engine/core';
import { reasonsAgainst } from '../../../src/engine/core/distribution/eligibility.ts';
import { letsRing, opened } from './helpDesk.ts';

const told = { timeOf: () => '10:15', dayAndTimeOf: () => 'Monday, 09:00', withAge: true };

const SENTENCES: readonly (readonly [Reason, Record<Language, string>])[] = [
  [
    { code: 'paused', cause: 'declined', sinceAt: 0, untilAt: 1 },
    {
      en: 'pause after a declined offer, until 10:15',
      de: 'Sperrzeit nach einem abgelehnten Anruf, bis 10:15',
    },
  ],
  [
    { code: 'after-call-work', untilAt: 1 },
    { en: 'after-call work, until 10:15', de: 'Nachbearbeitung, bis 10:15' },
  ],
  [
    { code: 'others-first', cause: 'preferred', untilAt: 1 },
    {
      en: 'preferred people are rung first, until 10:15',
      de: 'bevorzugte Personen werden zuerst gerufen, bis 10:15',
    },
  ],
  [
    { code: 'level-not-reached', level: 1, fromAt: 1 },
    {
      en: 'is rung from level 1 on, when the call has waited longer, from 10:15 on',
      de: 'wird erst ab Stufe 1 gerufen, wenn der Anruf länger gewartet hat, ab 10:15',
    },
  ],
  [
    { code: 'in-a-call', activity: 'InACall', ageMs: 12_400 },
    {
      en: 'in a call in Teams (InACall), seen 12 s ago',
      de: 'in Teams im Gespräch (InACall), vor 12 s gesehen',
    },
  ],
  [
    { code: 'busy-while-degraded', ageMs: 70_000, limitMs: 60_000 },
    {
      en:
        'Busy, and it cannot be seen whether in a call: ' +
        'the service trusts an activity for 60 s, seen 70 s ago',
      de:
        'Beschäftigt, und es ist nicht sichtbar, ob im Gespräch: ' +
        'der Service vertraut einer Aktivität 60 s lang, vor 70 s gesehen',
    },
  ],
  [
    { code: 'busy-while-degraded', ageMs: 2_000, limitMs: null },
    {
      en:
        'Busy, and it cannot be seen whether in a call: the source shows no calls, ' +
        'seen 2 s ago',
      de:
        'Beschäftigt, und es ist nicht sichtbar, ob im Gespräch: ' +
        'die Quelle zeigt keine Gespräche, vor 2 s gesehen',
    },
  ],
  [
    { code: 'off-duty', sinceAt: 0, reasonCode: DUTY_REASONS.MISSED_OFFERS, misses: 1 },
    {
      en: 'set off duty after a missed offer, since Monday, 09:00',
      de: 'nach einem nicht angenommenen Anruf abgemeldet, seit Monday, 09:00',
    },
  ],
  [
    { code: 'on-break', reasonCode: 100, sinceAt: 0 },
    { en: 'on a break, since 10:15', de: 'in der Pause, seit 10:15' },
  ],
  [
    { code: 'ringing', sinceAt: 0 },
    {
      en: 'another call is ringing, since 10:15',
      de: 'ein anderer Anruf wird zugestellt, seit 10:15',
    },
  ],
  [
    { code: 'in-our-call', sinceAt: 0 },
    { en: 'in a call of a service, since 10:15', de: 'im Gespräch eines Service, seit 10:15' },
  ],
];

test.each(SENTENCES)('$code is told whole', (reason, sentence) => {
  expect(reasonText(reason, 'en', told)).toBe(sentence.en);
  expect(reasonText(reason, 'de', told)).toBe(sentence.de);
});

test('NIMx-04: levels bear the numbers of Set-up: the first step of widening is level 1', () => {
  const levels = [20, 45].map((afterSeconds, step) => ({ afterSeconds, agents: [`step-${step}`] }));
  const tenant = opened({ agents: ['a'], responsibility: { levels } });
  tenant.duty('a', false);
  tenant.waits('call-1');
  const [service] = tenant.state.services.values();
  const task = tenant.task('call-1');
  if (service === undefined || task === undefined) throw new Error('A call of a service waits.');
  const told = ['step-0', 'step-1'].flatMap((name) =>
    reasonsAgainst(tenant.state, tenant.agent(name), service, task, tenant.now).map((reason) =>
      reasonText(reason, 'de'),
    ),
  );
  expect(told).toEqual([
    'wird erst ab Stufe 1 gerufen, wenn der Anruf länger gewartet hat',
    'wird erst ab Stufe 2 gerufen, wenn der Anruf länger gewartet hat',
  ]);
});

test('off duty may be of days ago: a time without its day is not told', () => {
  const reason: Reason = { code: 'off-duty', sinceAt: 0, reasonCode: null, misses: 0 };
  expect(reasonText(reason, 'en', { timeOf: () => '10:15' })).toBe('off duty');
});

test('a screen that stays open tells no age, and without a clock no instant is told', () => {
  for (const [reason] of SENTENCES) {
    expect(reasonText(reason, 'en')).not.toMatch(/until|ago|since/);
  }
});

test('a break is called by its name, where it still has one', () => {
  const reason = { code: 'on-break', reasonCode: 100, sinceAt: 0 } as const;
  const breakNameOf = (code: number) => (code === 100 ? 'Lunch' : null);
  expect(reasonText(reason, 'en', { breakNameOf })).toBe('on a break (Lunch)');
  expect(reasonText(reason, 'de', { breakNameOf })).toBe('in der Pause («Lunch»)');
  expect(reasonText({ ...reason, reasonCode: 101 }, 'en', { breakNameOf })).toBe('on a break');
});

describe('NIMx-02: the numbered reason of going off duty', () => {
  test('says how many offers were missed, until the next duty', () => {
    const tenant = opened({
      agents: ['a'],
      offers: { offDutyAfterMisses: 2, pauseAfterMissedSeconds: 0 },
    });
    const reasonOf = () => {
      const [service] = tenant.state.services.values();
      if (service === undefined) throw new Error('There is one service.');
      return reasonsAgainst(tenant.state, tenant.agent('a'), service, null, tenant.now)[0];
    };
    tenant.waits('call-1');
    letsRing(tenant);
    letsRing(tenant);
    expect(reasonOf()).toMatchObject({
      ...{ code: 'off-duty', reasonCode: DUTY_REASONS.MISSED_OFFERS, misses: 2 },
    });
    tenant.duty('a', true);
    expect(tenant.agent('a').missesInARow).toBe(0);
    tenant.duty('a', false);
    expect(reasonOf()).toMatchObject({ reasonCode: DUTY_REASONS.BY_THE_PERSON, misses: 0 });
  });
});
