/** What a configuration would do to calls that are live now: told before it comes into force. */
import { type ConfigurationProblem, type FoundProblem, inLanguage } from '../config/problem.ts';
import type { Language } from '../explain/language.ts';
import type { TaskState, TenantState } from '../tenant/state.ts';

/** One warning for each service with live calls that is not among those kept. */
export function callsOfRemoved(
  state: Readonly<TenantState>,
  keptServiceIds: readonly string[],
  language: Language = 'en',
): ConfigurationProblem[] {
  return [...state.services.values()].flatMap(({ settings }) => {
    if (keptServiceIds.includes(settings.id)) return [];
    const calls = [...state.tasks.values()].filter(
      ({ serviceId, phase }) => serviceId === settings.id && phase !== 'ended',
    );
    if (calls.length === 0) return [];
    const served = calls.filter(isServed).length;
    const waiting = calls.length - served;
    return [inLanguage(removed(settings.name, waiting, served), language)];
  });
}

function removed(name: string, waiting: number, served: number): FoundProblem {
  const are = (count: number): string => (count === 1 ? 'is' : 'are');
  return {
    field: 'services',
    rule: {
      en:
        `"${name}" is removed while ${waiting} of its callers ${are(waiting)} waiting ` +
        `and ${served} ${are(served)} being served.`,
      de: `«${name}» wird entfernt, während dort ${waiting} warten und ${served} bedient werden.`,
    },
    mend: {
      en: 'Whoever waits is told that it is closed; close the service first and let it run empty.',
      de: 'Wer wartet, hört, dass geschlossen ist; schliessen Sie den Service zuerst.',
    },
  };
}

/** Whoever talks, or has been sent on, is not disturbed. */
function isServed({ phase }: TaskState): boolean {
  return phase === 'connected' || phase === 'handed-over' || phase === 'leaving';
}
