/** What must be right outside of Rufwerk: for administrators and supervisors. */
import { readinessSchema, type ReadinessView } from '@rufwerk/engine/api';
import { read, type Send } from './request.ts';

/** Every function rejects with a `TroubleError`. */
export interface ReadinessApi {
  readonly readiness: (signal?: AbortSignal) => Promise<ReadinessView>;
  /** Looks anew, without what was seen before. */
  readonly checkReadiness: () => Promise<ReadinessView>;
}

const PATH = '/readiness';

export function createReadinessApi(send: Send): ReadinessApi {
  return {
    async readiness(signal) {
      const until = signal === undefined ? {} : { signal };
      return read(await send(PATH, { below: '/api', ...until }), readinessSchema);
    },
    async checkReadiness() {
      const answer = await send(`${PATH}/check`, { method: 'POST', below: '/api' });
      return read(answer, readinessSchema);
    },
  };
}
