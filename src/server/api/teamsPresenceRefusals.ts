/** Why Teams shows something else than the person chose, in words. */
import { conflict, type Refusal } from '../http/problem.ts';

const NOT_TAKEN = {
  en: 'Teams has not taken the presence',
  de: 'Teams hat den Status nicht angenommen',
};

export const noAnswer = conflict(
  NOT_TAKEN,
  { en: 'Teams did not answer in time.', de: 'Teams antwortete nicht rechtzeitig.' },
  {
    en: 'Try again in a moment, or set it in Teams itself.',
    de: 'Versuchen Sie es gleich noch einmal, oder setzen Sie ihn in Teams selbst.',
  },
);

/**
 * Trying again does not help against a refusal, such as for want of a permission.
 *
 * @param cause as Microsoft Graph told it: in English
 */
export function notTaken(cause: string): Refusal {
  return conflict(
    NOT_TAKEN,
    { en: cause, de: `Als Ursache ist genannt: «${cause}».` },
    {
      en:
        'Set it in Teams itself for now. An administrator mends the cause: Readiness says what ' +
        'is wrong.',
      de:
        'Setzen Sie ihn vorerst in Teams selbst. Die Administration behebt die Ursache: die ' +
        'Betriebsbereitschaft sagt, was fehlt.',
    },
  );
}
