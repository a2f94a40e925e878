/** What every input has. */

/**
 * Every input carries its instant (epoch ms) and, where its source gave one, an id to know a repeat
 * by.
 */
export interface Received {
  readonly at: number;
  readonly sourceId?: string;
}
