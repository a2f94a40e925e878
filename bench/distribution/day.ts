/**
 * Records the inputs of a day: the engine and the played platform drive each other, and everything
 * that reached the engine is kept. Measuring then plays the record into a fresh state, so that the
 * making of the day is not measured.
 */
import { type Input, nextDeadlineAt, type PersonId, step } from '@rufwerk/engine/core';
import { Agenda } from './agenda.ts';
import { blockOf, type ContactCentre, openedTenant, START_AT } from './contactCentre.ts';
import { arrival, type Behaviour, type Draft, Platform } from './platform.ts';
import type { Random } from './random.ts';

export interface Day {
  /** Mean gap between two calls, and between two news of presence. */
  readonly callEveryMs: number;
  readonly presenceEveryMs: number;
  /** The first so many of a hundred services get so many times the calls of the others. */
  readonly crowded: { readonly ofHundred: number; readonly times: number };
  readonly behaviour: Behaviour;
  readonly inputs: number;
  /** No call comes any more after so many. */
  readonly calls: number;
}

const PRESENCES = [
  ['Available', 'Available'],
  ['Available', 'Available'],
  ['Busy', 'Busy'],
  ['Busy', 'InACall'],
  ['Away', 'Away'],
] as const;

/** The recorded inputs, each made of strings of its own, as if they had come over a wire. */
export function recordDay(centre: ContactCentre, day: Day, random: Random): Input[] {
  const state = openedTenant(centre);
  const agenda = new Agenda<Draft>();
  const platform = new Platform(state, agenda, random, day.behaviour);
  const inputs: Input[] = [];
  let nextCallAt = START_AT + 1_000;
  let nextPresenceAt = START_AT + 1_000;
  let calls = 0;
  let stamp = 1;
  while (inputs.length < day.inputs) {
    const deadlineAt = nextDeadlineAt(state) ?? Infinity;
    const callAt = calls < day.calls ? nextCallAt : Infinity;
    const at = Math.min(deadlineAt, callAt, nextPresenceAt, agenda.nextAt);
    if (at === Infinity) break;
    let draft: Draft | undefined;
    if (at === deadlineAt) draft = { type: 'TimeReached' };
    else if (at === agenda.nextAt) draft = agenda.take();
    else if (at === callAt) {
      draft = arrival(calls, calledService(centre, day, random));
      calls += 1;
      nextCallAt += Math.max(1, Math.round(random.exponential(day.callEveryMs)));
    } else {
      stamp += 1;
      draft = presenceNews(centre, random, stamp);
      nextPresenceAt += Math.max(1, Math.round(random.exponential(day.presenceEveryMs)));
    }
    if (draft === undefined) continue;
    const input: Input = { ...draft, at: Math.max(at, state.lastAt) };
    platform.hears(step(state, input), input.at);
    inputs.push(JSON.parse(JSON.stringify(input)) as Input);
  }
  return inputs;
}

function calledService({ configuration }: ContactCentre, day: Day, random: Random): number {
  const services = configuration.services.length;
  const { ofHundred, times } = day.crowded;
  const crowded = Math.max(1, Math.floor((services * ofHundred) / 100));
  const weight = crowded * times;
  const draw = random.share() * (weight + services - crowded);
  return draw < weight
    ? Math.floor(draw / times)
    : Math.min(services - 1, crowded + Math.floor(draw - weight));
}

function presenceNews({ people }: ContactCentre, random: Random, stamp: number): Draft {
  const number = random.below(people.length);
  const agentId = people[number] as PersonId;
  const [availability, activity] = PRESENCES[random.below(PRESENCES.length)] ?? PRESENCES[0];
  const sequenceNumber = String(stamp).padStart(12, '0');
  const reading = { agentId, availability, activity, sequenceNumber };
  return {
    type: 'PresenceBlockPolled',
    blockId: blockOf(number),
    changes: [{ ...reading, fidelity: 'activity', outOfOffice: false }],
  };
}
