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
