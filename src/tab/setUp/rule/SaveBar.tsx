import { TroubleBar } from '../../appearance/TroubleBar.tsx';
import { useWords } from '../../language/language.ts';
import { SaveStrip } from '../editing/SaveStrip.tsx';
import { Told } from '../editing/Told.tsx';
import { problemsOf } from '../fieldProblem.ts';
import type { RuleFormState } from './useRuleForm.ts';

type SaveBarProps = { readonly state: RuleFormState };

/** Saves or discards a rule, and says what stands in the way. */
export function SaveBar({ state }: SaveBarProps) {
  const say = useWords();
  const { isDirty, isSaving, isSaved, rule, theirs } = state;
  return (
    <SaveStrip
      {...{ isDirty, isSaving }}
      saved={isSaved ? say('rule.saved') : null}
      isWrong={rule === null}
      canSave={rule !== null && theirs === null}
      onSave={state.save}
      onDiscard={state.discard}
    >
      <Problems state={state} />
    </SaveStrip>
  );
}

function Problems({ state: { trouble } }: SaveBarProps) {
  const say = useWords();
  const problems = problemsOf(trouble);
  if (trouble === null) return null;
  if (problems.length === 0) return <TroubleBar trouble={trouble} />;
  return (
    <Told intent="error" title={say('rule.problems')} told={problems} nameOf={(field) => field} />
  );
}
