import { describe, expect, test } from '@jest/globals';
import { changesWithinMs, mayShowOtherwise } from '../../../src/tab/stream/teamsPresence.ts';
import { annasWork, NOW, presence } from '../contoso.ts';
import { annasTeamsPresence } from '../contosoPresence.ts';

const nothing = { ...annasTeamsPresence, shown: null, leases: [], own: null };

describe('who made a status so is asked again', () => {
  test('a moment after the first of what is shown or chosen ends', () => {
    expect(changesWithinMs(annasTeamsPresence, NOW)).toBe(541_000);
    const until = new Date(NOW + 60_000).toISOString();
    const own = {
      availability: 'Busy',
      activity: 'Busy',
      since: until,
      until,
      standing: 'holds' as const,
    };
    expect(changesWithinMs({ ...annasTeamsPresence, own }, NOW)).toBe(61_000);
  });

  test('soon, while something is to be shown and is not yet, or the other way round', () => {
    expect(changesWithinMs({ ...annasTeamsPresence, shown: null }, NOW)).toBe(5_000);
    expect(changesWithinMs({ ...annasTeamsPresence, leases: [] }, NOW)).toBe(5_000);
  });

  test('soon, while Teams does not show yet what was chosen', () => {
    const until = new Date(NOW + 60_000).toISOString();
    const chosen = { availability: 'Busy', activity: 'Busy', since: until, until };
    const own = { ...chosen, standing: 'not-seen-yet' as const };
    expect(changesWithinMs({ ...nothing, own }, NOW)).toBe(5_000);
  });

  test('never, while nothing is known to end or has ended already', () => {
    expect(changesWithinMs(nothing, NOW)).toBe(false);
    expect(changesWithinMs(annasTeamsPresence, NOW + 600_000)).toBe(false);
  });

  test('on news of the state or the status, and not because a presence grew older', () => {
    const older = { ...annasWork, presence: presence('Busy', 'InAMeeting', 9_000) };
    expect(mayShowOtherwise(annasWork, older)).toBe(false);
    expect(mayShowOtherwise(annasWork, { ...annasWork, state: 'in-a-call' })).toBe(true);
    expect(mayShowOtherwise(annasWork, { ...annasWork, presence: null })).toBe(true);
    expect(mayShowOtherwise(undefined, annasWork)).toBe(true);
  });
});
