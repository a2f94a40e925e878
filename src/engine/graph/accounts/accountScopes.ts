/** What an account signs in for: reading presence, and knowing whose account it is. */
export const ACCOUNT_SCOPES = [
  'Presence.Read.All',
  'User.Read',
  'User.ReadBasic.All',
  'offline_access',
] as const;
export const NEEDED_PERMISSION = 'Presence.Read.All';
