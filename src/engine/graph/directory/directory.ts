/** The customer's directory through Microsoft Graph: users and the members of groups. */
import { z } from 'zod';
import type { Directory, DirectoryUser, PersonReach, ReachDirectory } from '@rufwerk/engine/ports';
import type { RequestTerms } from '../client/exchange.ts';
import type { Doubt, GraphAnswer, Refusal } from '../client/graphAnswer.ts';
import type { GraphClient } from '../client/graphClient.ts';

const SELECT = '$select=id,displayName,userPrincipalName';
const SELECT_REACH = '$select=id,mail,businessPhones,mobilePhone';
/** A filter takes no more at once. */
const IDS_AT_ONCE = 15;
const SEARCH_LIMIT = 50;
const PAGE_SIZE = 999;
const PAGES_LIMIT = 200;

const user = z.looseObject({
  id: z.string(),
  displayName: z.string().nullish(),
  userPrincipalName: z.string(),
});

const reach = z.looseObject({
  id: z.string(),
  mail: z.string().nullish(),
  businessPhones: z.array(z.string()).nullish(),
  mobilePhone: z.string().nullish(),
});

const page = z.looseObject({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().nullish(),
});

/** The directory gave no answer that helps; the message says what to mend. */
export class DirectoryProblem extends Error {
  override readonly name = 'DirectoryProblem';
}

/** Rejects with a `DirectoryProblem`, never with what the network throws. */
export function createDirectory(graph: GraphClient): Directory & ReachDirectory {
  return {
    async findUser(nameOrId) {
      const path = `/users/${encodeURIComponent(nameOrId)}?${SELECT}`;
      const answer = await graph.send({ method: 'GET', path, terms: termsOf('find-user') });
      if (answer.kind === 'refused' && answer.status === 404) return null;
      if (answer.kind !== 'success') throw problem('User.Read.All', answer);
      return userOf(answer.body);
    },

    async searchUsers(beginning, limit) {
      const text = beginning.trim().slice(0, 100);
      if (text === '') return [];
      const top = Math.min(Math.max(1, Math.floor(limit)), SEARCH_LIMIT);
      const path = `/users?${SELECT}&$top=${top}&$filter=${encodeURIComponent(beginsWith(text))}`;
      const { users } = pageOf(graph, await askForList(graph, path), 'User.Read.All');
      return users.slice(0, top);
    },

    async listGroupMembers(groupId) {
      const members: DirectoryUser[] = [];
      const first = `/groups/${encodeURIComponent(groupId)}/members?${SELECT}&$top=${PAGE_SIZE}`;
      let path: string | null = first;
      for (let pages = 0; path !== null; pages += 1) {
        if (pages === PAGES_LIMIT) {
          throw new DirectoryProblem(
            `the group has more than ${PAGES_LIMIT * PAGE_SIZE} members: name a smaller one`,
          );
        }
        const answer = await askForList(graph, path);
        if (path === first && hasNoSuchGroup(answer)) return null;
        const read: Page = pageOf(graph, answer, 'GroupMember.Read.All');
        members.push(...read.users);
        path = read.nextPath;
      }
      return members;
    },

    async listReach(entraIds) {
      const found: PersonReach[] = [];
      for (let from = 0; from < entraIds.length; from += IDS_AT_ONCE) {
        const some = entraIds
          .slice(from, from + IDS_AT_ONCE)
          .map(quoted)
          .join(',');
        const filter = encodeURIComponent(`id in (${some})`);
        const answer = await askForList(graph, `/users?${SELECT_REACH}&$filter=${filter}`);
        if (answer.kind !== 'success') throw problem('User.Read.All', answer);
        const read = page.safeParse(answer.body);
        if (!read.success) throw new DirectoryProblem('Microsoft Graph answered without a list');
        found.push(...read.data.value.flatMap((each) => reachOf(each) ?? []));
      }
      return found;
    },
  };
}

function reachOf(body: unknown): PersonReach | null {
  const read = reach.safeParse(body);
  if (!read.success) return null;
  const { id: entraId, mail, businessPhones, mobilePhone } = read.data;
  const numbers = [...(businessPhones ?? []), mobilePhone ?? ''].filter((each) => each !== '');
  return { entraId, hasMailbox: Boolean(mail), numbers };
}

interface Page {
  readonly users: DirectoryUser[];
  readonly nextPath: string | null;
}

function askForList(graph: GraphClient, path: string): Promise<GraphAnswer> {
  return graph.send({ method: 'GET', path, terms: termsOf('list-users') });
}

/** Only Graph's own word counts: a bare 404 may be anybody's on the way there. */
function hasNoSuchGroup(answer: GraphAnswer): boolean {
  return answer.kind === 'refused' && answer.code === 'Request_ResourceNotFound';
}

function pageOf(graph: GraphClient, answer: GraphAnswer, permission: string): Page {
  if (answer.kind !== 'success') throw problem(permission, answer);
  const read = page.safeParse(answer.body);
  if (!read.success) throw new DirectoryProblem('Microsoft Graph answered without a list');
  const link = read.data['@odata.nextLink'] ?? null;
  const nextPath = link === null ? null : graph.pathOfLink(link);
  if (link !== null && nextPath === null) {
    throw new DirectoryProblem('the next page of the list would be elsewhere than Microsoft Graph');
  }
  // Groups hold devices and other groups too: what is no user is passed over.
  return { users: read.data.value.flatMap((each) => userOf(each) ?? []), nextPath };
}

function userOf(body: unknown): DirectoryUser | null {
  const found = user.safeParse(body);
  if (!found.success) return null;
  const { id: entraId, userPrincipalName, displayName } = found.data;
  return { entraId, userPrincipalName, displayName: displayName ?? userPrincipalName };
}

function beginsWith(text: string): string {
  const beginning = quoted(text);
  return `startswith(displayName,${beginning}) or startswith(userPrincipalName,${beginning})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function termsOf(operation: string): RequestTerms {
  return { operation, repeat: 'freely', timeoutMs: 10_000, tries: 3, totalMs: 20_000 };
}

function problem(permission: string, answer: Refusal | Doubt): DirectoryProblem {
  const lacksPermission = answer.kind === 'refused' && answer.status === 403;
  const mend = lacksPermission
    ? `: grant the application permission ${permission} under Entra > App registrations`
    : '';
  return new DirectoryProblem(`the directory cannot be read: ${answer.cause}${mend}`);
}
