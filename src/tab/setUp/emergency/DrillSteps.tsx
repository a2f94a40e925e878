import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  ErrorCircleFilled,
  type FluentIcon,
  SubtractCircleRegular,
} from '@fluentui/react-icons';
import type { DrillShown } from '@rufwerk/engine/api';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.ts';
import { type DrillStep, resultOf, type StepResult, stepWords } from './drillStep.ts';

const SIGNS: Readonly<Record<StepResult, FluentIcon>> = {
  done: CheckmarkCircleFilled,
  failed: ErrorCircleFilled,
  'not-needed': SubtractCircleRegular,
};

const useStyles = makeStyles({
  steps: {
    display: 'grid',
    gridTemplateColumns: 'auto auto minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  step: { display: 'contents' },
  time: { color: tokens.colorNeutralForeground2 },
  sign: { height: tokens.lineHeightBase300 },
  done: { color: tokens.colorPaletteLightGreenForeground1 },
  failed: { color: tokens.colorPaletteRedForeground1 },
  'not-needed': { color: tokens.colorNeutralForeground3 },
});

/** A button that opens the way that a drill walked, step by step. */
export function DrillSteps({ drill }: { readonly drill: DrillShown }) {
  const styles = useStyles();
  const say = useWords();
  const { dayAndTime } = useFormats();
  const about = {
    name: drill.agent.name || say('page.unknownPerson'),
    time: dayAndTime(Date.parse(drill.startedAt)),
  };
  return (
    <Dialog>
      <DialogTrigger disableButtonEnhancement>
        <Button size="small" aria-label={say('emergencySetUp.stepsOf', about)}>
          {say('emergencySetUp.steps')}
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say('emergencySetUp.drillOf', about)}</DialogTitle>
          <DialogContent>
            <ol className={styles.steps}>
              {drill.steps.map((step, index) => (
                // Two contacts may be told in the same instant, in the same words.
                <Step key={index} step={step} />
              ))}
            </ol>
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{say('emergencySetUp.closeSteps')}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Step({ step }: { readonly step: DrillStep }) {
  const styles = useStyles();
  const say = useWords();
  const { exactTime } = useFormats();
  const result = resultOf(step);
  const Sign = SIGNS[result];
  return (
    <li className={styles.step}>
      <Text font="numeric" className={styles.time}>
        {exactTime(Date.parse(step.at))}
      </Text>
      <Sign aria-hidden className={mergeClasses(styles.sign, styles[result])} />
      <Text>{stepWords(step, say)}</Text>
    </li>
  );
}
