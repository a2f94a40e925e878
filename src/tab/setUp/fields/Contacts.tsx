import { knownPeople } from '../editing/known.ts';
import { usePart } from '../editing/PartContext.ts';
import type { Setting } from '../editing/setting.ts';
import { NameList } from './NameList.tsx';
import { usePersonNames } from './People.tsx';

type ContactsProps = {
  readonly setting: Setting<readonly string[]>;
  readonly label?: string;
};

/** Who is told of an emergency: people, or mail addresses outside, semicolons between (EMG-22). */
export function Contacts(props: ContactsProps) {
  const { whole } = usePart();
  return (
    <NameList {...props} separator=";" suggestions={knownPeople(whole)} nameOf={usePersonNames()} />
  );
}
