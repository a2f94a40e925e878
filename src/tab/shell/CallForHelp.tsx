import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ByHand, DiallingBar } from '../emergency/DiallingBar.tsx';
import { EmergencyButton } from '../emergency/EmergencyButton.tsx';
import { useDialling } from '../emergency/useDialling.ts';
import { useEmergencyCall } from '../emergency/useEmergencyCall.ts';
import { useWords } from '../language/language.ts';
import { useSession } from '../session/SessionContext.ts';
import { numbersWithoutServer } from '../stream/emergencyQueries.ts';
import { keys } from '../stream/keys.ts';

const useStyles = makeStyles({
  // Where it is on My work, and it stays there: what moves away under a press is not pressed.
  place: {
    position: 'fixed',
    top: tokens.spacingVerticalL,
    insetInlineEnd: tokens.spacingHorizontalXXL,
    zIndex: 1,
  },
  dialled: { marginTop: tokens.spacingVerticalXL },
});

/** Calls for help where nobody could be signed in: Rufwerk is told as soon as it can be. */
export function CallForHelp() {
  const styles = useStyles();
  const say = useWords();
  const { teams } = useSession();
  const calling = useEmergencyCall();
  const cache = useQueryClient();
  const { isProtected } = calling;
  useEffect(() => {
    // Where Rufwerk could be told it can sign in as well: its screen of the emergency tells more.
    if (isProtected) void cache.invalidateQueries({ queryKey: keys.me });
  }, [isProtected, cache]);
  return (
    <>
      <div className={styles.place}>
        <EmergencyButton
          numbers={numbersWithoutServer(teams.locale)}
          text={say('emergency.choiceAlone')}
          onCall={calling.call}
        />
      </div>
      <div className={styles.dialled}>
        <DiallingBar calling={calling} />
      </div>
    </>
  );
}

type CallForHelpUnconnectedProps = {
  /** What happens besides the call. */
  readonly text: string;
  readonly askTeams: (number: string) => Promise<void>;
};

/** The same where the tab could not even begin: there is Teams alone, and perhaps not even that. */
export function CallForHelpUnconnected({ text, askTeams }: CallForHelpUnconnectedProps) {
  const styles = useStyles();
  const { dial, dialled, dismiss } = useDialling(askTeams);
  return (
    <>
      <div className={styles.place}>
        <EmergencyButton
          numbers={numbersWithoutServer(navigator.language)}
          text={text}
          onCall={dial}
        />
      </div>
      <div className={styles.dialled}>
        {dialled !== null && <ByHand dialled={dialled} onDismiss={dismiss} />}
      </div>
    </>
  );
}
