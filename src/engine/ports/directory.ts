/**
 * The customer's directory, as far as an administrator's file names people and resource accounts.
 */
export interface DirectoryUser {
  readonly entraId: string;
  readonly userPrincipalName: string;
  readonly displayName: string;
}

export interface Directory {
  /** By user principal name or object id; null when the directory has no such user. */
  findUser(nameOrId: string): Promise<DirectoryUser | null>;
  /** People whose name or principal name begins with the text, at most `limit` (<= 50). */
  searchUsers(beginning: string, limit: number): Promise<readonly DirectoryUser[]>;
  /** The users who are members themselves; null when the directory has no such group. */
  listGroupMembers(groupId: string): Promise<readonly DirectoryUser[] | null>;
}

/**
 * How the directory says that a person can be reached. A number that Teams assigned need not show
 * there.
 */
export interface PersonReach {
  readonly entraId: string;
  /** As written there, in any form; personal, and so for no log. */
  readonly numbers: readonly string[];
  readonly hasMailbox: boolean;
}

export interface ReachDirectory {
  /** Of those whom the directory knows; in no order. */
  listReach(entraIds: readonly string[]): Promise<readonly PersonReach[]>;
}
