import { describe, expect, test } from '@jest/globals';
import { asId, type Effect, type EffectOutcome } from '@rufwerk/engine/core';
import type { EffectPerformer, EffectRequest, InputDraft } from '@rufwerk/engine/ports';
import { EffectDriver } from '../../../src/engine/runtime/effects/effectDriver.ts';
import { RecordedLog } from '../graph/recordedLog.ts';

const done: EffectOutcome = { kind: 'done' };

/** Effects whose performers answer when the test says so. */
class Driven {
  readonly started: string[] = [];
  readonly reports: InputDraft[] = [];
  readonly log = new RecordedLog();
  readonly driver: EffectDriver;
  readonly #ends = new Map<string, (outcome: EffectOutcome) => void>();
  #effects = 0;

  constructor(timeoutMs?: number) {
    const performer: EffectPerformer = {
      kinds: ['invite-agent', 'remove-participant', 'play-prompt', 'show-decision-card'],
      perform: (request) => this.#perform(request),
    };
    this.driver = new EffectDriver({
      performers: [performer],
      report: (input) => Promise.resolve(this.reports.push(input)),
      timeoutMs,
      log: this.log,
      observe: undefined,
    });
  }

  drive(kind: 'invite-agent' | 'remove-participant' | 'play-prompt', call: string): void {
    const onCall = { taskId: asId<never>(call), platformCallId: asId<never>(call) };
    const effects: Readonly<Record<typeof kind, Effect>> = {
      'invite-agent': {
        ...{ kind: 'invite-agent', ...onCall },
        ...{ offerId: asId<never>('offer'), agentId: asId<never>('agent') },
      },
      'remove-participant': { kind: 'remove-participant', ...onCall, participantId: 'p' },
      'play-prompt': { kind: 'play-prompt', ...onCall, prompt: 'greeting' },
    };
    this.#drive(effects[kind]);
  }

  card(task: string): void {
    const recipientIds = [asId<never>('supervisor')];
    this.#drive({ kind: 'show-decision-card', taskId: asId<never>(task), recipientIds });
  }

  async end(what: string, outcome = done): Promise<void> {
    this.#ends.get(what)?.(outcome);
    await turn();
  }

  #drive(effect: Effect): void {
    this.#effects += 1;
    const effectId = asId<never>(`effect-${this.#effects}`);
    this.driver.drive({ effectId, effect, mayHaveHappened: false });
  }

  #perform({ effect }: EffectRequest): Promise<EffectOutcome> {
    const about = 'taskId' in effect ? effect.taskId : 'other';
    const what = `${effect.kind} ${about}`;
    this.started.push(what);
    return new Promise((resolve) => this.#ends.set(what, resolve));
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('effects', () => {
  test('what moves the legs of one call happens in order, other calls do not wait', async () => {
    const driven = new Driven();
    driven.drive('invite-agent', 'one');
    driven.drive('remove-participant', 'one');
    driven.drive('remove-participant', 'two');
    expect(driven.started).toEqual(['invite-agent one', 'remove-participant two']);
    await driven.end('invite-agent one');
    expect(driven.started.at(-1)).toBe('remove-participant one');
  });

  test('an invitation does not wait for a prompt that takes its time', () => {
    const driven = new Driven();
    driven.drive('play-prompt', 'one');
    driven.drive('invite-agent', 'one');
    expect(driven.started).toEqual(['play-prompt one', 'invite-agent one']);
  });

  test('a chat service that hangs delays cards, and no invitation', async () => {
    const driven = new Driven();
    for (let task = 1; task <= 100; task += 1) driven.card(`task-${task}`);
    driven.drive('invite-agent', 'one');
    expect(driven.started).toHaveLength(13);
    expect(driven.started.at(-1)).toBe('invite-agent one');
    await driven.end('show-decision-card task-3');
    expect(driven.started.at(-1)).toBe('show-decision-card task-13');
  });

  test('one that hangs is unknown after its time, and its call goes on', async () => {
    const driven = new Driven(5);
    driven.drive('invite-agent', 'one');
    driven.drive('remove-participant', 'one');
    while (driven.started.length < 2) await turn();
    expect(driven.reports).toMatchObject([
      { type: 'EffectReported', effectId: 'effect-1', outcome: { kind: 'unknown' } },
    ]);
  });

  test('one that nobody performs has failed, and is told to the log', async () => {
    const log = new RecordedLog();
    const reports: InputDraft[] = [];
    const driver = new EffectDriver({
      performers: [],
      report: (input) => Promise.resolve(reports.push(input)),
      timeoutMs: undefined,
      log,
      observe: undefined,
    });
    const effect: Effect = {
      kind: 'reject-call',
      platformCallId: asId<never>('one'),
      reason: 'busy',
    };
    driver.drive({ effectId: asId<never>('effect-1'), effect, mayHaveHappened: false });
    await turn();
    expect(reports).toMatchObject([{ outcome: { kind: 'failed' } }]);
    expect(log.lines).toMatchObject([{ level: 'error', details: { kind: 'reject-call' } }]);
  });

  test('stopping starts nothing more and waits for what runs, but not for ever', async () => {
    const driven = new Driven();
    driven.drive('invite-agent', 'one');
    driven.drive('remove-participant', 'one');
    const stopped = driven.driver.stop(60_000);
    await driven.end('invite-agent one');
    await stopped;
    expect(driven.started).toEqual(['invite-agent one']);
    expect(driven.reports).toHaveLength(1);

    const hanging = new Driven();
    hanging.drive('invite-agent', 'one');
    await hanging.driver.stop(5);
    expect(hanging.driver.inFlight).toBe(1);
  });
});
