import { describe, expect, test } from '@jest/globals';
import { insertAt } from '../../../../src/tab/setUp/emergency/insertAt.ts';

describe('the editor of the emergency mail', () => {
  test('puts a variable where the caret is, and the caret behind it', () => {
    expect(insertAt('Help for .', 'agent', { start: 9, end: 9 })).toEqual({
      text: 'Help for {{agent}}.',
      caret: 18,
    });
  });

  test('puts a variable in the place of what is selected', () => {
    expect(insertAt('Help for her.', 'agent', { start: 9, end: 12 }).text).toBe(
      'Help for {{agent}}.',
    );
  });
});
