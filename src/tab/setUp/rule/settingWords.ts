import { useWords } from '../../language/language.ts';
import type { RuleForm, Setting } from './ruleForm.ts';

/** A setting's value as a sentence part, for comparing two rules. */
export function useSettingWords(): (form: RuleForm, setting: Setting) => string {
  const say = useWords();
  return (form, setting) => {
    switch (setting) {
      case 'busy':
      case 'away':
      case 'busyWhileDegraded':
        return say(form[setting] ? 'rule.yes' : 'rule.no');
      case 'blockingActivities':
        return say(`rule.${form.blockingActivities}`);
      case 'whenOlder':
        return say(`rule.whenOlder.${form.whenOlder}`);
      case 'notOlderThanSeconds':
      case 'activityTrustedForSeconds':
        return say('rule.seconds', { seconds: form[setting] });
    }
  };
}
