import { expect, test } from '@jest/globals';
import { consentAddress, readConsentAnswer } from '../../../src/tab/session/authorization.ts';

test('the question for consent asks for a code that nobody redeems, never for a token', () => {
  const address = new URL(
    consentAddress({
      clientId: 'app',
      scope: 'User.Read',
      loginHint: 'anna.agent@contoso.example',
      redirectUri: 'https://rufwerk.example/tab/auth-end.html',
      state: 'state',
      codeChallenge: 'challenge',
    }),
  );
  expect(address.origin).toBe('https://login.microsoftonline.com');
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    response_type: 'code',
    scope: 'openid User.Read',
    state: 'state',
    code_challenge_method: 'S256',
    login_hint: 'anna.agent@contoso.example',
  });
});

test.each([
  ['state=mine&code=x', true],
  ['state=foreign&code=x', false],
  ['code=x', false],
  ['state=mine&error=access_denied', false],
])('Entra’s answer "%s" means granted: %s', (query, granted) => {
  expect(readConsentAnswer(new URLSearchParams(query), 'mine').granted).toBe(granted);
});

test('an answer without a question is not taken', () => {
  expect(readConsentAnswer(new URLSearchParams('state=&code=x'), null).granted).toBe(false);
});
