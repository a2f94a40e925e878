/** The people and resource accounts of the played directory, as Microsoft Graph would tell them. */
import type { Directory, DirectoryUser } from '@rufwerk/engine/ports';

const people = {
  admin: 'Adrian Weber',
  'sam.supervisor': 'Sam Taylor',
  'sofia.supervisor': 'Sofia Keller',
  'anna.agent': 'Anna Müller',
  'ben.agent': 'Ben Carter',
  'emma.agent': 'Emma Wilson',
  'ursula.user': 'Ursula Zürcher',
  'it-helpdesk': 'IT Helpdesk',
  sales: 'Sales',
} as const;

export type Name = keyof typeof people;

export function upn(name: Name): string {
  return `${name}@contoso.example`;
}

/** The object id in the directory. */
export function objectId(name: Name): string {
  return `object-of-${name}`;
}

export function user(name: Name): DirectoryUser {
  return {
    entraId: objectId(name),
    userPrincipalName: upn(name),
    displayName: people[name],
  };
}

export class PlayedDirectory implements Directory {
  isDown = false;
  readonly asked: string[] = [];
  readonly lostGroups = new Set<string>();

  findUser(nameOrId: string): Promise<DirectoryUser | null> {
    this.asked.push(nameOrId);
    if (this.isDown) return Promise.reject(new Error('Graph does not answer.'));
    const wanted = nameOrId.toLowerCase();
    const names = Object.keys(people) as Name[];
    const name = names.find((each) => wanted === upn(each) || wanted === objectId(each));
    return Promise.resolve(name === undefined ? null : user(name));
  }

  searchUsers(): Promise<readonly DirectoryUser[]> {
    return Promise.resolve([]);
  }

  listGroupMembers(groupId: string): Promise<readonly DirectoryUser[] | null> {
    return Promise.resolve(this.lostGroups.has(groupId) ? null : []);
  }
}

/** IT Helpdesk: Anna and Ben under Sam. Sales: Emma under Sofia. */
export const contosoFile = {
  administrators: [upn('admin')],
  services: [
    {
      id: 'it-helpdesk',
      name: 'IT Helpdesk',
      resourceAccount: upn('it-helpdesk'),
      agents: [upn('anna.agent'), upn('ben.agent')],
      supervisors: [upn('sam.supervisor')],
    },
    {
      id: 'sales',
      name: 'Sales',
      resourceAccount: upn('sales'),
      agents: [upn('emma.agent')],
      supervisors: [upn('sofia.supervisor')],
    },
  ],
};
