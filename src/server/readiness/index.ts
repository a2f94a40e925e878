/** What must be right outside of us, and whether it is. */
export type { Check, CheckState, Found } from './check.ts';
export { EmergencyCallerIds } from './emergencyCallerIds.ts';
export { EmergencyWatch } from './emergencyWatch.ts';
export { Readiness, type ReadinessTold } from './readiness.ts';
