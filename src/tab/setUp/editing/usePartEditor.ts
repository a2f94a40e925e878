/**
 * The form of one part of the configuration.
 *
 *   clean --change--> dirty --save--> trying --good--> saving --taken--> clean, "saved"
 *     ^                 |                |  \--warned--> asking --save all the same--> saving
 *     +----discard------+      refused, or changed by somebody else: dirty, with what to do
 */
import type { ConfigurationProblem } from '@rufwerk/engine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { TaggedConfiguration } from '../../session/configurationApi.ts';
import { useSession } from '../../session/SessionContext.ts';
import type { Trouble } from '../../session/trouble.ts';
import { useCommand } from '../../session/useCommand.ts';
import { keys } from '../../stream/keys.ts';
import { problemsOf } from '../fieldProblem.ts';
import { check } from './check.ts';
import { type Difference, differences, isSame } from './differences.ts';
import { type Draft, keepDraft, readDraft } from './drafts.ts';
import type { ConfigurationForm } from './form.ts';
import { belongsTo, type Part } from './part.ts';
import type { Setting } from './setting.ts';

export interface PartEditor<Content extends object> {
  readonly form: Setting<Content>;
  /** The whole configuration as it would be. */
  readonly whole: ConfigurationForm;
  readonly inForce: Content;
  /** From what is in force to what is in the form. */
  readonly changes: readonly Difference[];
  /** In this part: found here or told by the server. */
  readonly problems: readonly ConfigurationProblem[];
  readonly warnings: readonly ConfigurationProblem[];
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  readonly isSaved: boolean;
  /** The server warned: it is for the administrator to say whether that is meant. */
  readonly isAsking: boolean;
  /** Somebody else changed the same part since the first change here. */
  readonly isOutdated: boolean;
  readonly trouble: Trouble | null;
  readonly save: () => void;
  readonly saveOver: () => void;
  readonly discard: () => void;
}

interface Saving {
  readonly mayWarn: boolean;
  readonly mayOverwrite: boolean;
}

const NOT_WARNED: readonly ConfigurationProblem[] = [];

export function usePartEditor<Content extends object>(
  part: Part<Content>,
  current: TaggedConfiguration,
  inForce: Content,
): PartEditor<Content> {
  const { api } = useSession();
  const cache = useQueryClient();
  const [draft, setDraft] = useState(() => readDraft(part.key, inForce));
  const [isSaved, setSaved] = useState(false);
  const [warned, setWarned] = useState(NOT_WARNED);

  const keep = (next: Draft<Content> | null): void => {
    keepDraft(part.key, next);
    setDraft(next);
  };
  const content = draft?.content ?? inForce;
  const base = draft?.base ?? inForce;
  const saving = useCommand(
    async ({ mayWarn, mayOverwrite }: Saving) => {
      // Another part may have changed meanwhile, which is no reason to refuse this one.
      const newest = await api.configuration();
      cache.setQueryData(keys.configuration, newest);
      const theirs = part.read(newest.configuration);
      if (theirs === null || (!mayOverwrite && !isSame(theirs, base))) return;
      if (mayOverwrite) keep({ content, base: theirs });
      const file = part.write(newest.configuration, content);
      const { warnings } = await api.tryConfiguration(file);
      const ours = warnings.filter(({ field }) => belongsTo(field, part.field(file), content));
      setWarned(ours);
      if (ours.length > 0 && mayWarn) return;
      await api.saveConfiguration(file, newest.etag);
      keep(null);
      setWarned(NOT_WARNED);
      setSaved(true);
    },
    [keys.configuration, keys.rules, keys.services, keys.agents, keys.announcements],
  );

  const whole = useMemo(
    () => part.write(current.configuration, content),
    [part, current.configuration, content],
  );
  const checked = useMemo(() => check(whole), [whole]);
  const isOurs = ({ field }: ConfigurationProblem): boolean =>
    belongsTo(field, part.field(whole), content);
  const changes = differences(inForce, content);
  const isDirty = changes.length > 0;
  const set = (next: Content): void => {
    setSaved(false);
    setWarned(NOT_WARNED);
    saving.dismiss();
    keep({ content: next, base: isDirty ? base : inForce });
  };

  return {
    form: { field: part.field(whole), value: content, set },
    ...{ whole, inForce, changes, isDirty },
    problems: [...checked.problems, ...problemsOf(saving.trouble)].filter(isOurs),
    warnings: warned.length > 0 ? warned : checked.warnings.filter(isOurs),
    isSaving: saving.isBusy,
    isSaved: isSaved && !isDirty,
    isAsking: isDirty && warned.length > 0,
    isOutdated: isDirty && !isSame(base, inForce),
    trouble: saving.trouble,
    save: () => saving.run({ mayWarn: warned.length === 0, mayOverwrite: false }),
    saveOver: () => saving.run({ mayWarn: true, mayOverwrite: true }),
    discard() {
      saving.dismiss();
      setWarned(NOT_WARNED);
      keep(null);
    },
  };
}
