/** Presence in front of a double of Microsoft Graph that shows whatever a test says. */
import type { PersonId } from '@rufwerk/engine/core';
import type { InputDraft } from '@rufwerk/engine/ports';
import type { PresenceHealth } from '../../../../src/engine/graph/index.ts';
import type { LearntChange } from '../../../../src/engine/graph/presence/changes.ts';
import type { Intervals } from '../../../../src/engine/graph/presence/rhythm.ts';
import { GraphStage } from '../graphStage.ts';
import type { Reaction, ReceivedRequest } from '../httpDouble.ts';
import type { HttpDouble } from '../httpDouble.ts';
import { eventually, settled } from '../playedClock.ts';
import { EngineDouble } from './engineDouble.ts';

type Shown = Readonly<Record<string, unknown>>;
type Polled = Extract<InputDraft, { type: 'PresenceBlockPolled' }>;
type Circumstances = Parameters<EngineDouble['place']>[1];

/** Somebody who could be offered a call as soon as one comes. */
export const READY = {
  onDuty: true,
  services: [
    {
      ...{ closedBy: null, emergency: null, waiting: { size: 0 } },
      ...{ switchedOff: new Set(), notYetOn: new Set() },
    },
  ] as unknown as NonNullable<NonNullable<Circumstances>['services']>,
};

const TICK_MS = 250;

export class PresenceStage {
  readonly #stage: GraphStage;
  readonly engine: EngineDouble;
  readonly learnt: (readonly LearntChange[])[] = [];
  /** Graph turns the order of the question round. */
  isReversed = false;
  startedAt = 0;
  intervalsMs: Partial<Intervals> = {};
  #agentIds: PersonId[] = [];
  #polling: { stop(): Promise<void> } | null = null;
  #held: Promise<void> | null = null;
  readonly #shown = new Map<string, Shown>();

  private constructor(stage: GraphStage) {
    this.#stage = stage;
    this.engine = new EngineDouble(() => stage.clock.now());
    this.double.react = (request) => this.showing(request);
  }

  static async open(): Promise<PresenceStage> {
    return new PresenceStage(await GraphStage.open());
  }

  get double(): HttpDouble {
    return this.#stage.double;
  }
  get clock(): GraphStage['clock'] {
    return this.#stage.clock;
  }
  get tokens(): GraphStage['tokens'] {
    return this.#stage.tokens;
  }
  get log(): GraphStage['log'] {
    return this.#stage.log;
  }
  get presence(): GraphStage['graph']['presence'] {
    return this.#stage.graph.presence;
  }
  requested(): string[] {
    return this.#stage.requested();
  }
  health(): PresenceHealth {
    return this.presence.health();
  }

  /** What Graph answers as long as nothing else is scripted. */
  showing(request: ReceivedRequest): Reaction {
    if (!request.path.endsWith('/getPresencesByUserId')) return { status: 200 };
    const value = idsOf(request).flatMap((id) => {
      const presence = this.#shown.get(id.toLowerCase());
      return presence === undefined ? [] : [{ id, ...presence }];
    });
    const body = { value: this.isReversed ? value.reverse() : value };
    return this.#held === null ? { status: 200, body } : { status: 200, body, after: this.#held };
  }

  /** Keeps answers back until the returned function is called. */
  hold(): () => void {
    let release: () => void = () => undefined;
    this.#held = new Promise((resolve) => (release = resolve));
    return () => {
      this.#held = null;
      release();
    };
  }

  /** Somebody who is polled, ready for calls unless said otherwise. */
  add(
    name: string,
    presence: Shown = { availability: 'Available' },
    circumstances: Circumstances = READY,
  ): PersonId {
    const id = this.#stage.people.add(name, `Entra-${name}`);
    this.engine.place(id, circumstances);
    this.show(name, presence);
    this.#agentIds = [...this.#agentIds, id];
    return id;
  }

  /** Somebody who is no agent, and not in the directory either. */
  addOutside(name: string): PersonId {
    return this.#stage.people.add(name, null);
  }

  addErased(name: string): void {
    const id = this.#stage.people.add(name, null);
    this.engine.place(id, READY);
    this.#agentIds = [...this.#agentIds, id];
  }

  addMany(count: number, circumstances: (index: number) => Circumstances): PersonId[] {
    const added = Array.from({ length: count }, (_, index) => {
      const id = this.#stage.people.add(`agent-${index}`, `entra-agent-${index}`);
      this.engine.place(id, circumstances(index));
      this.show(`agent-${index}`, { availability: 'Available', activity: 'Available' });
      return id;
    });
    this.#agentIds = [...this.#agentIds, ...added];
    return added;
  }

  remove(id: PersonId): void {
    this.#agentIds = this.#agentIds.filter((each) => each !== id);
  }

  show(name: string, presence: Shown | null): void {
    if (presence === null) this.#shown.delete(`entra-${name}`);
    else this.#shown.set(`entra-${name}`, presence);
  }

  async start(): Promise<void> {
    this.startedAt = this.clock.now();
    this.#begin();
    await this.pass(0);
  }

  async restart(): Promise<void> {
    await this.stop();
    this.#begin();
  }

  #begin(): void {
    this.#polling = this.presence.startPolling({
      engine: this.engine,
      agentIds: () => this.#agentIds,
      intervalsMs: this.intervalsMs,
      onChangeLearnt: (learnt) => this.learnt.push(learnt),
    });
  }

  async stop(): Promise<void> {
    await this.#polling?.stop();
    this.#polling = null;
  }

  async close(): Promise<void> {
    await this.stop();
    await this.#stage.close();
  }

  /**
   * Lets time pass, tick by tick; what was asked in each is answered and committed before the next.
   */
  async pass(ms: number, patience: 'without waiting' | 'answered' = 'answered'): Promise<void> {
    const untilAt = this.clock.now() + ms;
    do {
      await this.clock.advance(Math.min(TICK_MS, untilAt - this.clock.now()));
      if (patience === 'answered') await this.answered();
    } while (this.clock.now() < untilAt);
  }

  /** Waits until nothing is under way any more. */
  async answered(): Promise<void> {
    await settled();
    await eventually('all is answered', () => this.presence.health().underWay === 0);
    await settled();
  }

  polls(): Polled[] {
    return this.engine.of('PresenceBlockPolled');
  }

  told(name: string): Polled['changes'] {
    return this.polls().flatMap(({ changes }) => changes.filter(({ agentId }) => agentId === name));
  }
}

export function idsOf({ body }: ReceivedRequest): string[] {
  return (body as { ids: string[] }).ids;
}
