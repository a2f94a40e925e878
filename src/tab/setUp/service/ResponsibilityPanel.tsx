import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import { type Setting, within } from '../editing/setting.ts';
import { OneOf } from '../fields/OneOf.tsx';
import { People } from '../fields/People.tsx';
import { TextField } from '../fields/TextField.tsx';
import { YesNo } from '../fields/YesNo.tsx';
import type { ServicePanelProps } from './panel.ts';
import { SkillsOfService } from './SkillsOfService.tsx';

/** Who takes the calls: people and a team, everybody with the skills, or nobody. */
export function ResponsibilityPanel({ form }: ServicePanelProps) {
  const say = useWords();
  const responsibility = within(form, 'responsibility');
  const { by } = responsibility.value;
  return (
    <Panel heading={say('part.heading.responsibility')}>
      <OneOf setting={within(responsibility, 'by')} values={['people', 'skills', 'nobody']} />
      {by === 'people' && (
        <>
          <People setting={within(form, 'agents')} isOrdered={form.value.order === 'fixed-order'} />
          <Team setting={within(responsibility, 'team')} />
        </>
      )}
      {by !== 'nobody' && <SkillsOfService form={form} />}
      {by !== 'nobody' && <YesNo setting={within(responsibility, 'newMembersActive')} />}
    </Panel>
  );
}

/** The object id of a group; empty for none. */
function Team({ setting }: { readonly setting: Setting<string | null> }) {
  const { field, value, set } = setting;
  const text: Setting<string> = {
    field,
    value: value ?? '',
    set: (typed) => set(typed.trim() === '' ? null : typed.trim()),
  };
  return <TextField setting={text} placeholder="00000000-0000-0000-0000-000000000000" />;
}
