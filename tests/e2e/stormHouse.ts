/**
 * A help desk in a storm: Anna may be rung, Ben is in a call all along. What was promised holds
 * whatever breaks outside: nobody in a call is rung, and nobody on knowledge older than the rule
 * allows; supervisors are told once, and told of the return.
 */
import { expect } from '@jest/globals';
import { decisionSchema, decisionsPageSchema, readinessSchema } from '@rufwerk/engine/api';
import { eventually, HELP_DESK, type Leg, type PlayedCall, upn } from './control.ts';
import { House } from './house.ts';

export const ANNA = upn('anna.agent');
const BEN = upn('ben.agent');
const SAM = upn('sam.supervisor');
/** The rule's default: an older presence is worth no offer. */
export const OLD_AFTER_SECONDS = 120;
/** Real time, on a machine that does much else. */
const WITHIN_MS = 60_000;

const configurationText = `
administrators: [${upn('admin')}]
services:
  - id: it-helpdesk
    name: IT Helpdesk
    resourceAccount: ${upn('it-helpdesk')}
    agents: [${ANNA}, ${BEN}]
    supervisors: [${SAM}]
    afterCallWork: { mode: none }
`;

interface Chat {
  readonly upn: string;
  readonly messages: readonly object[];
}

export interface Alerts {
  readonly degraded: number;
  readonly restored: number;
}

export class StormHouse {
  readonly house: House;

  private constructor(house: House) {
    this.house = house;
  }

  static async open(): Promise<StormHouse> {
    const stage = new StormHouse(await House.open({ configurationText }));
    await stage.house.control.presence(BEN, 'Busy', 'InACall');
    await stage.knows(BEN, 'InACall');
    return stage;
  }

  close(): Promise<void> {
    return this.house.close();
  }

  /** Moves the played time a little at a time until it is so. */
  until<T>(look: () => Promise<T>, isSo: (seen: T) => boolean, stepSeconds = 2): Promise<T> {
    return eventually(
      async () => {
        await this.house.control.advance(stepSeconds);
        return look();
      },
      isSo,
      WITHIN_MS,
    );
  }

  /** Time passes in steps so short that presence is read in between, as in life. */
  async pass(seconds: number): Promise<void> {
    for (let left = seconds; left > 0; left -= 5) {
      await this.house.control.advance(Math.min(5, left));
    }
  }

  /** Waits until that is what is known of the person. */
  async knows(person: string, activity: string): Promise<void> {
    await this.until(
      () => this.house.api<{ presence: { activity: string } | null }>(person, '/api/v1/my-work'),
      ({ presence }) => presence?.activity === activity,
    );
  }

  /** A caller rings at Anna, is talked to, and hangs up; Anna is seen to be free again. */
  async serve(): Promise<void> {
    const { control } = this.house;
    await this.ended(await this.answered(await control.dial(HELP_DESK)));
    await this.knows(ANNA, 'Available');
  }

  /** A caller rings at Anna, and hangs up before that is seen in her presence. */
  async ring(): Promise<void> {
    const id = await this.house.control.dial(HELP_DESK);
    expect((await this.rings(id)).upn).toBe(ANNA);
    await this.ended(id);
  }

  /** Waits until the call rings at somebody, who answers it. */
  async answered(id: string): Promise<string> {
    const { control } = this.house;
    const leg = await this.rings(id);
    expect(leg.upn).toBe(ANNA);
    await control.act(leg, 'accept');
    await this.until(
      () => control.call(id),
      ({ state }) => state === 'connected',
      1,
    );
    return id;
  }

  async rings(id: string): Promise<Leg> {
    const call = await this.until(
      () => this.house.control.call(id),
      ({ legs }) => legs.some(({ state }) => state === 'ringing'),
      1,
    );
    const leg = call.legs.find(({ state }) => state === 'ringing');
    if (leg === undefined) throw new Error('The leg that was seen ringing is gone.');
    return leg;
  }

  /** The caller hangs up. */
  async ended(id: string): Promise<void> {
    const { control } = this.house;
    const call = await control.call(id);
    if (call.state !== 'ended') await control.remove(`/calls/${id}`);
    await this.until(
      () => control.call(id),
      ({ state }) => state === 'ended',
      1,
    );
  }

  /** A caller whom nobody may be rung for: still waiting after so many seconds. */
  async waits(seconds: number): Promise<string> {
    const id = await this.house.control.dial(HELP_DESK);
    await this.pass(seconds);
    const { state, legs } = await this.house.control.call(id);
    expect({ state, legs }).toMatchObject({ legs: [] });
    expect(state).not.toBe('ended');
    return id;
  }

  async check(id: string): Promise<string> {
    const told = readinessSchema.parse(await this.house.api(SAM, '/api/readiness'));
    return told.checks.find((each) => each.id === id)?.state ?? 'none';
  }

  async finds(id: string): Promise<void> {
    await this.until(
      () => this.check(id),
      (state) => state === 'fault' || state === 'warning',
      5,
    );
  }

  async findsNoMore(id: string): Promise<void> {
    await this.until(
      () => this.check(id),
      (state) => state === 'good',
      5,
    );
  }

  /** How often the supervisor was told that presence is known in part only, and known again. */
  async alerts(): Promise<Alerts> {
    const chats = await this.house.control.get<readonly Chat[]>(`/chats?upn=${SAM}`);
    const texts = chats.flatMap(({ messages }) => messages.map((each) => JSON.stringify(each)));
    const count = (about: RegExp): number => texts.filter((text) => about.test(text)).length;
    return {
      degraded: count(/only in part|nur zum Teil/),
      restored: count(/known again|wieder bekannt/),
    };
  }

  /** The supervisor is told of the storm and of its end, once each, since `before`. */
  async toldOnceSince(before: Alerts, what: keyof Alerts): Promise<void> {
    await this.until(
      () => this.alerts(),
      (now) => now[what] > before[what],
    );
    expect((await this.alerts())[what]).toBe(before[what] + 1);
  }

  /** What holds in every storm, of all calls and decisions so far. */
  async expectRulesKept(): Promise<void> {
    const { calls } = await this.house.control.get<{ calls: readonly PlayedCall[] }>('/world');
    expect(calls.flatMap(({ legs }) => legs).filter((leg) => leg.upn === BEN)).toEqual([]);
    const page = await this.house.api(SAM, '/api/v1/decisions?service=it-helpdesk&limit=100');
    for (const { id, winner } of decisionsPageSchema.parse(page).items) {
      if (winner === null) continue;
      const told = decisionSchema.parse(await this.house.api(SAM, `/api/v1/decisions/${id}`));
      const [first] = told.candidates;
      expect(first?.presence.ageMs).toBeLessThanOrEqual(OLD_AFTER_SECONDS * 1_000);
    }
  }
}
