/** What a configuration would do to calls that are live now: told before it comes into force. */
import type { ConfigurationProblem } from '../config/problem.ts';
import type { TaskState, TenantState } from '../tenant/state.ts';

/** One warning for each service with live calls that is not among those kept. */
export function callsOfRemoved(
  state: Readonly<TenantState>,
  keptServiceIds: readonly string[],
): ConfigurationProblem[] {
  return [...state.services.values()].flatMap(({ settings }) => {
    if (keptServiceIds.includes(settings.id)) return [];
    const calls = [...state.tasks.values()].filter(
      ({ serviceId, phase }) => serviceId === settings.id && phase !== 'ended',
    );
    if (calls.length === 0) return [];
    const served = calls.filter(isServed).length;
    const waiting = calls.length - served;
    const are = (count: number): string => (count === 1 ? 'is' : 'are');
    return [
      {
        field: 'services',
        rule:
          `"${settings.name}" is removed while ${waiting} of its callers ${are(waiting)} waiting ` +
          `and ${served} ${are(served)} being served.`,
        mend: 'Whoever waits is told that it is closed; close the service first and let it run empty.',
      },
    ];
  });
}

/** Whoever talks, or has been sent on, is not disturbed. */
function isServed({ phase }: TaskState): boolean {
  return phase === 'connected' || phase === 'handed-over' || phase === 'leaving';
}
