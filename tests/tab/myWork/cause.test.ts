import { beforeAll, describe, expect, test } from '@jest/globals';
import type { MyWork, RoutingState } from '@rufwerk/engine/api';
import { DUTY_REASONS } from '@rufwerk/engine/core';
import i18next from 'i18next';
import { createFormats } from '../../../src/tab/language/formats.ts';
import { type Language, startLanguage } from '../../../src/tab/language/language.ts';
import { causeSentence, type CauseWords } from '../../../src/tab/myWork/cause.ts';
import { annasWork, NOW } from '../contoso.ts';

beforeAll(async () => {
  Object.assign(globalThis, { document: { documentElement: { lang: '' } } });
  await startLanguage('en');
});

function words(language: Language): CauseWords {
  const say = i18next.getFixedT(language);
  return {
    language,
    say: (key, values) => say(key, { ...values }),
    formats: { ...createFormats(language), time: () => '10:15' },
  };
}

function work(state: RoutingState, part: Partial<MyWork> = {}): MyWork {
  return { ...annasWork, state, until: new Date(NOW + 180_000).toISOString(), ...part };
}

describe('the cause of a state', () => {
  test('NIM-21: who is Busy reads that the service does not ring Busy people', () => {
    expect(causeSentence(work('not-offered'), words('en'))).toBe(
      'You are not offered calls: Teams shows Busy, the service does not ring these people.',
    );
    expect(causeSentence(work('not-offered'), words('de'))).toBe(
      'Ihnen werden keine Anrufe zugestellt: Teams zeigt Beschäftigt, der Service stellt dann ' +
        'nicht zu.',
    );
  });

  test('who is ready and of a later level only reads that no call comes yet, and why', () => {
    const [helpdesk] = annasWork.services;
    if (helpdesk === undefined) throw new Error('A service expected.');
    const reason = { code: 'level-not-reached', level: 1, fromAt: NOW } as const;
    const ready = work('ready', { services: [{ ...helpdesk, reason }] });
    expect(causeSentence(ready, words('en'))).toBe(
      'You are ready, but no call comes to you yet. IT Helpdesk: is rung from level 1 on, when ' +
        'the call has waited longer, from 10:15 on.',
    );
    expect(causeSentence(ready, words('de'))).toMatch(/^Sie sind bereit, aber noch kommt kein/);
  });

  test('who is ready reads whose calls can come, and only of services that would ring', () => {
    const [helpdesk, claims] = annasWork.services;
    if (helpdesk === undefined || claims === undefined) throw new Error('Two services expected.');
    const services = [{ ...helpdesk, reason: null }, claims];
    expect(causeSentence(work('ready', { services }), words('en'))).toBe(
      'You can be offered calls of IT Helpdesk.',
    );
  });

  test.each([
    ['missed', 'You did not answer a call, so you are left in peace until 10:15.'],
    ['declined', 'You declined a call, so you are left in peace until 10:15.'],
  ] as const)('NIMx-02: a pause says what it follows: %s', (cause, sentence) => {
    const reason = { code: 'paused', cause, sinceAt: NOW, untilAt: NOW } as const;
    const services = annasWork.services.map((service) => ({ ...service, reason }));
    expect(causeSentence(work('paused', { services }), words('en'))).toBe(sentence);
  });

  test('NIMx-02: whoever was set off duty reads why, and whoever went only how to come back', () => {
    const offDuty = (reasonCode: number | null, language: Language) => {
      const reason = { code: 'off-duty', sinceAt: NOW, reasonCode, misses: 2 } as const;
      const services = annasWork.services.map((service) => ({ ...service, reason }));
      return causeSentence(work('off-duty', { services }), words(language));
    };
    expect(offDuty(DUTY_REASONS.MISSED_OFFERS, 'en')).toBe(
      'You are not on duty: set off duty after 2 missed offers. Switch on duty to be offered calls.',
    );
    expect(offDuty(DUTY_REASONS.MISSED_OFFERS, 'de')).toContain(
      'nach 2 nicht angenommenen Anrufen abgemeldet',
    );
    expect(offDuty(DUTY_REASONS.BY_A_SUPERVISOR, 'en')).toContain('by a supervisor');
    for (const code of [null, DUTY_REASONS.BY_THE_PERSON]) {
      expect(offDuty(code, 'en')).toBe('You are off duty. Switch on duty to be offered calls.');
    }
  });

  test.each<RoutingState>([
    'off-duty',
    'ready',
    'not-offered',
    'confirming',
    'held',
    'ringing',
    'in-a-call',
    'after-call-work',
    'paused',
  ])('there is a sentence without gaps for %s, in both languages', (state) => {
    for (const language of ['en', 'de'] as const) {
      const sentence = causeSentence(work(state), words(language));
      expect(sentence).toMatch(/^[A-ZÄÖÜ].*\.$/);
      expect(sentence).not.toMatch(/\{\{|myWork\./);
    }
  });
});
