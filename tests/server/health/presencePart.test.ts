/** Whether presence is known well enough to serve calls, as /readyz tells it. */
import { describe, expect, test } from '@jest/globals';
import {
  asId,
  type Configuration,
  type ConfigurationDraft,
  type GroupId,
  type PersonId,
  validateConfiguration,
} from '@rufwerk/engine/core';
import { presencePart } from '../../../src/server/health/presencePart.ts';
import { neverPolled } from '../stage/neverPolled.ts';

const TEAM = '62f71da5-6619-421a-ad5f-b6846140abc8';
const BEN = asId<PersonId>('ben');
const skills = [{ skill: 'french', minimum: 50 }];

const ERROR = { at: 5_000, cause: 'Microsoft Graph answered 503', mend: null };
const read = { ...neverPolled, people: 2, blocks: 1, lastSuccessAt: 9_000 };

type Service = NonNullable<ConfigurationDraft['services']>[number];

function configurationOf(
  service: Partial<Service>,
  agents: ConfigurationDraft['agents'] = [],
): Configuration {
  const named = { id: 'it-helpdesk', name: 'IT Helpdesk', resourceAccount: 'account', ...service };
  const result = validateConfiguration({ services: [named], agents });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.configuration;
}

function inForce(configuration: Configuration, members: readonly PersonId[] | null = null) {
  const groups = new Map<GroupId, readonly PersonId[]>();
  if (members !== null) groups.set(asId(TEAM), members);
  return { version: 1, configuration, groups };
}

const looked = { wasLookedUp: () => true };
const notLooked = { wasLookedUp: () => false };

const byTeam = configurationOf({ responsibility: { team: TEAM } });
const byList = configurationOf({ agents: [BEN] });

describe('a service that somebody could serve needs presence', () => {
  test.each([
    ['a list', inForce(byList)],
    ['a team', inForce(byTeam, [BEN])],
    [
      'skills',
      inForce(
        configurationOf({ responsibility: { by: 'skills', skills } }, [
          { id: BEN, skills: [{ skill: 'french', level: 70 }] },
        ]),
      ),
    ],
    [
      'people of a later level',
      inForce(
        configurationOf({ responsibility: { levels: [{ afterSeconds: 30, agents: [BEN] }] } }),
      ),
    ],
    [
      'skills of a later level',
      inForce(
        configurationOf(
          {
            responsibility: {
              ...{ by: 'skills', skills: [{ skill: 'french', minimum: 90 }] },
              levels: [{ afterSeconds: 30, skills }],
            },
          },
          [{ id: BEN, skills: [{ skill: 'french', level: 70 }] }],
        ),
      ),
    ],
  ])('by %s: it is not ready before somebody was read', (_, service) => {
    expect(presencePart(service, neverPolled, looked)).toEqual({
      ...{ part: 'presence', ready: false },
      detail: 'not everybody’s presence has been read yet',
    });
    expect(presencePart(service, read, looked)).toMatchObject({ ready: true });
  });

  test('by a team of whom nobody was told yet: it is not ready before they were looked up', () => {
    const [unread, empty] = [inForce(byTeam), inForce(byTeam, [])];
    expect(presencePart(unread, neverPolled, notLooked)).toMatchObject({
      ...{ ready: false, detail: 'the people of a team have not been read yet' },
    });
    // Whatever the directory said: calls are not kept waiting for a team that cannot be read.
    expect(presencePart(unread, neverPolled, looked)).toMatchObject({ ready: true });
    expect(presencePart(empty, neverPolled, notLooked)).toMatchObject({ ready: true });
  });

  test.each([
    ['announces only', inForce(configurationOf({ responsibility: { by: 'nobody', team: TEAM } }))],
    [
      'has nobody with its skills',
      inForce(configurationOf({ responsibility: { by: 'skills', skills } })),
    ],
  ])('one that %s needs none', (_, service) => {
    expect(presencePart(service, neverPolled, notLooked)).toMatchObject({ ready: true });
  });

  test('before the first configuration nothing is ready', () => {
    const nothing = { version: 0, configuration: null, groups: new Map<GroupId, PersonId[]>() };
    expect(presencePart(nothing, neverPolled, looked)).toMatchObject({ ready: false });
  });
});

describe('an error of reading presence', () => {
  const partOf = (lastSuccessAt: number | null) =>
    presencePart(inForce(byList), { ...read, lastSuccessAt, lastError: ERROR }, looked);

  test('is told, and is known: calls are served under the rules about old presence', () => {
    for (const lastSuccessAt of [null, 4_000]) {
      expect(partOf(lastSuccessAt)).toMatchObject({ ready: true, detail: ERROR.cause });
    }
  });

  test('is told no more once everybody has been read since', () => {
    expect(partOf(5_001)).toEqual({ part: 'presence', ready: true, detail: '2 people are read' });
  });
});
