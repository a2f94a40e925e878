/**
 * What the configuration says of people: their skills, the profiles they may switch to, the reasons
 * for breaks (NIMx-03..05).
 */
import { z } from 'zod';
import { agentEmergencySchema } from './emergency.ts';
import { personId, shortName, title, whole } from './fields.ts';

export const skillLevelSchema = z.strictObject({
  skill: shortName.describe('The name of the skill'),
  level: whole(0, 100).describe('How well the person masters the skill, 0 to 100'),
});

export const agentSchema = z.strictObject({
  id: personId.describe('The person: a user principal name, or an object id'),
  skills: z.array(skillLevelSchema).max(200).default([]).describe('What the person masters'),
  profiles: z
    .array(shortName)
    .max(20)
    .default([])
    .describe(
      'Responsibility profiles between which the person can be switched; several hold together. ' +
        'When they change, those in force that are still among them stay so, and where none is ' +
        'left all of them are in force. None: every profile can be chosen, and all skills hold ' +
        'at first',
    ),
  lots: whole(1, 10).default(1).describe('Weight under the order "weighted random"'),
  emergency: agentEmergencySchema,
});

/**
 * A subset of skills. "On duty" (all) and "Off duty" (none) need no entry: they are duty itself.
 */
export const profileSchema = z.strictObject({
  id: shortName.describe('The short name by which people name it'),
  name: title.describe('The name that people read'),
  skills: z.array(shortName).max(200).describe('The skills that it leaves'),
});

export const breakReasonSchema = z.strictObject({
  code: whole(100, 999).describe('Number of the reason in reports; 1 to 99 are ours'),
  name: title.describe('The name that people read'),
  maximumMinutes: whole(1, 480)
    .nullable()
    .default(null)
    .describe('A longer break ends by itself; null leaves it to the person'),
});

/** The profiles that can be put in force for the person: their own, or all where they have none. */
export function profilesOpenTo(
  person: AgentSettings | null,
  profiles: readonly ProfileSettings[],
): readonly ProfileSettings[] {
  const own = person?.profiles ?? [];
  return own.length === 0 ? profiles : profiles.filter(({ id }) => own.includes(id));
}

/**
 * What is in force of the person's profiles under a new configuration. An assignment restricts: who
 * served with all skills, or with profiles that are taken away, serves with all that are assigned
 * now. A choice made since stays as long as the assignment does.
 */
export function profilesKept(
  inForce: readonly string[],
  assignedBefore: readonly string[],
  person: Pick<AgentSettings, 'profiles'> | null,
  profiles: readonly Pick<ProfileSettings, 'id'>[],
): readonly string[] {
  const assigned = person?.profiles ?? [];
  const known = new Set(profiles.map(({ id }) => id));
  const kept = inForce.filter(
    (id) => known.has(id) && (assigned.length === 0 || assigned.includes(id)),
  );
  if (kept.length > 0 || sameProfiles(assigned, assignedBefore)) return kept;
  return assigned;
}

/** Whether the same profiles are named, in whatever order. */
export function sameProfiles(left: readonly string[], right: readonly string[]): boolean {
  const [all, others] = [new Set(left), new Set(right)];
  return all.size === others.size && left.every((id) => others.has(id));
}

export type AgentSettings = z.output<typeof agentSchema>;
export type ProfileSettings = z.output<typeof profileSchema>;
export type BreakReason = z.output<typeof breakReasonSchema>;
