/** A presence rule as it stands in the form: what is typed is kept as typed. */
import { type PresenceRule, presenceRuleSchema } from '@rufwerk/engine/core';
import { z } from 'zod';

export const ruleFormSchema = z.strictObject({
  busy: z.boolean(),
  away: z.boolean(),
  busyWhileDegraded: z.boolean(),
  blockingActivities: z.enum(['in-a-call', 'in-a-conversation']),
  /** Text, because half a number is not lost either. */
  notOlderThanSeconds: z.string(),
});
export type RuleForm = z.output<typeof ruleFormSchema>;

const age = presenceRuleSchema.unwrap().shape.notOlderThanSeconds.unwrap();

/** The bounds of a presence's age, from the schema that the server checks as well. */
export const AGE_BOUNDS = { minimum: age.minValue ?? 0, maximum: age.maxValue ?? 0 };

/** What a service starts with. */
export const DEFAULT_RULE = presenceRuleSchema.parse(undefined);

export function formOf(rule: PresenceRule): RuleForm {
  return { ...rule, notOlderThanSeconds: String(rule.notOlderThanSeconds) };
}

/** The rule that the form describes; null while a field is not right. */
export function ruleOf(form: RuleForm): PresenceRule | null {
  const text = form.notOlderThanSeconds.trim();
  if (!/^\d+$/.test(text)) return null;
  const parsed = presenceRuleSchema.safeParse({ ...form, notOlderThanSeconds: Number(text) });
  return parsed.success ? parsed.data : null;
}

export const SETTINGS = [
  'busy',
  'away',
  'busyWhileDegraded',
  'blockingActivities',
  'notOlderThanSeconds',
] as const satisfies readonly (keyof RuleForm)[];

export type Setting = (typeof SETTINGS)[number];

/** The settings in which two forms differ. */
export function differences(one: RuleForm, other: RuleForm): readonly Setting[] {
  return SETTINGS.filter((setting) => one[setting] !== other[setting]);
}
