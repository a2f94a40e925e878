import { makeStyles, tokens } from '@fluentui/react-components';
import { DiallingBar } from '../../emergency/DiallingBar.tsx';
import { EmergencyButton } from '../../emergency/EmergencyButton.tsx';
import { useEmergencyCall } from '../../emergency/useEmergencyCall.ts';
import { useWords } from '../../language/language.ts';
import { useEmergencyNumbers } from '../../stream/emergencyQueries.ts';

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
});

/** The emergency button, always in reach on My work, and what became of a press. */
export function EmergencyCalling() {
  const styles = useStyles();
  const say = useWords();
  const numbers = useEmergencyNumbers();
  const calling = useEmergencyCall();
  return (
    <>
      <div className={styles.place}>
        <EmergencyButton
          numbers={numbers}
          text={say('emergency.choiceText')}
          onCall={calling.call}
        />
      </div>
      <DiallingBar calling={calling} />
    </>
  );
}
