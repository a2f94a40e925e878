/** Random stories: more of what usually happens than of what rarely does. */
import fc from 'fast-check';
import { AGENTS, SERVICES } from './configurations.ts';
import type { EmergencyNews, Happening } from './happenings.ts';

const who = fc.constantFrom(...AGENTS);
const service = fc.constantFrom(...SERVICES);
const which = fc.nat(4);
const flag = fc.boolean();

const CALLERS = ['caller-1', 'caller-2', 'caller-3', 'caller-4'] as const;
/** An agent may call a service too: nobody is offered a call they placed themselves. */
const caller = fc.constantFrom(...CALLERS, 'a', 'b');

type Of<Does extends Happening['does']> = Extract<Happening, { readonly does: Does }>;

/** A happening of this kind with random values. */
function of<Does extends Happening['does']>(
  does: Does,
  rest: { [Key in Exclude<keyof Of<Does>, 'does'>]: fc.Arbitrary<Of<Does>[Key]> },
): fc.Arbitrary<Of<Does>> {
  const arbitraries: Record<string, fc.Arbitrary<unknown>> = { ...rest };
  const values: fc.Arbitrary<object> = fc.record(arbitraries);
  return values.map((valued) => ({ does, ...valued }) as Of<Does>);
}

const shown = fc.constantFrom(
  ['Available', 'Available'],
  ['Available', 'OutOfOffice'],
  ['Busy', 'Busy'],
  ['Busy', 'InACall'],
  ['Busy', 'InAConferenceCall + OOF'],
  ['Busy', 'InAMeeting'],
  ['InACall', 'InACall'],
  ['Away', 'Away'],
  ['BeRightBack', 'BeRightBack'],
  ['DoNotDisturb', 'Presenting'],
  ['Offline', 'Offline'],
  ['PresenceUnknown', 'PresenceUnknown'],
  ['Juggling', 'Juggling'],
);

const presence: fc.Arbitrary<Happening> = fc
  .tuple(
    who,
    shown,
    fc.constantFrom('activity' as const, 'activity' as const, 'availability' as const),
  )
  .map(([name, [availability = '', activity = ''], fidelity]) => ({
    ...{ does: 'shows' as const, who: name, availability, activity, fidelity },
  }));

const emergencyNews = fc.constantFrom<EmergencyNews>(
  ...(['pressed', 'event', 'old-event', 'caller-id', 'drill', 'over', 'over'] as const),
  ...(['goes-on', 'ready', 'ready'] as const),
);

const people = fc.oneof(
  of('duty', { who, on: flag }),
  of('duty', { who, on: flag }),
  of('break', { who, on: flag }),
  of('ready', { who }),
  of('work', { who, more: flag }),
  of('next', { who, next: fc.constantFrom('off-duty' as const, 'break' as const, null) }),
  of('profiles', {
    who,
    profiles: fc.constantFrom<readonly string[]>([], ['german-only'], ['printers-only'], ['x']),
  }),
  of('switches', { who, service, on: flag }),
  of('emergency-call', { who, how: emergencyNews }),
  of('emergency-call', { who, how: emergencyNews }),
);

const administration = fc.oneof(
  of('team', { who: fc.uniqueArray(who) }),
  of('hours', { service, open: flag }),
  of('emergency', { service, closed: flag }),
  of('moves', { which, service }),
  of('configures', { other: flag }),
  of('blocks', { count: fc.constantFrom(1 as const, 2 as const) }),
  of('day-begins', {}),
);

