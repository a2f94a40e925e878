/** Access tokens of the application itself (client credentials), cached until shortly before expiry. */
export interface TokenSource {
  /** `scope` such as `https://graph.microsoft.com/.default`. Rejects with words a person can act on. */
  accessToken(scope: string): Promise<string>;
}
