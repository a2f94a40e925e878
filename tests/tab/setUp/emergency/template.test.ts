import { describe, expect, test } from '@jest/globals';
import { builtInMail } from '../../../../src/server/emergencies/mail/builtIn.ts';
import { MAIL_VARIABLES } from '../../../../src/server/emergencies/mail/template.ts';
import { insertAt } from '../../../../src/tab/setUp/emergency/insertAt.ts';
import {
  startingTemplate,
  VARIABLES,
} from '../../../../src/tab/setUp/emergency/startingTemplate.ts';

describe('the editor of the emergency mail', () => {
  test('EMG-21: begins with the mail that the server sends, and knows its variables', () => {
    expect(startingTemplate).toEqual(builtInMail);
    expect(VARIABLES).toEqual(MAIL_VARIABLES);
  });

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
