/** Something else that routes calls to agents: one decision is a route and a release. */
export interface Peer {
  readonly name: string;
  /** What is compared, in words: "algorithm only" where no database or network is in it. */
  readonly label: string;
  /** Routes and releases so often; resolves to decisions per second. */
  run(decisions: number): Promise<number>;
  close(): Promise<void>;
}

export function perSecond(decisions: number, startedMs: number): number {
  return decisions / ((performance.now() - startedMs) / 1000);
}
