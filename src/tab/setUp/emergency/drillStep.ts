/** What a step of a drill says of the way that it walked. */
import type { DrillShown } from '@rufwerk/engine/api';
import type { Say } from '../../language/language.ts';

export type DrillStep = DrillShown['steps'][number];
type Kind = DrillStep['what'];

/** `not-needed`: there is no such way to this person, which is no failure. */
export type StepResult = 'done' | 'failed' | 'not-needed';

const FAILED: ReadonlySet<Kind> = new Set([
  ...(['no-number-left', 'card-failed', 'contact-not-told'] as const),
  ...(['lease-refused', 'lease-not-released'] as const),
]);

/** As the server writes it behind the way, as in `activity, does-not-apply`. */
const NOT_APPLYING = /\bdoes-not-apply$/;

export function resultOf({ what, detail }: DrillStep): StepResult {
  if (!FAILED.has(what)) return 'done';
  return detail !== null && NOT_APPLYING.test(detail) ? 'not-needed' : 'failed';
}

export function stepWords(step: DrillStep, say: Say): string {
  const { what, person, detail } = step;
  const name = person === null ? '' : person.name || say('page.unknownPerson');
  switch (what) {
    case 'asked':
    case 'goes-on':
    case 'call-over':
    case 'window-ended':
      return name === '' ? say(`drillStep.${what}`) : say(`drillStep.${what}-by`, { name });
    case 'card-shown':
    case 'card-failed':
      return name === ''
        ? say(`drillStep.${what}`)
        : say(`drillStep.card.${resultOf(step)}`, { name });
    case 'contact-told':
    case 'contact-not-told': {
      const channel = detail?.startsWith('mail') === true ? 'mail' : 'activity';
      return say(`drillStep.${channel}.${resultOf(step)}`, { name });
    }
    default:
      return say(`drillStep.${what}`, { name });
  }
}
