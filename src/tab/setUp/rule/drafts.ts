/**
 * What an administrator has entered and not saved. It outlives the page, another personal tab and a
 * reload, and ends with the Teams window.
 */
import { z } from 'zod';
import { ruleFormSchema } from './ruleForm.ts';

const draftSchema = z.strictObject({
  form: ruleFormSchema,
  /** The version that was in force when the first change was made. */
  etag: z.string(),
});
export type Draft = z.output<typeof draftSchema>;

export function readDraft(serviceId: string): Draft | null {
  const text = sessionStorage.getItem(keyOf(serviceId));
  if (text === null) return null;
  const parsed = draftSchema.safeParse(jsonOf(text));
  return parsed.success ? parsed.data : null;
}

/** Null: there is nothing left to keep. */
export function keepDraft(serviceId: string, draft: Draft | null): void {
  if (draft === null) sessionStorage.removeItem(keyOf(serviceId));
  else sessionStorage.setItem(keyOf(serviceId), JSON.stringify(draft));
}

function keyOf(serviceId: string): string {
  return `rufwerk.rule-draft.${serviceId}`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not a draft of ours: there is none.
    return null;
  }
}
