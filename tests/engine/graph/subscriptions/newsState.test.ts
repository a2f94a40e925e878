import { describe, expect, test } from '@jest/globals';
import { jointNewsState, newsState } from '../../../../src/engine/graph/subscriptions/newsState.ts';

const NOW = 1_000_000_000;
const ago = (seconds: number): number => NOW - seconds * 1_000;

describe('a source that is subscribed to', () => {
  test.each([
    [299, 'online'],
    [300, 'online'],
    [301, 'connected'],
  ] as const)('AHB-63, AHB-64, AHB-66, DEC-16: with news %i s ago is %s', (seconds, state) => {
    expect(newsState(true, ago(seconds), NOW)).toBe(state);
  });

  test('DEC-16: a millisecond more than 300 s is too old', () => {
    expect(newsState(true, ago(300) - 1, NOW)).toBe('connected');
  });

  test('AHB-61: is connected before its first news', () => {
    expect(newsState(true, null, NOW)).toBe('connected');
  });

  test('AHB-65: is offline when it is subscribed no more, however recent its news are', () => {
    expect(newsState(false, NOW, NOW)).toBe('offline');
  });
});

describe('all sources together', () => {
  test('AHB-66: one that is silent for too long is enough to leave online', () => {
    expect(jointNewsState(['online', 'online'])).toBe('online');
    expect(jointNewsState(['online', 'connected'])).toBe('connected');
  });

  test('AHB-65: one that stands by does not count, and without any they are offline', () => {
    expect(jointNewsState(['offline', 'online'])).toBe('online');
    expect(jointNewsState(['offline', 'offline'])).toBe('offline');
    expect(jointNewsState([])).toBe('offline');
  });
});
