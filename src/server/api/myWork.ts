/** What agents see and steer of their own work. */
import { dutyRequestSchema, myWorkSchema } from '@rufwerk/engine/api';
import type { InputDraft } from '@rufwerk/engine/ports';
import { answered, type Outcome } from '../http/answer.ts';
import { operation, type Operation } from '../http/operation.ts';
import { forbidden } from '../http/problem.ts';
import type { Reader } from '../session/reader.ts';
import { agentWork } from './agentWork.ts';
import type { ApiParts } from './parts.ts';

export function myWorkOperations(parts: ApiParts): Operation[] {
  const show = async (reader: Reader): Promise<Outcome> => {
    const work = await agentWork(parts, reader.personId);
    return work === null ? notAnAgent : answered(work);
  };
  const steer = async (reader: Reader, input: InputDraft): Promise<Outcome> => {
    if (!reader.isAgent()) return notAnAgent;
    await parts.runtime.submit(input);
    return show(reader);
  };
  const by = ({ personId }: Reader) => ({ agentId: personId, by: personId });

  return [
    operation({
      method: 'get',
      path: '/api/v1/my-work',
      summary: 'The agent’s own state, services, offer and call',
      answer: myWorkSchema,
      perform: ({ reader }) => show(reader),
    }),
    operation({
      method: 'put',
      path: '/api/v1/my-work/duty',
      summary: 'Go on or off duty',
      body: dutyRequestSchema,
      answer: myWorkSchema,
      perform: ({ reader, body }) =>
        steer(reader, { type: 'DutySwitched', onDuty: body.onDuty, ...by(reader) }),
    }),
    operation({
      method: 'post',
      path: '/api/v1/my-work/after-call-work/finish',
      summary: 'End the after-call work early',
      answer: myWorkSchema,
      perform: ({ reader }) => steer(reader, { type: 'AfterCallWorkFinished', ...by(reader) }),
    }),
    operation({
      method: 'post',
      path: '/api/v1/my-work/ready',
      summary: 'Be offered calls again after a missed or declined offer',
      answer: myWorkSchema,
      perform: ({ reader }) => steer(reader, { type: 'ReadyPressed', ...by(reader) }),
    }),
  ];
}

const notAnAgent = forbidden(
  'Only agents of a service have work here.',
  'Ask an administrator to make you an agent of a service.',
);
