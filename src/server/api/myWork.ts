/** What agents see of their own work; what they switch stands in `steering.ts`. */
import { myWorkSchema } from '@rufwerk/engine/api';
import { answered } from '../http/answer.ts';
import { operation, type Operation } from '../http/operation.ts';
import { agentWork } from './agentWork.ts';
import type { ApiParts } from './parts.ts';
import { notAnAgent } from './whose.ts';

export function myWorkOperations(parts: ApiParts): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/api/v1/my-work',
      summary: 'The agent’s own state, services, offer and call',
      answer: myWorkSchema,
      perform: async ({ reader, language }) => {
        const work = await agentWork(parts, reader.personId, language);
        return work === null ? notAnAgent : answered(work);
      },
    }),
  ];
}
