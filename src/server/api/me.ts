import { meSchema, type Me } from '@rufwerk/engine/api';
import { answered } from '../http/answer.ts';
import { operation, type Operation } from '../http/operation.ts';

/** Who the token says is here, and what the roles allow. */
export const meOperation: Operation = operation({
  method: 'get',
  path: '/api/v1/me',
  summary: 'Who is signed in, with the roles',
  answer: meSchema,
  perform: async ({ reader }) => {
    const { personId, name, userPrincipalName } = reader;
    const me: Me = { id: personId, name, userPrincipalName, roles: reader.roles() };
    return Promise.resolve(answered(me));
  },
});
