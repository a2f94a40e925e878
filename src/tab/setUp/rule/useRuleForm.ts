/**
 * The form of a service's presence rule.
 *
 *   clean --change--> dirty --save--> saving --taken--> clean, "saved"
 *     ^                 |                |
 *     +----discard------+     refused, or changed by somebody else: dirty, with what to do
 */
import type { PresenceRule } from '@rufwerk/engine/core';
import { useState } from 'react';
import type { TaggedRule } from '../../session/api.ts';
import { useSession } from '../../session/SessionContext.ts';
import { isConflict, type Trouble } from '../../session/trouble.ts';
import { useCommand } from '../../session/useCommand.ts';
import { keys } from '../../stream/keys.ts';
import { type Draft, keepDraft, readDraft } from './drafts.ts';
import { differences, formOf, type RuleForm, ruleOf } from './ruleForm.ts';

export interface RuleFormState {
  readonly form: RuleForm;
  /** What the form means; null while a field is not right. */
  readonly rule: PresenceRule | null;
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  /** The last save was taken, and nothing has changed since. */
  readonly isSaved: boolean;
  /** What somebody else put in force since the first change; null when nobody did. */
  readonly theirs: RuleForm | null;
  /** Why the server did not take the rule. */
  readonly trouble: Trouble | null;
  readonly change: (part: Partial<RuleForm>) => void;
  readonly save: () => void;
  /** Saves over what somebody else put in force. */
  readonly saveOver: () => void;
  readonly discard: () => void;
}

interface Saving {
  readonly rule: PresenceRule;
  readonly etag: string;
}

export function useRuleForm(current: TaggedRule): RuleFormState {
  const { api } = useSession();
  const { serviceId, etag } = current;
  const inForce = formOf(current.rule);
  const [draft, setDraft] = useState(() => readDraft(serviceId));
  const [isSaved, setSaved] = useState(false);

  const keep = (next: Draft | null): void => {
    keepDraft(serviceId, next);
    setDraft(next);
  };
  const saving = useCommand(
    async ({ rule, etag: based }: Saving) => {
      await api.saveRule(serviceId, { rule }, based);
      keep(null);
      setSaved(true);
    },
    [keys.rule(serviceId)],
  );

  const form = draft?.form ?? inForce;
  const rule = ruleOf(form);
  const isDirty = differences(form, inForce).length > 0;
  const isOutdated = isDirty && draft !== null && draft.etag !== etag;
  const saveBasedOn = (based: string): void => {
    if (rule !== null && isDirty) saving.run({ rule, etag: based });
  };

  return {
    form,
    rule,
    isDirty,
    isSaving: saving.isBusy,
    isSaved: isSaved && !isDirty,
    theirs: isOutdated ? inForce : null,
    trouble: isConflict(saving.trouble) && isOutdated ? null : saving.trouble,
    change(part) {
      setSaved(false);
      saving.dismiss();
      keep({ form: { ...form, ...part }, etag: isDirty ? (draft?.etag ?? etag) : etag });
    },
    save: () => saveBasedOn(draft?.etag ?? etag),
    saveOver: () => saveBasedOn(etag),
    discard() {
      saving.dismiss();
      keep(null);
    },
  };
}
