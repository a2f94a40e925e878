/** A presence rule as it stands in the form: what is typed is kept as typed. */
import { type PresenceRule, presenceRuleSchema } from '@rufwerk/engine/core';
import { z } from 'zod';

export const ruleFormSchema = z.strictObject({
  busy: z.boolean(),
  away: z.boolean(),
  busyWhileDegraded: z.boolean(),
  blockingActivities: z.enum(['in-a-call', 'in-a-conversation']),
  /** Texts, because half a number is not lost either. */
  notOlderThanSeconds: z.string(),
  whenOlder: z.enum(['not-offered', 'others-first', 'confirm']),
  activityTrustedForSeconds: z.string(),
});
export type RuleForm = z.output<typeof ruleFormSchema>;

/** The settings of an age, in seconds. */
export const AGES = ['notOlderThanSeconds', 'activityTrustedForSeconds'] as const;
export type Age = (typeof AGES)[number];

const age = presenceRuleSchema.unwrap().shape.notOlderThanSeconds.unwrap();

/** The bounds of a presence's age, from the schema that the server checks as well. */
export const AGE_BOUNDS = { minimum: age.minValue ?? 0, maximum: age.maxValue ?? 0 };

/** What a service starts with. */
export const DEFAULT_RULE = presenceRuleSchema.parse(undefined);

export function formOf(rule: PresenceRule): RuleForm {
  const { notOlderThanSeconds, activityTrustedForSeconds } = rule;
  return {
    ...rule,
    notOlderThanSeconds: String(notOlderThanSeconds),
    activityTrustedForSeconds: String(activityTrustedForSeconds),
  };
}

/** The rule that the form describes; null while a field is not right. */
export function ruleOf(form: RuleForm): PresenceRule | null {
  if (!AGES.every((name) => isAge(form[name]))) return null;
  const parsed = presenceRuleSchema.safeParse({
    ...form,
    notOlderThanSeconds: Number(form.notOlderThanSeconds),
    activityTrustedForSeconds: Number(form.activityTrustedForSeconds),
  });
  return parsed.success ? parsed.data : null;
}

/** Whether a text is a whole number of seconds within the bounds. */
export function isAge(text: string): boolean {
  const seconds = Number(text);
  const isWhole = /^\d+$/.test(text.trim());
  return isWhole && seconds >= AGE_BOUNDS.minimum && seconds <= AGE_BOUNDS.maximum;
}

export const SETTINGS = [
  'busy',
  'away',
  'busyWhileDegraded',
  'blockingActivities',
  'notOlderThanSeconds',
  'whenOlder',
  'activityTrustedForSeconds',
] as const satisfies readonly (keyof RuleForm)[];

export type Setting = (typeof SETTINGS)[number];

/** The settings in which two forms differ. */
export function differences(one: RuleForm, other: RuleForm): readonly Setting[] {
  return SETTINGS.filter((setting) => one[setting] !== other[setting]);
}
