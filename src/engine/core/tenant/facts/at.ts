/** Every fact says when. */
export interface At {
  /** Epoch ms, UTC. */
  readonly at: number;
}
