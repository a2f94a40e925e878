import { Checkbox, Field } from '@fluentui/react-components';
import type { SteeredAgent } from '@rufwerk/engine/api';
import { useWords } from '../../language/language.ts';

type ProfilesFieldProps = {
  readonly profiles: SteeredAgent['profiles'];
  /** The profiles that shall hold from now on. */
  readonly onSwitch: (profiles: readonly string[]) => void;
};

/** Several hold together; none at all means every skill. */
export function ProfilesField({ profiles, onSwitch }: ProfilesFieldProps) {
  const say = useWords();
  const switched = (id: string, active: boolean): string[] =>
    profiles.flatMap((profile) => {
      const isActive = profile.id === id ? active : profile.active;
      return isActive ? [profile.id] : [];
    });
  return (
    <Field label={say('myWork.choices.profiles')} hint={say('myWork.choices.profilesHint')}>
      <div role="group" aria-label={say('myWork.choices.profiles')}>
        {profiles.map(({ id, name, active }) => (
          <Checkbox
            key={id}
            label={name}
            checked={active}
            onChange={(_, { checked }) => onSwitch(switched(id, checked === true))}
          />
        ))}
      </div>
    </Field>
  );
}
