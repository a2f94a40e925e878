/** The invariants by name; docs/invariants.md says what each means and why. */
export type Invariant =
  | 'one-offer'
  | 'never-in-a-call'
  | 'never-the-caller'
  | 'work-not-skipped'
  | 'offers-agree'
  | 'calls-have-an-owner'
  | 'every-wait-ends'
  | 'served-once'
  | 'no-idle-match'
  | 'no-priority-inversion'
  | 'indexes-agree';

/** One invariant that does not hold, and where. */
export interface Breach {
  readonly invariant: Invariant;
  readonly detail: string;
}

export function breachIf(broken: boolean, invariant: Invariant, detail: string): Breach[] {
  return broken ? [{ invariant, detail }] : [];
}
