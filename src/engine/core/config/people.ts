/**
 * What the configuration says of people: their skills, the profiles they may switch to, the reasons
 * for breaks (NIMx-03..05).
 */
import { z } from 'zod';
import { personId, shortName, title, whole } from './fields.ts';

export const skillLevelSchema = z.strictObject({
  skill: shortName,
  level: whole(0, 100).describe('How well the person masters the skill, 0 to 100'),
});

export const agentSchema = z.strictObject({
  id: personId,
  skills: z.array(skillLevelSchema).max(200).default([]),
  profiles: z
    .array(shortName)
    .max(20)
    .default([])
    .describe(
      'Responsibility profiles of the person; several hold together, none means all skills',
    ),
  lots: whole(1, 10).default(1).describe('Weight under the order "weighted random"'),
});

/**
 * A subset of skills. "On duty" (all) and "Off duty" (none) need no entry: they are duty itself.
 */
export const profileSchema = z.strictObject({
  id: shortName,
  name: title,
  skills: z.array(shortName).max(200),
});

export const breakReasonSchema = z.strictObject({
  code: whole(100, 999).describe('Number of the reason in reports; 1 to 99 are ours'),
  name: title,
  maximumMinutes: whole(1, 480)
    .nullable()
    .default(null)
    .describe('A longer break ends by itself; null leaves it to the person'),
});

export type AgentSettings = z.output<typeof agentSchema>;
export type ProfileSettings = z.output<typeof profileSchema>;
export type BreakReason = z.output<typeof breakReasonSchema>;
