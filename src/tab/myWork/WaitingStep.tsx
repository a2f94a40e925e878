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
  /** What makes it longer, where that is allowed. */
  readonly more?: { readonly name: string; readonly act: () => Promise<void> };
};

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  text: { flex: '1 1 240px', maxWidth: '65ch' },
});

/** A time between calls that ends by itself, or when the agent says so. */
export function WaitingStep({ heading, text, since, action, act, more }: WaitingStepProps) {
  const styles = useStyles();
  const command = useCommand<() => Promise<void>>((chosen) => chosen(), [keys.myWork]);
  return (
    <Panel heading={heading} remark={<Elapsed since={since} />}>
      <div className={styles.line}>
        <Text className={styles.text}>{text}</Text>
        <div className={styles.buttons}>
          {more !== undefined && (
            <Button
              size="large"
              disabledFocusable={command.isBusy}
              onClick={() => command.run(more.act)}
            >
              {more.name}
            </Button>
          )}
          <Button
            appearance="primary"
            size="large"
            disabledFocusable={command.isBusy}
            onClick={() => command.run(act)}
          >
            {action}
          </Button>
        </div>
      </div>
      {command.trouble !== null && (
        <TroubleBar trouble={command.trouble} onDismiss={command.dismiss} />
      )}
    </Panel>
  );
}
