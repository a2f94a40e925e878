import { Button, Input, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { AddRegular, ArrowUpRegular, DismissRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, useId, useState } from 'react';
import { useWords } from '../../language/language.ts';
import { raised, type Setting, withoutEntry } from '../editing/setting.ts';
import { SettingField } from './SettingField.tsx';
import { Suggestions } from './TextField.tsx';

type NameListProps = {
  readonly setting: Setting<readonly string[]>;
  readonly suggestions: readonly string[];
  readonly label?: string;
  /** The order counts: entries can be moved up. */
  readonly isOrdered?: boolean;
  /** Several may be typed or pasted at once, with this between them. */
  readonly separator?: string;
  /** A name as people say it, where that is known. */
  readonly nameOf?: (entry: string) => string | null;
};

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  add: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  input: { flex: '1 1 160px', maxWidth: '320px', minWidth: 0 },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 240px), 1fr))',
    gap: tokens.spacingHorizontalXS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    maxHeight: '320px',
    overflowY: 'auto',
  },
  ordered: { gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '420px' },
  entry: {
    display: 'flex',
    alignItems: 'center',
    minWidth: 0,
    paddingInlineStart: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  detail: { display: 'block', color: tokens.colorNeutralForeground2 },
});

/** A list of names: typed or suggested, added and removed one by one. */
export function NameList(props: NameListProps) {
  const styles = useStyles();
  const { setting, suggestions, label, separator } = props;
  const [typed, setTyped] = useState('');
  const listId = useId();
  const add = (): void => {
    const names = (separator === undefined ? [typed] : typed.split(separator))
      .map((name) => name.trim())
      .filter((name) => name !== '' && !setting.value.includes(name));
    setTyped('');
    if (names.length > 0) setting.set([...setting.value, ...new Set(names)]);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  };
  return (
    <div className={styles.root}>
      <SettingField field={setting.field} {...(label !== undefined && { label })}>
        {(field) => (
          <div className={styles.add}>
            <Input
              {...field}
              className={styles.input}
              autoComplete="off"
              list={listId}
              value={typed}
              onKeyDown={onKeyDown}
              onChange={(_, { value }) => setTyped(value)}
            />
            <AddButton isUseful={typed.trim() !== ''} onAdd={add} />
          </div>
        )}
      </SettingField>
      <Suggestions id={listId} names={suggestions} />
      <Entries {...props} />
    </div>
  );
}

function AddButton({
  isUseful,
  onAdd,
}: {
  readonly isUseful: boolean;
  readonly onAdd: () => void;
}) {
  const say = useWords();
  return (
    <Button icon={<AddRegular />} disabledFocusable={!isUseful} onClick={onAdd}>
      {say('edit.add')}
    </Button>
  );
}

function Entries({ setting, isOrdered = false, nameOf = () => null }: NameListProps) {
  const styles = useStyles();
  const say = useWords();
  const { value, set } = setting;
  if (value.length === 0) return null;
  const List = isOrdered ? 'ol' : 'ul';
  return (
    <List className={mergeClasses(styles.list, isOrdered && styles.ordered)}>
      {value.map((entry, index) => {
        const name = nameOf(entry);
        return (
          <li key={entry} className={styles.entry}>
            <span className={styles.words}>
              <Text>{name ?? entry}</Text>
              {name !== null && (
                <Text size={200} className={styles.detail}>
                  {entry}
                </Text>
              )}
            </span>
            {isOrdered && (
              <Button
                appearance="subtle"
                icon={<ArrowUpRegular />}
                disabledFocusable={index === 0}
                aria-label={say('edit.raise', { name: name ?? entry })}
                onClick={() => set(raised(value, index))}
              />
            )}
            <Button
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={say('edit.remove', { name: name ?? entry })}
              onClick={() => set(withoutEntry(value, index))}
            />
          </li>
        );
      })}
    </List>
  );
}
