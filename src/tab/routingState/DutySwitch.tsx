import { makeStyles, Switch, tokens } from '@fluentui/react-components';
import type { Command } from '../session/useCommand.ts';

type DutySwitchProps = {
  readonly label: string;
  /** The label stands where it can be seen; in a table the column's heading says it already. */
  readonly isLabelShown: boolean;
  readonly onDuty: boolean;
  readonly command: Command<boolean>;
};

const useStyles = makeStyles({
  // The switch brings room around it that a table's cell has already.
  inCell: {
    marginTop: `calc(-1 * ${tokens.spacingVerticalS})`,
    marginBottom: `calc(-1 * ${tokens.spacingVerticalS})`,
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
});

/** Takes a person on or off duty. It moves at once, and back should the server refuse. */
export function DutySwitch({ label, isLabelShown, onDuty, command }: DutySwitchProps) {
  const styles = useStyles();
  return (
    <Switch
      checked={command.pending ?? onDuty}
      aria-busy={command.isBusy}
      onChange={(_, { checked }) => command.run(checked)}
      {...(isLabelShown
        ? { label, labelPosition: 'before' as const }
        : { 'aria-label': label, className: styles.inCell })}
    />
  );
}
