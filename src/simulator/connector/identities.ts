import { createHash } from 'node:crypto';
import type { Tenant } from '../tenant.ts';
import type { Directory, Person } from '../world/directory.ts';

/** The roles that the administrator gave the app to; everybody else has no chat with the bot. */
const ROLES_WITH_BOT: readonly Person['role'][] = ['administrator', 'supervisor', 'agent'];

export function hasBotInstalled(person: Person): boolean {
  return ROLES_WITH_BOT.includes(person.role);
}

/** How Teams names the bot in conversations. */
export function botId(tenant: Tenant): string {
  return `28:${tenant.application.id}`;
}

/** How Teams names a person towards one bot: another bot sees another id. */
export function personBotId(tenant: Tenant, person: Person): string {
  return `29:1${digest(tenant, 'person', person)}`;
}

/** The conversation of the bot and one person; there is one for each pair, and it never changes. */
export function personalConversationId(tenant: Tenant, person: Person): string {
  return `a:1${digest(tenant, 'conversation', person)}`;
}

/** Finds a person by the bot's id for them (`29:...`), Entra object id or user principal name. */
export function findMember(tenant: Tenant, id: string): Person | undefined {
  return tenant.directory.findPerson(id) ?? peopleByBotId(tenant).get(id);
}

/** Whose personal conversation this is; ids stay good when the played world starts again. */
export function findPersonOfConversation(tenant: Tenant, id: string): Person | undefined {
  return id.startsWith('a:') ? peopleByBotId(tenant).get(id) : undefined;
}

/** Both kinds of id of everybody with the bot, worked out once for each directory. */
const indexes = new WeakMap<Directory, ReadonlyMap<string, Person>>();

function peopleByBotId(tenant: Tenant): ReadonlyMap<string, Person> {
  const known = indexes.get(tenant.directory);
  if (known !== undefined) return known;
  const index = new Map<string, Person>();
  for (const person of tenant.directory.people) {
    index.set(personBotId(tenant, person), person);
    if (hasBotInstalled(person)) index.set(personalConversationId(tenant, person), person);
  }
  indexes.set(tenant.directory, index);
  return index;
}

function digest(tenant: Tenant, kind: string, person: Person): string {
  return createHash('sha256')
    .update(`${kind} ${tenant.application.id} ${person.id}`)
    .digest('base64url');
}
