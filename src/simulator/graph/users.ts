import type { Server } from 'restify';
import type { Answer } from '../http/answer.ts';
import { ok } from '../http/answer.ts';
import type { Tenant } from '../tenant.ts';
import type { Account, Person, Service, SharedMailbox } from '../world/directory.ts';
import { answerCollection, selected } from './collection.ts';
import { resourceNotFound } from './errors.ts';
import type { Fields } from './filter.ts';
import { graphRoute } from './routes.ts';
import type { Needed } from './routes.ts';

const DEFAULT_FIELDS = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
];

const REFUSAL = {
  code: 'Authorization_RequestDenied',
  message: 'Insufficient privileges to complete the operation.',
};
const READ_USERS: Needed = {
  application: ['User.Read.All', 'User.ReadBasic.All', 'Directory.Read.All'],
  delegated: ['User.Read.All', 'User.ReadBasic.All'],
  refusal: REFUSAL,
};
const READ_ME: Needed = { application: [], delegated: ['User.Read'], refusal: REFUSAL };
const READ_MEMBERS: Needed = {
  application: ['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'],
  delegated: ['GroupMember.Read.All'],
  refusal: REFUSAL,
};

/**
 * The directory: users (people and resource accounts), the signed-in person, and who is in a
 * group.
 */
export function registerUsers(server: Server, tenant: Tenant): void {
  graphRoute(server, tenant, 'get', '/users', READ_USERS, (incoming) =>
    answerCollection(tenant, incoming, {
      items: [
        ...tenant.directory.people,
        ...tenant.directory.resourceAccounts,
        ...tenant.directory.sharedMailboxes,
      ],
      fieldsOf: userFields,
      defaultFields: DEFAULT_FIELDS,
      context: 'users',
    }),
  );
  graphRoute(server, tenant, 'get', '/users/:id', READ_USERS, ({ params, query }) => {
    const id = params['id'] ?? '';
    const { directory } = tenant;
    const found = directory.findMailbox(id) ?? directory.findResourceAccount(id);
    return found === undefined ? resourceNotFound(tenant, id) : user(tenant, found, query);
  });
  graphRoute(server, tenant, 'get', '/me', READ_ME, ({ query }, { person, account }) => {
    const me = person ?? account;
    return me === undefined ? resourceNotFound(tenant, 'me') : user(tenant, me, query);
  });
  for (const path of ['/groups/:id/members', '/groups/:id/members/microsoft.graph.user']) {
    graphRoute(server, tenant, 'get', path, READ_MEMBERS, (incoming) => {
      const id = incoming.params['id'] ?? '';
      const group = tenant.directory.findGroup(id);
      if (group === undefined) return resourceNotFound(tenant, id);
      return answerCollection(tenant, incoming, {
        items: group.members.flatMap((upn) => tenant.directory.findPerson(upn) ?? []),
        fieldsOf: userFields,
        defaultFields: DEFAULT_FIELDS,
        context: path.endsWith('user') ? 'users' : 'directoryObjects',
        ...(path.endsWith('user') ? {} : { type: '#microsoft.graph.user' }),
      });
    });
  }
}

function user(
  tenant: Tenant,
  found: Person | Service | Account | SharedMailbox,
  query: Readonly<Record<string, string>>,
): Answer {
  return ok({
    '@odata.context': `${tenant.url}/graph/v1.0/$metadata#users/$entity`,
    ...selected(userFields(found), query['$select'], DEFAULT_FIELDS),
  });
}

function userFields(found: Person | Service | Account | SharedMailbox): Fields {
  if ('applicationInstanceId' in found) return resourceAccountFields(found);
  if ('behaviour' in found) return personFields(found);
  return accountFields(found, 'signIn' in found ? null : found.upn);
}

function accountFields({ id, displayName, upn }: SharedMailbox, mail: string | null): Fields {
  return { id, displayName, userPrincipalName: upn, mail, businessPhones: [] };
}

function personFields(person: Person): Fields {
  return {
    id: person.id,
    displayName: person.displayName,
    givenName: person.givenName,
    surname: person.surname,
    userPrincipalName: person.upn,
    mail: person.upn,
    jobTitle: person.role,
    businessPhones: person.phone === null ? [] : [person.phone],
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: person.language,
    accountEnabled: true,
    userType: 'Member',
  };
}

/** A resource account is a user whom nobody can sign in as. */
function resourceAccountFields(service: Service): Fields {
  return {
    id: service.applicationInstanceId,
    displayName: service.name,
    givenName: null,
    surname: null,
    userPrincipalName: service.upn,
    mail: null,
    jobTitle: null,
    businessPhones: [service.phone],
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    accountEnabled: false,
    userType: 'Member',
  };
}
