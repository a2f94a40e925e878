/**
 * The invariants by name; docs/invariants.md says what each means, why, and where it is checked.
 */
export type Invariant =
  | 'one-offer'
  | 'never-in-a-call'
  | 'never-the-caller'
  | 'work-not-skipped'
  | 'emergency-protects'
  | 'numbers-not-shared'
  | 'emergencies-end'
  | 'offers-stay-eligible'
  | 'offers-agree'
  | 'calls-have-an-owner'
  | 'every-wait-ends'
  | 'every-level-opens'
  | 'talk-is-left-alone'
  | 'served-once'
  | 'stands-once'
  | 'no-idle-match'
  | 'no-priority-inversion'
  | 'ended-is-forgotten'
  | 'indexes-agree';

/** One invariant that does not hold, and where. */
export interface Breach {
  readonly invariant: Invariant;
  readonly detail: string;
}

export function breachIf(broken: boolean, invariant: Invariant, detail: string): Breach[] {
  return broken ? [{ invariant, detail }] : [];
}
