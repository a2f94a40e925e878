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
import { useWords } from '../../language/language.ts';
import { useEmergencyNumbers } from '../../stream/emergencyQueries.ts';

type EmergencyButtonProps = { readonly onCall: (number: string) => void };

const useStyles = makeStyles({
  // In the line of the page's heading, and there still when the page has scrolled.
  place: {
    position: 'sticky',
    top: tokens.spacingVerticalS,
    zIndex: 1,
    alignSelf: 'flex-end',
    marginTop: `calc(-1 * (${tokens.lineHeightHero700} + ${tokens.spacingVerticalL}))`,
    // Heading and button have no room beside each other in every language.
    '@media (max-width: 400px)': { marginTop: 0, alignSelf: 'flex-start' },
  },
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
    gridTemplateColumns: 'repeat(auto-fit, minmax(110px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  first: { gridColumn: '1 / -1', fontSize: '40px', minHeight: '72px' },
  further: { fontSize: '24px', minHeight: '52px' },
});

/**
 * Always in reach on My work. It opens the numbers in large digits with the first one in focus: one
 * press dials, and nothing asks back.
 */
export function EmergencyButton({ onCall }: EmergencyButtonProps) {
  const styles = useStyles();
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.place}>
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
            onChoose={(number) => {
              onCall(number);
              setOpen(false);
            }}
          />
          <Text size={200}>{say('emergency.choiceText')}</Text>
        </PopoverSurface>
      </Popover>
    </div>
  );
}

function Numbers({ onChoose }: { readonly onChoose: (number: string) => void }) {
  const styles = useStyles();
  const say = useWords();
  const numbers = useEmergencyNumbers();
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
