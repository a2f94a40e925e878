/**
 * Which agent has which number, as the directory shows it: for a carrier that knows whoever dials
 * the emergency service by number only (DEC-7). Kept in memory and nowhere else, never logged;
 * read anew every hour and with every configuration.
 */
import type { PersonId } from '@rufwerk/engine/core';
import type { Clock, Log, People, PersonReach, ReachDirectory } from '@rufwerk/engine/ports';
import type { TenantRuntime } from '@rufwerk/engine/runtime';
import { emergencyAgents } from '../readiness/emergencyPeople.ts';
import { eachConfiguration } from '../configuration/eachConfiguration.ts';
import { Rounds } from '../rounds.ts';

const READ_EVERY_MS = 60 * 60_000;
/** More than any tenant has agents. */
const NUMBERS_MAX = 50_000;
/** A person has a business phone and a mobile one; whoever has more is no agent at a desk. */
const NUMBERS_OF_ONE_MAX = 5;

export interface OwnNumbersParts {
  readonly runtime: Pick<TenantRuntime, 'read' | 'onCommitted'>;
  readonly people: Pick<People, 'find' | 'findByEntraId'>;
  readonly directory: ReachDirectory;
  readonly clock: Clock;
  readonly log: Log;
}

export class OwnNumbers {
  readonly #parts: OwnNumbersParts;
  readonly #rounds: Rounds;
  readonly #stopListening: () => void;
  #holders: ReadonlyMap<string, PersonId> = new Map();

  constructor(parts: OwnNumbersParts) {
    const { clock, log, runtime } = parts;
    this.#parts = parts;
    const trouble = 'Numbers of the agents could not be read; those known before stay in force';
    this.#rounds = new Rounds({ clock, log, trouble, look: () => this.#read() });
    this.#stopListening = eachConfiguration(runtime, () => this.#rounds.ask());
    this.#rounds.ask();
  }

  /** Null for what is no number in E.164, for nobody's, and for one that several agents share. */
  personOf(number: string): PersonId | null {
    const wanted = e164(number);
    return wanted === null ? null : (this.#holders.get(wanted) ?? null);
  }

  /** Resolves when nothing is being read. */
  settled(): Promise<void> {
    return this.#rounds.settled();
  }

  stop(): Promise<void> {
    this.#stopListening();
    return this.#rounds.stop();
  }

  /** What cannot be read leaves what is known: the look rejects, and is repeated. */
  async #read(): Promise<number> {
    const { runtime, people, directory, clock } = this.#parts;
    const agents = await runtime.read(emergencyAgents);
    const entraIds = agents.flatMap(({ agentId }) => people.find(agentId)?.entraId ?? []);
    this.#holders = this.#holdersOf(await directory.listReach(entraIds));
    return clock.now() + READ_EVERY_MS;
  }

  #holdersOf(found: readonly PersonReach[]): ReadonlyMap<string, PersonId> {
    const holders = new Map<string, PersonId>();
    const shared = new Set<string>();
    for (const { entraId, numbers } of found) {
      const person = this.#parts.people.findByEntraId(entraId)?.id;
      if (person === undefined) continue;
      for (const number of numbers.slice(0, NUMBERS_OF_ONE_MAX)) {
        const own = e164(number);
        if (own === null || holders.size === NUMBERS_MAX) continue;
        if ((holders.get(own) ?? person) !== person) shared.add(own);
        holders.set(own, person);
      }
    }
    // Of two people at one number nobody can say who calls.
    for (const number of shared) holders.delete(number);
    return holders;
  }
}

/** The number without what people write between its digits; null without a country's code. */
export function e164(text: string): string | null {
  const [number = ''] = text
    .trim()
    .replace(/^tel:/i, '')
    .split(/;|ext|x/i);
  const digits = number
    .replaceAll('(0)', '')
    .replaceAll(/[\s()./-]/g, '')
    .replace(/^00/, '+');
  return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : null;
}
