/** The card in the chat and the tab are read side by side: they use the same words. */
import { describe, expect, test } from '@jest/globals';
import { emergencyDe } from '../../../src/bot/words/emergency/de.ts';
import { emergencyEn } from '../../../src/bot/words/emergency/en.ts';
import { de } from '../../../src/bot/words/de.ts';
import { emergencyWords as tabDe } from '../../../src/tab/language/de/emergency.ts';
import { emergencyWords as tabEn } from '../../../src/tab/language/en/emergency.ts';

describe('an emergency is told in the same words on the card and in the tab', () => {
  test.each([
    ['English', emergencyEn, tabEn.emergency],
    ['German', emergencyDe, tabDe.emergency],
  ] as const)('its buttons and the mail in %s', (_, card, tab) => {
    const { buttonOver, buttonGoesOn, buttonReady, channels } = card;
    expect([buttonOver, buttonGoesOn, buttonReady, channels.mail]).toEqual([
      ...[tab.over, tab.goesOn, tab.window.ready, tab.channel.mail],
    ]);
  });

  test('the emergency service and the voicemail have one German name each', () => {
    const words = Object.values({ ...de, ...emergencyDe })
      .flatMap(spoken)
      .join('\n');
    expect(words).toContain('Notrufzentrale');
    expect(words).not.toMatch(/Notrufdienst|Voicemail|Gespräch geht weiter|Notruf ist (schon )?be/);
  });
});

/** A text, those of a group, or what a sentence makes of any names. */
function spoken(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return [String(words)];
  return words !== null && typeof words === 'object' ? Object.values(words).flatMap(spoken) : [];
}
