/** Contact centres of every size: all orders, skills with levels, priorities, every feature on. */
import {
  asId,
  type Configuration,
  CURRENT_FLAGS,
  type BlockId,
  type ConfigurationDraft,
  emptyState,
  type Input,
  type PersonId,
  step,
  type TenantId,
  type TenantState,
  validateConfiguration,
} from '@rufwerk/engine/core';
import type { Random } from './random.ts';

export const START_AT = Date.UTC(2026, 0, 5, 8, 0, 0);
export const BLOCK_SIZE = 650;

const ORDERS = [
  'longest-idle',
  'round-robin',
  'fixed-order',
  'fewest-calls',
  'least-talk-time',
  'lowest-occupancy',
  'best-skill',
  'weighted-random',
  'broadcast',
] as const;

export interface Size {
  readonly agents: number;
  readonly services: number;
  readonly servicesPerAgent: number;
}

/** A GUID made of two random words and a number, so that no two are alike. */
function guid(random: Random, number: number): string {
  const hex = (value: number, digits: number): string =>
    value.toString(16).padStart(8, '0').slice(0, digits);
  return [
    hex(random.next(), 8),
    hex(random.next(), 4),
    `4${hex(random.next(), 3)}`,
    `8${hex(random.next(), 3)}`,
    hex(random.next(), 4) + hex(number, 8),
  ].join('-');
}

export interface ContactCentre {
  readonly configuration: Configuration;
  readonly people: readonly PersonId[];
}

/**
 * Every agent serves so many services, spread evenly. Three in four services list their people, a
 * quarter asks for skills at three levels.
 */
export function contactCentre(size: Size, random: Random): ContactCentre {
  const people = Array.from({ length: size.agents }, (_, number) =>
    asId<PersonId>(guid(random, number)),
  );
  const members = Array.from({ length: size.services }, () => new Set<PersonId>());
  for (const [number, id] of people.entries()) {
    for (let each = 0; each < size.servicesPerAgent; each += 1) {
      const service = (number * 7 + each * 31 + (each * size.services) / size.servicesPerAgent) | 0;
      members[service % size.services]?.add(id);
    }
  }
  const skills = new Map<PersonId, { skill: string; level: number }[]>();
  const services = members.map((chosen, number) => {
    const agents = [...chosen];
    const bySkills = number % 4 === 3;
    const skill = `skill-${number}`;
    if (bySkills) {
      for (const [place, id] of agents.entries()) {
        const own = skills.get(id) ?? [];
        own.push({ skill, level: [90, 60, 30][place % 3] ?? 30 });
        skills.set(id, own);
      }
    }
    return serviceDraft(number, bySkills ? [] : agents, bySkills ? skill : null);
  });
  const draft: ConfigurationDraft = {
    services,
    agents: [...skills].map(([id, own], number) => ({ id, skills: own, lots: 1 + (number % 5) })),
  };
  const result = validateConfiguration(draft);
  if (!result.ok) throw new Error(JSON.stringify(result.problems.slice(0, 3)));
  return { configuration: result.configuration, people };
}

function serviceDraft(number: number, agents: readonly string[], skill: string | null) {
  const level = (minimum: number) => (skill === null ? [] : [{ skill, minimum }]);
  return {
    id: `service-${number}`,
    name: `Service ${number}`,
    resourceAccount: `account-${number}`,
    agents: [...agents],
    supervisors: [`supervisor-${number % 100}`],
    order: ORDERS[number % ORDERS.length] ?? 'longest-idle',
    responsibility:
      skill === null
        ? {}
        : {
            by: 'skills' as const,
            skills: level(80),
            levels: [
              { afterSeconds: 10, skills: level(50) },
              { afterSeconds: 20, skills: level(10) },
            ],
          },
    queue: { priority: 1 + (number % 5), maximumWaitSeconds: 600, maximumWaiting: 500 },
    offers: { ringTimeoutSeconds: 5, offDutyAfterMisses: 5, pauseAfterMissedSeconds: 10 },
    afterCallWork: { mode: 'extendable' as const, seconds: 5 },
    presence: { busy: number % 2 === 0, notOlderThanSeconds: 3_600 },
  };
}

/** The state before the day: everybody is on duty and available. */
export function openedTenant(centre: ContactCentre): TenantState {
  const state = emptyState();
  for (const input of openingInputs(centre)) step(state, input);
  return state;
}

/** What comes before the day: the configuration, and the first poll of everybody. */
export function openingInputs({ configuration, people }: ContactCentre): Input[] {
  const at = START_AT;
  const tenantId = asId<TenantId>('tenant');
  const inputs: Input[] = [
    { type: 'TenantOpened', at, tenantId, seed: 7, flags: CURRENT_FLAGS },
    { type: 'ConfigurationSubmitted', at, configuration, by: null },
  ];
  for (let first = 0; first < people.length; first += BLOCK_SIZE) {
    const agentIds = people.slice(first, first + BLOCK_SIZE);
    const blockId = blockOf(first);
    inputs.push({ type: 'PresenceBlocksFormed', at, blocks: [{ blockId, agentIds }] });
    inputs.push({ type: 'PresenceBlockPolled', at, blockId, changes: agentIds.map(available) });
  }
  return inputs;
}

/** The block that the person of this number is polled with. */
export function blockOf(number: number): BlockId {
  return asId<BlockId>(`block-${Math.floor(number / BLOCK_SIZE)}`);
}

function available(agentId: PersonId) {
  return {
    agentId,
    availability: 'Available',
    activity: 'Available',
    fidelity: 'activity' as const,
    outOfOffice: false,
    sequenceNumber: '000000000001',
  };
}
