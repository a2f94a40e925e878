/** A location reaches the cards once it is stored, and leaves them once it is forgotten. */
import { beforeEach, expect, test } from '@jest/globals';
import { asId, type PersonId } from '@rufwerk/engine/core';
import type { EmergencyPlace, EmergencyPlaces } from '@rufwerk/engine/ports';
import { toldPlaces } from '../../../src/server/emergencies/toldPlaces.ts';
import { settled } from '../../engine/graph/playedClock.ts';
import { RecordedLog } from '../../engine/graph/recordedLog.ts';

const anna = asId<PersonId>('anna');
const place = { line: 'Hauptstrasse 1, Bern, 3rd floor' };

let stored: Map<PersonId, EmergencyPlace>;
/** What stood in the store each time that the cards were told. */
let seen: (string | null)[];
let log: RecordedLog;
let places: EmergencyPlaces;
let tellCards: () => Promise<void>;

beforeEach(() => {
  stored = new Map();
  seen = [];
  log = new RecordedLog();
  tellCards = () => Promise.resolve();
  const store: EmergencyPlaces = {
    put: (agentId, told) => Promise.resolve(void stored.set(agentId, told)),
    get: (agentId) => Promise.resolve(stored.get(agentId) ?? null),
    forget: (agentId) => Promise.resolve(void stored.delete(agentId)),
    held: () => Promise.resolve([...stored.keys()]),
  };
  const cards = {
    placeTold: (agentId: PersonId) => {
      seen.push(stored.get(agentId)?.line ?? null);
      return tellCards();
    },
  };
  places = toldPlaces({ places: store, cards, log });
});

test('DEC-9: cards are told of a location that came, and of one that went', async () => {
  await places.put(anna, place);
  expect(await places.held()).toEqual([anna]);
  expect(await places.get(anna)).toEqual(place);
  await places.forget(anna);
  expect(seen).toEqual([place.line, null]);
});

test('a chat service that hangs or fails keeps no location from being stored or forgotten', async () => {
  tellCards = () => new Promise(() => undefined);
  await places.put(anna, place);
  tellCards = () => Promise.reject(new Error('Teams answered 503'));
  await places.forget(anna);
  await settled();
  expect(stored.size).toBe(0);
  expect(JSON.stringify(log.lines)).not.toContain('Hauptstrasse');
  expect(log.lines).toMatchObject([{ level: 'warn' }]);
});
