/**
 * The platform's call states in the few that the engine distinguishes. They are compared without
 * case; jumps happen (`establishing` to `terminating`), and the last one is sometimes never told,
 * so `terminating` counts as the end it always leads to.
 */
export type KnownCallState = 'incoming' | 'establishing' | 'established' | 'terminated';

const STATE_OF: Readonly<Record<string, KnownCallState>> = {
  incoming: 'incoming',
  ringing: 'establishing',
  establishing: 'establishing',
  redirecting: 'establishing',
  established: 'established',
  hold: 'established',
  transferring: 'established',
  transferaccepted: 'established',
  terminating: 'terminated',
  terminated: 'terminated',
};

/** Null for a state that nobody has told us about yet. */
export function callStateOf(state: string): KnownCallState | null {
  return STATE_OF[state.toLowerCase()] ?? null;
}
