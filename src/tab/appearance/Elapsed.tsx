import { Text, type TextProps } from '@fluentui/react-components';
import { durationWords } from '../clock/duration.ts';
import { useNow } from '../clock/useNow.ts';

type ElapsedProps = {
  /** ISO instant from which time is counted. */
  readonly since: string;
  readonly className?: string;
  readonly weight?: NonNullable<TextProps['weight']>;
};

/**
 * The time since an instant, as a running clock. Not announced: a screen reader would never rest.
 */
export function Elapsed({ since, className, weight }: ElapsedProps) {
  const now = useNow();
  return (
    <Text
      as="span"
      role="timer"
      aria-live="off"
      font="numeric"
      wrap={false}
      {...(className === undefined ? {} : { className })}
      {...(weight === undefined ? {} : { weight })}
    >
      {durationWords(now - Date.parse(since))}
    </Text>
  );
}