const trouble = fc.oneof(
  of('gap', {}),
  of('clock-back', { ms: fc.constantFrom(1_000, 60_000) }),
  of('repeats', {}),
  of('restarts', {}),
);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 10, arbitrary: of('calls', { caller, service }) },
  { weight: 1, arbitrary: of('calls', { caller, service: fc.constantFrom('pool-1', 'pool-2') }) },
  { weight: 4, arbitrary: of('caller-answers', { which }) },
  { weight: 3, arbitrary: of('caller-hangs-up', { which }) },
  { weight: 5, arbitrary: of('caller-presses', { which, key: fc.constantFrom('1', '1', '2') }) },
  { weight: 14, arbitrary: of('accepts', { which }) },
  { weight: 3, arbitrary: of('refuses', { which, code: fc.constantFrom(603, 487, 480, 500) }) },
  { weight: 3, arbitrary: of('leaves-the-call', { which }) },
  { weight: 3, arbitrary: of('prompt-ends', { which }) },
  {
    weight: 6,
    arbitrary: of('performs', {
      which,
      how: fc.constantFrom('well', 'well', 'fails', 'unknown-done', 'unknown-not-done'),
    }),
  },
  {
    weight: 6,
    arbitrary: of('news', { which, how: fc.constantFrom('once', 'once', 'twice', 'never') }),
  },
  { weight: 26, arbitrary: of('all-runs', {}) },
  { weight: 3, arbitrary: presence },
  { weight: 2, arbitrary: of('all-available', {}) },
  { weight: 1, arbitrary: of('all-offline', {}) },
  { weight: 6, arbitrary: people },
  { weight: 2, arbitrary: administration },
  {
    weight: 7,
    arbitrary: of('passes', {
      ms: fc.integer({ min: 1, max: 20_000 }),
      polling: fc.constant(true),
    }),
  },
  {
    weight: 2,
    arbitrary: of('passes', { ms: fc.integer({ min: 20_000, max: 130_000 }), polling: flag }),
  },
  { weight: 2, arbitrary: trouble },
);

const allRun: Happening = { does: 'all-runs' };
const accepted: Happening = { does: 'accepts', which: 0 };
const closes = (closing: string): Happening => ({
  ...{ does: 'emergency', service: closing, closed: true },
});
const reopens = (closing: string): Happening => ({
  ...{ does: 'emergency', service: closing, closed: false },
});
const pass = (ms: number): Happening => ({ does: 'passes', ms, polling: true });

/**
 * What would rarely come about by chance: a whole conversation, and a call-back up to the dialling.
 */
const together = fc.oneof(
  of('calls', { caller, service }).map((calls) => [calls, allRun, accepted, allRun]),
  of('calls', { caller, service }).map((calls) => [calls, allRun]),
  of('caller-presses', { which, key: fc.constant('1') }).map((presses) => [
    ...[presses, pass(31_000), allRun],
    ...[{ does: 'caller-answers' as const, which: 0 }, allRun, accepted, allRun],
  ]),
  of('caller-hangs-up', { which }).map((hangsUp) => [hangsUp, allRun, pass(11_000)]),
  // A redirect has been asked for and not done yet, when the service closes.
  fc
    .tuple(of('calls', { caller, service }), fc.constantFrom('well', 'fails'))
    .map(([calls, how]) => [
      ...[calls, closes(calls.service), { does: 'performs' as const, which: 0, how }, allRun],
      ...[reopens(calls.service)],
    ]),
  // The caller who asked to be called back is being dialled, when the service closes.
  fc
    .tuple(of('caller-presses', { which, key: fc.constant('1') }), service)
    .map(([presses, closing]) => [
      ...[presses, pass(31_000), allRun, closes(closing)],
      ...[{ does: 'caller-answers' as const, which: 0 }, allRun, reopens(closing), allRun],
    ]),
  // Who is due a call-back calls again, while it waits or is under way.
  fc
    .tuple(of('caller-presses', { which, key: fc.constant('1') }), service, flag, flag)
    .map(([presses, called, isDialled, isAnswered]) => [
      ...[presses, pass(31_000), ...(isDialled ? [allRun] : [])],
      ...CALLERS.map((one) => ({ does: 'calls' as const, caller: one, service: called })),
      ...[...(isAnswered ? [{ does: 'caller-answers' as const, which: 0 }] : []), allRun],
    ]),
  of('calls', { caller, service }).map((calls) => [
    ...[calls, { does: 'all-offline' as const }, allRun, pass(61_000)],
    ...[{ does: 'all-available' as const }],
  ]),
  of('configures', { other: flag }).map((configures) => [configures, pass(21_000), allRun]),
);

export const stories: fc.Arbitrary<readonly Happening[]> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: happening.map((one) => [one]) },
      { weight: 2, arbitrary: together },
    ),
    { minLength: 20, maxLength: 120, size: 'max' },
  )
  .map((parts) => parts.flat());
