import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { configurationOutcomeSchema } from '@rufwerk/engine/api';
import { contosoFile, upn } from '../stage/contoso.ts';
import { Stage } from '../stage/stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

/** What is said of `administrators` before the file is put in force. */
async function warned(
  administrators: readonly string[],
  claims: Parameters<Stage['token']>[1] = {},
  language = 'en',
): Promise<string[]> {
  const { body } = await stage.send('/api/v1/configuration?preview=true', {
    method: 'PUT',
    body: { ...contosoFile, administrators },
    headers: {
      authorization: `Bearer ${await stage.token('admin', claims)}`,
      'accept-language': language,
    },
  });
  const { warnings } = configurationOutcomeSchema.parse(body);
  return warnings.filter(({ field }) => field === 'administrators').map(({ rule }) => rule);
}

describe('administrators who would lock themselves out are warned', () => {
  test('when another takes their place', async () => {
    const [rule = ''] = await warned([upn('sam.supervisor')]);
    expect(rule).toContain('You are not among them');
  });

  test('when nobody is named any more, in German too', async () => {
    expect((await warned([]))[0]).toContain('only the app role Administrator');
    expect((await warned([], {}, 'de'))[0]).toContain('Nur die App-Rolle Administrator');
  });

  test('not while they are named, in whatever capitals', async () => {
    expect(await warned([upn('admin').toUpperCase()])).toEqual([]);
  });

  test('not when Microsoft Entra gives them the role', async () => {
    expect(await warned([], { roles: ['Administrator'] })).toEqual([]);
  });
});
