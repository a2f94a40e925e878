import { describe, expect, test } from '@jest/globals';
import { emergencyEventOf } from '../../../../src/engine/graph/emergencies/emergencyEvent.ts';
import { Chance } from '../notifications/fuzzedBodies.ts';
import { DIALLED, flatEvent, OWN_NUMBER, wrappedEvent } from './documentedEvent.ts';

const read = (value: unknown) => emergencyEventOf(JSON.stringify(value), null);
const placeOf = (location: unknown) => read(flatEvent({ location }))?.place;

describe('an emergency call event', () => {
  test.each([
    ['flat', flatEvent],
    ['wrapped', wrappedEvent],
  ])('EMG-17, DEC-9: is read in its %s form, without any number', (_form, event) => {
    const told = read(event());
    expect(told).toEqual({
      id: '11111111-0000-0000-0000-000000000000',
      type: 'callStarted',
      at: Date.UTC(2026, 10, 23, 8, 59, 58, 123),
      userPrincipalName: 'Anna@Contoso.example',
      place: {
        line:
          'Contoso, Third floor, Room 700, 725 Microsoft Way NE, ' +
          '98052 Redmond, WA, United States',
        ...{ latitude: 47.64, longitude: -122.13 },
      },
    });
    expect(JSON.stringify(told)).not.toMatch(new RegExp(`${DIALLED}|${OWN_NUMBER}`));
  });

  test('takes its id from beside the content, where it is not inside', () => {
    const without = { ...flatEvent(), id: undefined };
    expect(emergencyEventOf(JSON.stringify(without), 'beside')?.id).toBe('beside');
    expect(read(without)?.id).toBeNull();
  });

  test.each([['{}'], ['[]'], ['null'], ['"callStarted"'], ['no JSON'], ['{"callEventType":7}']])(
    'is not %s',
    (text) => {
      expect(emergencyEventOf(text, null)).toBeNull();
    },
  );

  test('without a caller, an instant or a location is read as far as it goes', () => {
    const bare = read({ callEventType: 'callEnded' });
    expect(bare).toMatchObject({ type: 'callEnded', at: null, userPrincipalName: null });
    const odd = read(flatEvent({ event: { eventDateTime: 'soon', callerInfo: 'Anna' } }));
    expect(odd).toMatchObject({ at: null, userPrincipalName: null, place: null });
  });
});

describe('a place', () => {
  test('is one line that somebody can read out, nothing twice and nothing that steers', () => {
    const place = placeOf({
      displayName: 'Contoso \u202ebranch\n',
      address: {
        street: 'Bahnhofstrasse 1',
        city: 'Zürich',
        state: 'Zürich',
        postalCode: '8001',
        additionalData: { companyName: 'Contoso branch' },
      },
    });
    expect(place).toEqual({ line: 'Contoso branch, Bahnhofstrasse 1, 8001 Zürich, Zürich' });
  });

  test('may be coordinates alone, as numbers or as texts', () => {
    const coordinates = { latitude: 47, longitude: '8.5' };
    expect(placeOf({ coordinates })).toEqual({ line: '', latitude: 47, longitude: 8.5 });
  });

  test.each([
    [{ latitude: 91, longitude: 0 }],
    [{ latitude: 'x', longitude: 0 }],
    [{ latitude: '', longitude: '' }],
    [{ latitude: 47 }],
    ['47, 8'],
  ])('has no coordinates where they are none: %j', (coordinates) => {
    expect(placeOf({ displayName: 'Hall', coordinates })).toEqual({ line: 'Hall' });
  });

  test('is bounded, and nothing where nothing is told', () => {
    const address = { street: 'x'.repeat(5_000), city: 'y'.repeat(5_000), state: 'z'.repeat(900) };
    expect(placeOf({ address })?.line.length).toBeLessThanOrEqual(500);
    for (const nothing of [null, {}, 'here', { address: 7 }, { address: {} }]) {
      expect(placeOf(nothing)).toBeNull();
    }
  });
});

test('5 000 distorted events: none breaks anything, and no number comes through', () => {
  const chance = new Chance(20_261_121);
  const simple = [true, -1, 1e308, '', '\ud800', [], {}, 'x'.repeat(2_000), undefined] as const;
  const forms = [JSON.stringify(flatEvent()), JSON.stringify(wrappedEvent())] as const;
  for (let count = 0; count < 5_000; count += 1) {
    const event = JSON.parse(chance.one(forms)) as object;
    distort(event, chance, chance.one<unknown>([null, ...simple]));
    const told = JSON.stringify(read(event));
    expect(told.includes(DIALLED) || told.includes(OWN_NUMBER)).toBe(false);
  }
});

/** Puts the odd value in the place of one of the values, somewhere in the depth. */
function distort(whole: object, chance: Chance, odd: unknown): void {
  let at: object = whole;
  for (;;) {
    const keys = Object.keys(at);
    const key = keys[chance.below(Math.max(1, keys.length))];
    if (key === undefined) return;
    const inner: unknown = Reflect.get(at, key);
    if (typeof inner === 'object' && inner !== null && chance.below(5) > 0) at = inner;
    else {
      Reflect.set(at, key, odd);
      return;
    }
  }
}
