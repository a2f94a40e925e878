import { describe, expect, test } from '@jest/globals';
import {
  type EffectivePresence,
  type Fidelity,
  presenceReason,
  presenceRuleSchema,
} from '@rufwerk/engine/core';

const rule = (settings: object) => presenceRuleSchema.parse(settings);

const seen = (
  availability: string,
  activity: string,
  fidelity: Fidelity = 'activity',
  ageMs = 0,
): EffectivePresence => ({ availability, activity, fidelity, ageMs, source: 'graph-poll' });

const offered = (presence: EffectivePresence | null, settings: object): boolean =>
  presenceReason(presence, rule(settings)) === null;

const EVERY_SETTING = [true, false].flatMap((busy) =>
  [true, false].flatMap((away) =>
    [true, false].map((busyWhileDegraded) => ({ busy, away, busyWhileDegraded })),
  ),
);
const BOTH_VIEWS: readonly Fidelity[] = ['activity', 'availability'];

describe('the truth table of whom to ring', () => {
  test('NIM-20 NIM-22 row 1: Available is offered calls whatever the switches say', () => {
    for (const settings of EVERY_SETTING) {
      for (const view of BOTH_VIEWS) {
        expect(offered(seen('Available', 'Available', view), settings)).toBe(true);
        expect(offered(seen('AvailableIdle', 'Available', view), settings)).toBe(true);
      }
    }
  });

  test('DEC-1 row 11: do not disturb rings nowhere, whatever stands beside it', () => {
    const activities = ['DoNotDisturb', 'Focusing', 'UrgentInterruptionsOnly', 'Presenting'];
    for (const settings of EVERY_SETTING) {
      for (const availability of ['Available', 'Busy', 'Away', 'DoNotDisturb']) {
        for (const activity of activities) {
          expect(offered(seen(availability, activity), settings)).toBe(false);
        }
      }
    }
  });

  test('DEC-1: nobody rings who shows Off work, or an unknown presence, as activity', () => {
    for (const settings of EVERY_SETTING) {
      for (const activity of ['OffWork', 'Offline', 'PresenceUnknown']) {
        expect(offered(seen('Available', activity), settings)).toBe(false);
        expect(offered(seen('Busy', activity), settings)).toBe(false);
      }
    }
  });

  test('NIM-09: a value that names what every object has is as unknown as any other', () => {
    for (const value of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      const reason = presenceReason(seen('Available', value), rule({}));
      expect(reason).toEqual({ code: 'presence-value-unknown', value });
      expect(presenceReason(seen(value, value), rule({}))?.code).toBe('presence-value-unknown');
    }
  });

  test('NIM-11 row 2: available while out of office counts as Available', () => {
    for (const settings of EVERY_SETTING) {
      expect(offered(seen('Available', 'OutOfOffice'), settings)).toBe(true);
      expect(offered(seen('Available', 'Available + OOF'), settings)).toBe(true);
    }
  });

  test('NIM-23 DEC-3 row 3 and 5: with availability alone Busy is offered only when both switches say so', () => {
    const busy = seen('Busy', '', 'availability');
    expect(offered(busy, { busy: true, busyWhileDegraded: true })).toBe(true);
    const reason = { code: 'busy-while-degraded', ageMs: busy.ageMs, limitMs: null };
    expect(presenceReason(busy, rule({ busy: true }))).toEqual(reason);
  });

  test('NIM-25 NIM-26 row 4 and 6: with availability alone Busy is not offered when Busy is off', () => {
    const busy = seen('Busy', '', 'availability');
    expect(offered(busy, { busy: false, busyWhileDegraded: true })).toBe(false);
  });

  test('NIM-27 NIM-29 row 7: a member view offers calls to who is Busy by hand or calendar', () => {
    expect(offered(seen('Busy', 'Busy'), { busy: true })).toBe(true);
    expect(offered(seen('BusyIdle', 'Busy'), { busy: true })).toBe(true);
  });

  test('NIM-28 NIM-44 row 8: nobody in a call is ever offered one, in any spelling', () => {
    const inACall = [
      'InACall',
      'inACall',
      'INACALL',
      'In a call',
      'InAConferenceCall',
      'InACall + OOF',
      'InAConferenceCall, OutOfOffice',
    ];
    for (const settings of EVERY_SETTING) {
      for (const activity of inACall) {
        expect(
          presenceReason(seen('Busy', activity), rule({ ...settings, busy: true }))?.code,
        ).toBe('in-a-call');
        expect(offered(seen('Available', activity), settings)).toBe(false);
      }
      expect(offered(seen('inACall', 'inACall'), settings)).toBe(false);
    }
  });

  test('NIM-29 DEC-2 row 9: a calendar meeting is offered, unless the service blocks conversations', () => {
    const meeting = seen('Busy', 'InAMeeting');
    expect(offered(meeting, { busy: true })).toBe(true);
    const strict = rule({ busy: true, blockingActivities: 'in-a-conversation' });
    expect(presenceReason(meeting, strict)?.code).toBe('in-a-meeting');
  });

  test('NIM-21 row 10: any Busy is refused when Busy is off', () => {
    for (const activity of ['Busy', 'InAMeeting', 'InACall']) {
      expect(offered(seen('Busy', activity), { busy: false })).toBe(false);
    }
  });

  test('NIM-20 NIM-12 row 11: Do not disturb, Presenting and Focusing are never offered', () => {
    for (const settings of EVERY_SETTING) {
      for (const view of BOTH_VIEWS) {
        for (const value of ['DoNotDisturb', 'Presenting', 'Focusing', 'UrgentInterruptionsOnly']) {
          expect(offered(seen('DoNotDisturb', value, view), settings)).toBe(false);
          expect(offered(seen(value, value, view), settings)).toBe(false);
        }
      }
    }
  });

  test('NIM-19 row 12: Away is offered only when its switch is on', () => {
    for (const activity of ['Away', 'Inactive']) {
      expect(offered(seen('Away', activity), { away: true })).toBe(true);
      expect(offered(seen('Away', activity), { away: false })).toBe(false);
    }
  });

  test('DEC-1 row 13: Be right back is treated as Away', () => {
    expect(offered(seen('BeRightBack', 'BeRightBack'), { away: true })).toBe(true);
    expect(offered(seen('BeRightBack', 'BeRightBack'), { away: false })).toBe(false);
  });

  test('NIM-13 row 14: Offline is never offered', () => {
    for (const settings of EVERY_SETTING) {
      expect(offered(seen('Offline', 'Offline'), settings)).toBe(false);
      expect(offered(seen('Offline', 'OffWork'), settings)).toBe(false);
    }
  });

  test('NIM-14 DEC-1 row 15: unknown status and out of office alone fail closed', () => {
    for (const settings of EVERY_SETTING) {
      expect(offered(seen('PresenceUnknown', 'PresenceUnknown'), settings)).toBe(false);
      expect(offered(seen('OutOfOffice', 'OutOfOffice'), settings)).toBe(false);
      expect(offered(null, settings)).toBe(false);
    }
  });

  test('NIM-40 NIM-41 row 16: when the member view is lost the rules of the outside view apply', () => {
    const lost = seen('Busy', 'InACall', 'availability');
    expect(offered(lost, { busy: true })).toBe(false);
    expect(offered(lost, { busy: true, busyWhileDegraded: true })).toBe(true);
  });

  test('DEC-1: a value nobody knows is refused and named', () => {
    const reason = presenceReason(seen('Available', 'InAHologram'), rule({}));
    expect(reason).toEqual({ code: 'presence-value-unknown', value: 'InAHologram' });
    expect(presenceReason(seen('Levitating', 'Levitating'), rule({}))?.code).toBe(
      'presence-value-unknown',
    );
  });

  test('DEC-15: a presence older than the service allows is refused, whatever it says', () => {
    const settings = rule({ notOlderThanSeconds: 60 });
    expect(presenceReason(seen('Available', 'Available', 'activity', 60_000), settings)).toBeNull();
    expect(presenceReason(seen('Available', 'Available', 'activity', 60_001), settings)).toEqual({
      code: 'presence-too-old',
      ageMs: 60_001,
      limitMs: 60_000,
    });
  });
});
