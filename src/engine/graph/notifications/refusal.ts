/** Why a notification was not accepted. None of these is answered as a fault: see `door.ts`. */
export const REFUSALS = [
  'malformed',
  'unknown-subscription',
  'client-state',
  'validation-token',
  'tenant',
  'not-encrypted',
  'certificate',
  'key',
  'signature',
  'content',
] as const;
export type Refusal = (typeof REFUSALS)[number];
