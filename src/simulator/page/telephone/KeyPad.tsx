import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useWords } from '../language/language.ts';

const keys = [
  ['1', ''],
  ['2', 'ABC'],
  ['3', 'DEF'],
  ['4', 'GHI'],
  ['5', 'JKL'],
  ['6', 'MNO'],
  ['7', 'PQRS'],
  ['8', 'TUV'],
  ['9', 'WXYZ'],
  ['*', ''],
  ['0', '+'],
  ['#', ''],
] as const;

/** Signs that screen readers would leave out. */
const signs = { '*': 'telephone.keys.star', '#': 'telephone.keys.hash' } as const;

const useStyles = makeStyles({
  pad: { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: '6px' },
  key: { minWidth: 0, height: '44px', padding: 0, borderRadius: tokens.borderRadiusLarge },
  face: { display: 'grid', justifyItems: 'center' },
  letters: { color: tokens.colorNeutralForeground3, lineHeight: 1, letterSpacing: '0.08em' },
});

/** The twelve keys; each press sends its tone at once. */
export function KeyPad({ onPress }: { readonly onPress: (tone: string) => void }) {
  const styles = useStyles();
  const say = useWords();
  return (
    <div className={styles.pad} role="group" aria-label={say('telephone.keyPad')}>
      {keys.map(([key, letters]) => (
        <Button
          key={key}
          className={styles.key}
          {...(key === '*' || key === '#' ? { 'aria-label': say(signs[key]) } : {})}
          onClick={() => onPress(key)}
        >
          <span className={styles.face}>
            <Text weight="semibold">{key}</Text>
            {letters !== '' && (
              <Text size={100} className={styles.letters}>
                {letters}
              </Text>
            )}
          </span>
        </Button>
      ))}
    </div>
  );
}
