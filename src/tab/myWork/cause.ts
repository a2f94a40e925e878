/** The one sentence that says why an agent's state is what it is. */
import type { MyWork } from '@rufwerk/engine/api';
import { DUTY_REASONS, type Reason, reasonText } from '@rufwerk/engine/core';
import type { Formats } from '../language/formats.ts';
import type { Language, Say } from '../language/language.ts';

export interface CauseWords {
  readonly say: Say;
  readonly language: Language;
  readonly formats: Pick<Formats, 'time' | 'list'>;
}

type Caused = Pick<MyWork, 'state' | 'until' | 'services'>;

export function causeSentence(work: Caused, words: CauseWords): string {
  const { say, language, formats } = words;
  const time = work.until === null ? '' : formats.time(Date.parse(work.until));
  switch (work.state) {
    case 'in-an-emergency':
      return say('myWork.cause.emergency', { time });
    case 'off-duty': {
      const reason = notByThemselves(work);
      return reason === null
        ? say('myWork.cause.offDuty')
        : say('myWork.cause.offDutyBecause', { reason: reasonText(reason, language) });
    }
    case 'on-break':
      return say('myWork.cause.onBreak');
    case 'ready': {
      const open = work.services.filter(({ reason }) => reason === null);
      if (open.length === 0)
        return say('myWork.cause.readyLater', { reasons: laterOf(work, words) });
      return say('myWork.cause.ready', { services: formats.list(open.map(({ name }) => name)) });
    }
    case 'not-offered': {
      const reason = firstReason(work);
      return reason === null
        ? say('myWork.cause.notOfferedAnywhere')
        : say('myWork.cause.notOffered', {
            reason: reasonText(reason, language, { timeOf: formats.time }),
          });
    }
    case 'confirming':
    case 'held':
    case 'ringing':
      return say(`myWork.cause.${work.state}`);
    case 'in-a-call':
      return say('myWork.cause.inACall');
    case 'after-call-work':
      return say('myWork.cause.afterCallWork', { time });
    case 'paused':
      return say(`myWork.cause.${pauseCause(work) ?? 'paused'}`, { time });
  }
}

/** What keeps each service's calls from somebody who is ready: "Sales: is rung from level 2 on". */
function laterOf({ services }: Caused, { language, formats }: CauseWords): string {
  const told = services.flatMap(({ name, reason }) =>
    reason === null ? [] : `${name}: ${reasonText(reason, language, { timeOf: formats.time })}`,
  );
  return told.join('; ');
}

function firstReason({ services }: Caused): MyWork['services'][number]['reason'] {
  return services.find(({ reason }) => reason !== null)?.reason ?? null;
}

/** Whoever went off duty themselves knows why; others are told what it was. */
function notByThemselves({ services }: Caused): Extract<Reason, { code: 'off-duty' }> | null {
  for (const { reason } of services) {
    if (reason?.code !== 'off-duty') continue;
    const { reasonCode } = reason;
    return reasonCode === null || reasonCode === DUTY_REASONS.BY_THE_PERSON ? null : reason;
  }
  return null;
}

function pauseCause({ services }: Caused): 'missed' | 'declined' | 'unreachable' | null {
  for (const { reason } of services) {
    if (reason?.code !== 'paused') continue;
    // A presence that could not be read is no act of the agent's: "paused" says enough.
    return reason.cause === 'not-confirmed' ? null : reason.cause;
  }
  return null;
}
