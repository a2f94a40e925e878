/** What the application may do by itself when every consent is given (Microsoft's names). */
const APPLICATION_PERMISSIONS = [
  'Calendars.Read',
  'CallEvents-Emergency.Read.All',
  'CallRecords.Read.All',
  'Calls.AccessMedia.All',
  'Calls.Initiate.All',
  'Calls.InitiateGroupCall.All',
  'Calls.JoinGroupCall.All',
  'GroupMember.Read.All',
  'Mail.Send',
  'Presence.Read.All',
  'Presence.ReadWrite.All',
  'TeamsActivity.Send',
  'TeamsAppInstallation.ReadWriteSelfForUser.All',
  'User.Read.All',
] as const;

/** What it may do in the name of a person who signed in. */
const DELEGATED_PERMISSIONS = [
  'Presence.Read',
  'Presence.Read.All',
  'Presence.ReadWrite',
  'User.Read',
  'User.ReadBasic.All',
] as const;

/** The permissions that an administrator granted; all of them at the start. */
export class Consents {
  readonly #withdrawn = new Set<string>();

  isGranted(permission: string): boolean {
    return !this.#withdrawn.has(permission);
  }

  set(permission: string, isGranted: boolean): void {
    if (isGranted) this.#withdrawn.delete(permission);
    else this.#withdrawn.add(permission);
  }

  /** The `roles` of an application's token. */
  applicationRoles(): string[] {
    return APPLICATION_PERMISSIONS.filter((permission) => this.isGranted(permission));
  }

  /**
   * The scopes that a person's token may carry. What this tenant's administrator withdraws means
   * nothing to a sign-in at another tenant, whose own consent counts.
   */
  delegatedScopes(isElsewhere: boolean): string[] {
    return DELEGATED_PERMISSIONS.filter((permission) => isElsewhere || this.isGranted(permission));
  }

  knows(permission: string): boolean {
    const known: readonly string[] = [...APPLICATION_PERMISSIONS, ...DELEGATED_PERMISSIONS];
    return known.includes(permission);
  }

  restore(): void {
    this.#withdrawn.clear();
  }
}
