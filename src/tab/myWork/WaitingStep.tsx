import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Elapsed } from '../appearance/Elapsed.tsx';
import { Panel } from '../appearance/Panel.tsx';
import { TroubleBar } from '../appearance/TroubleBar.tsx';
import { useCommand } from '../session/useCommand.ts';
import { keys } from '../stream/keys.ts';

type WaitingStepProps = {
  readonly heading: string;
  readonly text: string;
  /** ISO instant at which it began. */
  readonly since: string;
  /** Name of the button that ends it. */
  readonly action: string;
  readonly act: () => Promise<void>;
};

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
  },
  text: { flex: '1 1 240px', maxWidth: '65ch' },
});

/** A time between calls that ends by itself, or when the agent says so. */
export function WaitingStep({ heading, text, since, action, act }: WaitingStepProps) {
  const styles = useStyles();
  const command = useCommand<void>(act, [keys.myWork]);
  return (
    <Panel heading={heading} remark={<Elapsed since={since} />}>
      <div className={styles.line}>
        <Text className={styles.text}>{text}</Text>
        <Button
          appearance="primary"
          size="large"
          disabledFocusable={command.isBusy}
          onClick={() => command.run()}
        >
          {action}
        </Button>
      </div>
      {command.trouble !== null && (
        <TroubleBar trouble={command.trouble} onDismiss={command.dismiss} />
      )}
    </Panel>
  );
}
