import { makeStyles, Switch, tokens } from '@fluentui/react-components';

type DutySwitchProps = {
  readonly label: string;
  /** The label stands where it can be seen; in a table the column's heading says it already. */
  readonly isLabelShown: boolean;
  readonly onDuty: boolean;
  /** What the person chose and the server has not answered yet. */
  readonly pending: boolean | undefined;
  readonly onSwitch: (onDuty: boolean) => void;
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
export function DutySwitch({ label, isLabelShown, onDuty, pending, onSwitch }: DutySwitchProps) {
  const styles = useStyles();
  return (
    <Switch
      checked={pending ?? onDuty}
      aria-busy={pending !== undefined}
      onChange={(_, { checked }) => onSwitch(checked)}
      {...(isLabelShown
        ? { label, labelPosition: 'before' as const }
        : { 'aria-label': label, className: styles.inCell })}
    />
  );
}
