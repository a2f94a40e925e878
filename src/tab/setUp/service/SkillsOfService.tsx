import { Text } from '@fluentui/react-components';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.ts';
import type { ServiceContent } from '../editing/part.ts';
import { type Setting, within } from '../editing/setting.ts';
import { FieldGroup } from '../fields/FieldGroup.tsx';
import { RequiredSkills } from '../fields/RequiredSkills.tsx';
import { SkillRows } from '../fields/SkillRows.tsx';
import { comparedSkills, skillsOfLevelsOnly } from './comparedSkills.ts';

type SkillsOfServiceProps = { readonly form: Setting<ServiceContent> };

/** By skills they are needed; by people they are only what the order "best skill" compares. */
export function SkillsOfService({ form }: SkillsOfServiceProps) {
  const say = useWords();
  const responsibility = within(form, 'responsibility');
  const skills = within(responsibility, 'skills');
  const isCompared = form.value.order === 'best-skill';
  if (responsibility.value.by === 'skills') {
    return (
      <>
        <RequiredSkills setting={skills} />
        {isCompared && <Text>{say('compared.needed')}</Text>}
        {isCompared && <OfLevels form={form} />}
      </>
    );
  }
  if (!isCompared && comparedSkills(responsibility.value).length === 0) return null;
  return (
    <>
      <FieldGroup
        field={skills.field}
        label={say('compared.heading')}
        hint={say(isCompared ? 'compared.hint' : 'compared.unused')}
      >
        <SkillRows setting={skills} added={{ skill: '', minimum: 1 }} />
      </FieldGroup>
      {isCompared && <OfLevels form={form} />}
    </>
  );
}

function OfLevels({ form }: SkillsOfServiceProps) {
  const say = useWords();
  const { list } = useFormats();
  const skills = skillsOfLevelsOnly(form.value.responsibility);
  return skills.length > 0 && <Text>{say('compared.ofLevels', { skills: list(skills) })}</Text>;
}
