/** From the process's variables to an environment, or to words that say what to set and where. */
import type { z } from 'zod';
import { environmentSchema, type Environment } from './schema.ts';

export type EnvironmentResult =
  | { readonly ok: true; readonly environment: Environment }
  | { readonly ok: false; readonly message: string };

/** Reads and checks the variables; empty ones count as absent. Never throws for bad input. */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
): EnvironmentResult {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value));
  const parsed = environmentSchema.safeParse(given);
  if (parsed.success) return { ok: true, environment: parsed.data };
  const faults = parsed.error.issues.map((issue) => faultOf(issue, given));
  return { ok: false, message: refusal(faults) };
}

function faultOf(
  issue: z.core.$ZodIssue,
  given: Readonly<Record<string, string | undefined>>,
): string {
  const name = String(issue.path[0]);
  // The value itself stays unsaid: it may be a secret.
  const isMissing = given[name] === undefined && issue.code !== 'custom';
  return `${name} ${isMissing ? 'is missing' : issue.message}.`;
}

function refusal(faults: readonly string[]): string {
  return [
    'Rufwerk cannot start:',
    ...faults.map((fault) => `  ${fault}`),
    'Set it in the environment of the process, or in the file of the environment you run (env/.env.local',
    'for the simulated tenant). docs/environment.md says what each variable means.',
  ].join('\n');
}
