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
  /** All users in a group, transitively flattened by the caller if it wants that. */
  listGroupMembers(groupId: string): Promise<readonly DirectoryUser[]>;
}
