import {
  Button,
  makeStyles,
  mergeClasses,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Text,
  tokens,
} from '@fluentui/react-components';
import { AlertUrgentFilled, CallFilled } from '@fluentui/react-icons';
import { useState } from 'react';
import { useWords } from '../language/language.ts';

type EmergencyButtonProps = {
  readonly numbers: readonly string[];
  /** What happens besides the call. */
  readonly text: string;
  readonly onCall: (number: string) => void;
};

const useStyles = makeStyles({
  button: { minHeight: '36px' },
  red: {
    backgroundColor: tokens.colorPaletteRedBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': {
      backgroundColor: tokens.colorPaletteRedForeground1,
      color: tokens.colorNeutralForegroundInverted,
    },
    '@media (forced-colors: active)': { border: '2px solid ButtonText' },
  },
  surface: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    width: 'min(340px, calc(100vw - 32px))',
    boxSizing: 'border-box',
  },
  numbers: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(84px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  first: { gridColumn: '1 / -1', fontSize: '40px', minHeight: '72px' },
  further: {
    fontSize: '24px',
    minHeight: '52px',
    minWidth: 0,
    paddingInline: tokens.spacingHorizontalS,
  },
});

/**
 * Opens the numbers in large digits with the first one in focus: one press dials, and nothing asks
 * back.
 */
export function EmergencyButton({ numbers, text, onCall }: EmergencyButtonProps) {
  const styles = useStyles();
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      trapFocus
      positioning="below-end"
      open={isOpen}
      onOpenChange={(_, { open }) => setOpen(open)}
    >
      <PopoverTrigger disableButtonEnhancement>
        <Button className={mergeClasses(styles.red, styles.button)} icon={<AlertUrgentFilled />}>
          {say('emergency.button')}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={say('emergency.choice')}>
        <Numbers
          numbers={numbers}
          onChoose={(number) => {
            onCall(number);
            setOpen(false);
          }}
        />
        <Text size={200}>{text}</Text>
      </PopoverSurface>
    </Popover>
  );
}

type NumbersProps = {
  readonly numbers: readonly string[];
  readonly onChoose: (number: string) => void;
};

function Numbers({ numbers, onChoose }: NumbersProps) {
  const styles = useStyles();
  const say = useWords();
  return (
    <div className={styles.numbers}>
      {numbers.map((number, index) => (
        <Button
          key={number}
          autoFocus={index === 0}
          className={index === 0 ? mergeClasses(styles.red, styles.first) : styles.further}
          icon={<CallFilled />}
          aria-label={say('emergency.dial', { number })}
          onClick={() => onChoose(number)}
        >
          {number}
        </Button>
      ))}
    </div>
  );
}
