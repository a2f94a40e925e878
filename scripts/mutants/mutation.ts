/** A rule made wrong in one place. `find` stands exactly once in its file. */
export interface Mutation {
  readonly name: string;
  /** From the root. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}
