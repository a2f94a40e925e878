/** Why an agent is not offered calls, now or at a past moment. */
import { type WhyNotShown, whyNotSchema } from '@rufwerk/engine/api';
import { read, type Send } from './request.ts';

export interface WhyNotQuestion {
  readonly agentId: string;
  /** ISO instant; null: now. */
  readonly at: string | null;
  /** Null: all services of the agent that the reader may see. */
  readonly serviceId: string | null;
}

/** Every function rejects with a `TroubleError`. */
export interface WhyNotApi {
  readonly whyNot: (question: WhyNotQuestion, signal?: AbortSignal) => Promise<WhyNotShown>;
}

export function createWhyNotApi(send: Send): WhyNotApi {
  return {
    whyNot: async ({ agentId, at, serviceId }, signal) => {
      const query = new URLSearchParams();
      if (at !== null) query.set('at', at);
      if (serviceId !== null) query.set('service', serviceId);
      const path = `/agents/${encodeURIComponent(agentId)}/why-not?${query.toString()}`;
      return read(await send(path, signal === undefined ? {} : { signal }), whyNotSchema);
    },
  };
}
