/** Drills of emergencies: what was walked through, step by step, and the signed report of it. */
import { z } from 'zod';
import { instantSchema, personSchema } from './reason.ts';

/** What happened in a drill, in the order of a drill that goes well. */
export const drillStepKinds = [
  'asked',
  'blocked',
  'lease-taken',
  'lease-refused',
  'number-taken',
  'no-number-left',
  'card-shown',
  'card-failed',
  'contact-told',
  'contact-not-told',
  'goes-on',
  'callback-arrived',
  'callback-joined',
  'callback-over',
  'lease-released',
  'lease-not-released',
  'call-over',
  'window-ended',
  'overtaken',
] as const;
export type DrillStepKind = (typeof drillStepKinds)[number];

export const drillStepSchema = z.object({
  at: instantSchema,
  what: z.enum(drillStepKinds),
  /** Who asked, has the card or not, was told, joined or pressed; null where it was nobody. */
  person: personSchema.nullable(),
  /** A word more: how somebody was told, or why something ended. */
  detail: z.string().nullable(),
});

export const drillSchema = z.object({
  id: z.string(),
  agent: personSchema,
  startedAt: instantSchema,
  /** Null while it runs. */
  finishedAt: instantSchema.nullable(),
  /** A real emergency took its place: from then on nothing of it is kept. */
  isOvertaken: z.boolean(),
  path: z.enum(['own-number', 'pool']),
  /** Whether a callback reached the agent; null on the own number, which Rufwerk does not see. */
  callbackReachedAgent: z.boolean().nullable(),
  steps: z.array(drillStepSchema),
});
export type DrillShown = z.infer<typeof drillSchema>;

/** GET /api/v1/emergency-drills: the newest first. */
export const drillsSchema = z.object({
  drills: z.array(drillSchema),
  /** Of the key that signs the reports: compare it with what `npm run drill:verify` prints. */
  keyFingerprint: z.string(),
});

/** GET /api/v1/emergency-drills/{id}/report */
export const drillReportSchema = z.object({
  format: z.literal('rufwerk-drill-report/1'),
  report: z.object({ tenantId: z.string(), drill: drillSchema }),
  /** Ed25519 over format and report as JSON with sorted keys and no spaces; base64. */
  signature: z.string(),
  /** SubjectPublicKeyInfo, DER in base64. */
  publicKey: z.string(),
});
export type DrillReport = z.infer<typeof drillReportSchema>;
