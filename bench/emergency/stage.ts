/**
 * A hundred calls that talk, a chat service that refuses one request in five, and agents of another
 * service who may each have an emergency.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { eventually, upn } from '../../tests/e2e/control.ts';
import { type BenchStage, generatedAgents, startBench } from '../dispatch/stage.ts';

const PEOPLE = 320;
export const CALLS_IN_PROGRESS = 100;
export const THROTTLE = { status: 429, share: 0.2, retryAfterSeconds: 1 } as const;
const WITHIN_MS = 120_000;
const CALLS_PER_SECOND = 20;

export const SUPERVISOR = upn('sam.supervisor');
/** Told by mail; not by a card of the bot, which nobody outside has. */
const OUTSIDE = 'security@fabrikam.example';

export interface EmergencyAgent {
  readonly upn: string;
  /** What their cards and mails name them. */
  readonly displayName: string;
}

export interface EmergencyStage extends BenchStage {
  /** Nobody of these talks; each has one emergency at most. */
  readonly agents: readonly EmergencyAgent[];
}

export interface World {
  readonly people: readonly EmergencyAgent[];
  readonly calls: readonly { readonly state: string; readonly direction: string }[];
  readonly subscriptions: readonly { readonly resource: string }[];
}

export async function startEmergencyBench(emergencies: number): Promise<EmergencyStage> {
  const generated = generatedAgents(PEOPLE);
  const talking = generated.slice(0, CALLS_IN_PROGRESS);
  const others = generated.slice(CALLS_IN_PROGRESS, CALLS_IN_PROGRESS + emergencies);
  const stage = await startBench({
    ...{ world: `generated:${PEOPLE}`, agents: talking, talksForSeconds: null },
    configuration: configurationOf(talking, others),
  });
  const { control } = stage;
  const { people } = await control.get<World>('/world');
  const agents = people.filter((person) => others.includes(person.upn));
  await eventually(
    () => control.get<World>('/world'),
    ({ subscriptions }) => subscriptions.some(({ resource }) => /emergency/i.test(resource)),
    WITHIN_MS,
  );
  await fillLines(stage);
  return { ...stage, agents };
}

/** All hundred talk, and go on until the end. */
async function fillLines({ control, service }: BenchStage): Promise<void> {
  for (let index = 0; index < CALLS_IN_PROGRESS; index += 1) {
    await control.dial(service, `+4179${String(1_000_000 + index)}`);
    await pause(1_000 / CALLS_PER_SECOND);
  }
  await eventually(
    async () => (await control.get<World>('/world')).calls.filter(isTalkingCaller).length,
    (connected) => connected === CALLS_IN_PROGRESS,
    WITHIN_MS,
  );
}

/** Emergency calls are calls of the played world, too. */
export function isTalkingCaller({ state, direction }: World['calls'][number]): boolean {
  return state === 'connected' && direction === 'incoming';
}

function configurationOf(talking: readonly string[], others: readonly string[]): object {
  const common = { supervisors: [SUPERVISOR], afterCallWork: { mode: 'none' } };
  return {
    administrators: [upn('admin')],
    emergency: { country: 'CH', policies: ['EmergencyPolicy'], contacts: [OUTSIDE] },
    services: [
      {
        ...{ id: 'it-helpdesk', name: 'IT Helpdesk', resourceAccount: upn('it-helpdesk') },
        ...{ ...common, agents: talking },
      },
      {
        ...{ id: 'sales', name: 'Sales', resourceAccount: upn('sales') },
        ...{ ...common, agents: others },
      },
    ],
  };
}
