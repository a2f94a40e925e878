/**
 * How a service rings: the presence rule, the order, the ring time and the pauses (NIMx-01..04).
 */
import { z } from 'zod';
import type { GroupId } from '../ids.ts';
import { personId, seconds, shortName, whole } from './fields.ts';

/**
 * Whom a service rings, by presence. Available always; Do not disturb and Offline never (NIM-22).
 */
export const presenceRuleSchema = z
  .strictObject({
    busy: z.boolean().default(false).describe('Ring agents whom Teams shows as Busy'),
    away: z.boolean().default(false).describe('Ring agents who are Away or will be right back'),
    busyWhileDegraded: z
      .boolean()
      .default(false)
      .describe('Ring Busy agents even while it cannot be seen whether they are in a call'),
    blockingActivities: z
      .enum(['in-a-call', 'in-a-conversation'])
      .default('in-a-call')
      .describe('Activities that block an agent: calls only, or calls and calendar meetings'),
    notOlderThanSeconds: seconds(10, 3600, 120).describe(
      'A presence that was last confirmed longer ago than this is old',
    ),
    whenOlder: z
      .enum(['not-offered', 'others-first', 'confirm'])
      .default('not-offered')
      .describe(
        'What an old presence is worth: no offer, an offer after all others, or an offer once ' +
          'Teams has been asked again',
      ),
    activityTrustedForSeconds: seconds(10, 3600, 60).describe(
      'After this long without confirmation it is not known any more whether a busy agent is ' +
        'in a call: the rule for the degraded view decides',
    ),
  })
  .prefault({});

/** The orders in which agents are rung; their sentences stand in `explain/orders.ts`. */
export const orderSchema = z.enum([
  'longest-idle',
  'round-robin',
  'fixed-order',
  'fewest-calls',
  'least-talk-time',
  'lowest-occupancy',
  'best-skill',
  'weighted-random',
  'broadcast',
]);

export const offerSettingsSchema = z
  .strictObject({
    ringTimeoutSeconds: seconds(5, 90, 15).describe(
      'How long a client rings before the next is tried',
    ),
    pauseAfterMissedSeconds: seconds(0, 3600, 30).describe('Pause after an offer nobody answered'),
    pauseAfterDeclinedSeconds: seconds(0, 3600, 30).describe('Pause after a declined offer'),
    pauseAfterUnreachableSeconds: seconds(0, 3600, 60).describe('Pause when no client could ring'),
    offDutyAfterMisses: whole(0, 20)
      .default(0)
      .describe('Missed offers in a row that set the agent off duty; 0 never does'),
    broadcastTo: whole(2, 25).default(10).describe('How many a broadcast rings at once'),
    pauseAfterMissedBroadcast: z
      .boolean()
      .default(false)
      .describe('Whether a broadcast that somebody else took, or nobody, counts as missed'),
  })
  .prefault({});

const requiredSkillSchema = z.strictObject({
  skill: shortName.describe('The name of the skill'),
  minimum: whole(0, 100).default(1).describe('The least level that qualifies, 0 to 100'),
});

/** A later level lets further people qualify, once the call has waited so long (NIMx-04). */
const levelSchema = z.strictObject({
  afterSeconds: whole(1, 14_400).describe('How long a call waits before it opens'),
  agents: z.array(personId).max(100_000).default([]).describe('Who serves from then on too'),
  skills: z.array(requiredSkillSchema).max(20).default([]).describe('What qualifies from then on'),
});

export const responsibilitySchema = z
  .strictObject({
    by: z
      .enum(['people', 'skills', 'nobody'])
      .default('people')
      .describe('The agents listed and the team; everybody with the skills; or announcement only'),
    team: z
      .guid()
      .transform((text) => text as GroupId)
      .nullable()
      .default(null)
      .describe('Members of this Microsoft 365 group serve'),
    newMembersActive: z
      .boolean()
      .default(true)
      .describe('Whether someone new to the service takes its calls without switching it on'),
    skills: z
      .array(requiredSkillSchema)
      .max(20)
      .default([])
      .describe('All of them qualify for a service by skills; "best skill" compares them'),
    levels: z
      .array(levelSchema)
      .max(10)
      .default([])
      .describe('Let further people serve once a call has waited long; the first is level 1'),
    preferred: z
      .array(personId)
      .max(100)
      .default([])
      .describe('Rung before all others, for as long as preferredFirstSeconds says'),
    preferredFirstSeconds: seconds(0, 3_600, 0).describe(
      'How long only preferred people are rung; with 0 nobody is preferred',
    ),
    lastAgentFirstSeconds: seconds(0, 3_600, 0).describe(
      'How long only the agent is rung with whom the caller last talked; 0 switches it off',
    ),
  })
  .prefault({});

export const afterCallWorkSchema = z
  .strictObject({
    mode: z
      .enum(['none', 'fixed', 'extendable', 'until-done'])
      .default('fixed')
      .describe('No time after a call, a fixed time, one that can be extended, or until done'),
    seconds: seconds(1, 3600, 10).describe('Time after a call before the next offer'),
    extensionSeconds: seconds(5, 3600, 30).describe('What one press of "extend" adds'),
    maximumSeconds: seconds(5, 14_400, 600).describe(
      'Work that is extended, or lasts until done, ends at the latest then; a fixed time does not',
    ),
  })
  .prefault({});

export type PresenceRule = z.output<typeof presenceRuleSchema>;
export type Order = z.output<typeof orderSchema>;
export type OfferSettings = z.output<typeof offerSettingsSchema>;
export type RequiredSkill = z.output<typeof requiredSkillSchema>;
export type ResponsibilitySettings = z.output<typeof responsibilitySchema>;
export type AfterCallWorkSettings = z.output<typeof afterCallWorkSchema>;
