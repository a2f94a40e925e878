import { useWords } from '../../language/language.ts';
import type { TypedNumber } from '../editing/form.ts';
import { type Setting, within } from '../editing/setting.ts';
import { FieldGroup } from './FieldGroup.tsx';
import { SkillRows } from './SkillRows.tsx';

interface RequiredSkill {
  readonly skill: string;
  readonly minimum: TypedNumber;
}

/** Skills with the least level that qualifies; all of them are needed. */
export function RequiredSkills({
  setting,
}: {
  readonly setting: Setting<readonly RequiredSkill[]>;
}) {
  const say = useWords();
  return (
    <FieldGroup
      field={setting.field}
      label={say('part.skills.needed')}
      hint={say('part.skills.neededHint')}
    >
      <SkillRows
        setting={setting}
        numberOf={(row) => within(row, 'minimum')}
        added={{ skill: '', minimum: 1 }}
      />
    </FieldGroup>
  );
}
