/**
 * Access tokens of the application itself (client credentials), cached until shortly before expiry.
 */
export interface TokenSource {
  /**
   * `scope` such as `https://graph.microsoft.com/.default`. `refusedToken` names a token that its
   * resource no longer took: another one is fetched unless that has been done already. Rejects with
   * words a person can act on.
   */
  accessToken(scope: string, refusedToken?: string): Promise<string>;
}
