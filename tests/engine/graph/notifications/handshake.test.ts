import { expect, test } from '@jest/globals';
import { readHandshake } from '../../../../src/engine/graph/notifications/handshake.ts';

test('Graph gets its token back, decoded', () => {
  const token = 'Validation: Testing client application reachability for Request-Id: 1b2+c';
  const url = `/api/notifications?validationToken=${encodeURIComponent(token)}`;
  expect(readHandshake(url)).toEqual({ kind: 'answer', text: token });
  expect(readHandshake('/api/notifications?validationToken=a+b')).toMatchObject({ text: 'a b' });
});

test('a post without a token is no handshake', () => {
  expect(readHandshake('/api/notifications')).toEqual({ kind: 'none' });
  expect(readHandshake('/api/notifications?other=1')).toEqual({ kind: 'none' });
});

test('what a browser would run comes back as words', () => {
  const url = `/api/notifications?validationToken=${encodeURIComponent(`<b a="1">&'`)}`;
  expect(readHandshake(url)).toMatchObject({ text: '&lt;b a=&quot;1&quot;&gt;&amp;&#39;' });
});

test.each(['', 'x'.repeat(1_025), 'a%0d%0aset-cookie:b', '%00'])('%p is no token', (token) => {
  expect(readHandshake(`/api/notifications?validationToken=${token}`)).toEqual({ kind: 'refused' });
});
