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
import { useLanguage } from '../../language/language.ts';
import type { TaggedConfiguration } from '../../session/configurationApi.ts';
import { useSession } from '../../session/SessionContext.ts';
import type { Trouble } from '../../session/trouble.ts';
import { type Command, useCommand } from '../../session/useCommand.ts';
import { keys } from '../../stream/keys.ts';
import { problemsOf } from '../fieldProblem.ts';
import { check } from './check.ts';
import { type Difference, differences, isSame } from './differences.ts';
import { type Draft, keepDraft, readDraft } from './drafts.ts';
import type { ConfigurationForm } from './form.ts';
import { belongsTo, type Part } from './part.ts';
import type { Setting } from './setting.ts';
import { useShapeWords } from './useShapeWords.ts';

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
  onSaved?: (content: Content) => void,
): PartEditor<Content> {
  const { draft, keep } = useDraft(part.key, inForce);
  const { content, base } = draft ?? { content: inForce, base: inForce };
  const { saving, isSaved, warned, forget } = useSaving(part, { content, base }, keep, onSaved);
  const whole = useMemo(
    () => part.write(current.configuration, content),
    [part, current.configuration, content],
  );
  const language = useLanguage();
  const checked = useMemo(() => check(whole, language), [whole, language]);
  const shapeWords = useShapeWords();
  const isOurs = ({ field }: ConfigurationProblem): boolean =>
    belongsTo(field, part.field(whole), content);
  const changes = differences(inForce, content);
  const isDirty = changes.length > 0;
  const [isTried, setTried] = useState(false);
  const found = (checked.isOfShape ? checked.problems.map(shapeWords) : checked.problems).filter(
    isOurs,
  );
  const isToGive = ({ field }: ConfigurationProblem): boolean =>
    part.isNew === true && !isTried && !changes.some(({ path }) => field.endsWith(`.${path}`));
  const isIncomplete = found.some(isToGive);
  const change = (next: Draft<Content> | null): void => {
    forget();
    keep(next);
    if (next === null) setTried(false);
  };
  return {
    form: {
      field: part.field(whole),
      value: content,
      set: (next) => change({ content: next, base: isDirty ? base : inForce }),
    },
    ...{ whole, inForce, changes, isDirty },
    problems: [
      ...found.filter((problem) => !isToGive(problem)),
      ...problemsOf(saving.trouble).filter(isOurs),
    ],
    warnings: warned.length > 0 ? warned : checked.warnings.filter(isOurs),
    isSaving: saving.isBusy,
    isSaved: isSaved && !isDirty,
    isAsking: isDirty && warned.length > 0,
    isOutdated: isDirty && !isSame(base, inForce),
    trouble: saving.trouble,
    save: () => {
      if (isIncomplete) setTried(true);
      else saving.run({ mayWarn: warned.length === 0, mayOverwrite: false });
    },
    saveOver: () => saving.run({ mayWarn: true, mayOverwrite: true }),
    discard: () => change(null),
  };
}

interface KeptDraft<Content extends object> {
  readonly draft: Draft<Content> | null;
  readonly keep: (draft: Draft<Content> | null) => void;
}

function useDraft<Content extends object>(key: string, inForce: Content): KeptDraft<Content> {
  const [draft, setDraft] = useState(() => readDraft(key, inForce));
  return {
    draft,
    keep(next) {
      keepDraft(key, next);
      setDraft(next);
    },
  };
}

interface PartSaving {
  readonly saving: Command<Saving>;
  readonly isSaved: boolean;
  /** What the server warned about; nothing was saved then. */
  readonly warned: readonly ConfigurationProblem[];
  /** The form has changed: what was told about the last try is no longer about it. */
  readonly forget: () => void;
}

function useSaving<Content extends object>(
  part: Part<Content>,
  { content, base }: Draft<Content>,
  keep: KeptDraft<Content>['keep'],
  onSaved?: (content: Content) => void,
): PartSaving {
  const { api } = useSession();
  const cache = useQueryClient();
  const [isSaved, setSaved] = useState(false);
  const [warned, setWarned] = useState(NOT_WARNED);
  const saving = useCommand<Saving>(
    async ({ mayWarn, mayOverwrite }) => {
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
      onSaved?.(content);
    },
    [keys.configuration, keys.rules, keys.services, keys.agents, keys.announcements],
  );
  const forget = (): void => {
    setSaved(false);
    setWarned(NOT_WARNED);
    saving.dismiss();
  };
  return { saving, isSaved, warned, forget };
}
