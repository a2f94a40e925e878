/** What removing a service would mean: for its calls, and for others that send calls there. */
import type { ServiceDetail } from '@rufwerk/engine/api';
import { ACTIONS } from '@rufwerk/engine/core';
import type { ConfigurationForm } from '../editing/form.ts';

export function withoutService(
  configuration: ConfigurationForm,
  serviceId: string,
): ConfigurationForm {
  const services = configuration.services.filter(({ id }) => id !== serviceId);
  return { ...configuration, services };
}

/** The settings that send calls to the service: none may be left before it goes. */
export function overflowsInto({ services }: ConfigurationForm, serviceId: string): string[] {
  return services.flatMap(({ id, queue }, index) => {
    if (id === serviceId) return [];
    const names = ACTIONS.filter((name) => {
      const action = queue[name];
      return action?.do === 'service' && action.service === serviceId;
    });
    return names.map((name) => `services[${index}].queue.${name}`);
  });
}

/** How many calls of each kind there are; each kind fares differently when the service goes. */
export interface LiveCalls {
  readonly waiting: number;
  readonly callBacks: number;
  /** Whoever talks, or has been sent on. */
  readonly served: number;
}

export function liveCalls(queue: ServiceDetail['queue']): LiveCalls {
  const kinds = queue.map(({ phase }) => kindOf(phase));
  const count = (kind: keyof LiveCalls): number => kinds.filter((each) => each === kind).length;
  return { waiting: count('waiting'), callBacks: count('callBacks'), served: count('served') };
}

function kindOf(phase: ServiceDetail['queue'][number]['phase']): keyof LiveCalls {
  switch (phase) {
    case 'arriving':
    case 'waiting':
    case 'confirming':
      return 'waiting';
    case 'call-back':
    case 'dialling':
      return 'callBacks';
    case 'leaving':
    case 'connected':
    case 'handed-over':
      return 'served';
  }
}
