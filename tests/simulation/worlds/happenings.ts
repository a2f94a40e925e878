/**
 * What can happen in a world, as plain data, so that a failing story can be kept and played again
 * whatever becomes of the generators. `which` counts among those that fit when it happens; what
 * fits nothing then happens to nobody.
 */
export type Happening =
  | { readonly does: 'calls'; readonly caller: string; readonly service: string }
  | { readonly does: 'caller-answers'; readonly which: number }
  | { readonly does: 'caller-hangs-up'; readonly which: number }
  | { readonly does: 'caller-presses'; readonly which: number; readonly key: string }
  | { readonly does: 'accepts'; readonly which: number }
  | { readonly does: 'refuses'; readonly which: number; readonly code: number }
  | { readonly does: 'leaves-the-call'; readonly which: number }
  | { readonly does: 'prompt-ends'; readonly which: number }
  | { readonly does: 'performs'; readonly which: number; readonly how: Performance }
  | { readonly does: 'news'; readonly which: number; readonly how: 'once' | 'twice' | 'never' }
  | { readonly does: 'all-runs' }
  | {
      readonly does: 'shows';
      readonly who: string;
      readonly availability: string;
      readonly activity: string;
      readonly fidelity: 'activity' | 'availability';
    }
  | { readonly does: 'all-available' }
  | { readonly does: 'all-offline' }
  | { readonly does: 'duty'; readonly who: string; readonly on: boolean }
  | { readonly does: 'break'; readonly who: string; readonly on: boolean }
  | { readonly does: 'ready'; readonly who: string }
  | { readonly does: 'work'; readonly who: string; readonly more: boolean }
  | { readonly does: 'next'; readonly who: string; readonly next: 'off-duty' | 'break' | null }
  | { readonly does: 'profiles'; readonly who: string; readonly profiles: readonly string[] }
  | {
      readonly does: 'switches';
      readonly who: string;
      readonly service: string;
      readonly on: boolean;
    }
  | { readonly does: 'emergency-call'; readonly who: string; readonly how: EmergencyNews }
  | { readonly does: 'team'; readonly who: readonly string[] }
  | { readonly does: 'hours'; readonly service: string; readonly open: boolean }
  | { readonly does: 'emergency'; readonly service: string; readonly closed: boolean }
  | { readonly does: 'moves'; readonly which: number; readonly service: string }
  | { readonly does: 'configures'; readonly other: boolean }
  | { readonly does: 'blocks'; readonly count: 1 | 2 }
  | { readonly does: 'day-begins' }
  | { readonly does: 'passes'; readonly ms: number; readonly polling: boolean }
  | { readonly does: 'gap' }
  | { readonly does: 'clock-back'; readonly ms: number }
  | { readonly does: 'repeats' }
  | { readonly does: 'restarts' };

/** What is told of an agent's emergency call, or said by people. */
export type EmergencyNews =
  'pressed' | 'event' | 'old-event' | 'caller-id' | 'drill' | 'over' | 'goes-on' | 'ready';

/** How the platform does what it was asked; `unknown` ones leave the engine in doubt. */
export type Performance = 'well' | 'fails' | 'unknown-done' | 'unknown-not-done';

/** How a failing story tells it. */
export function wordsOf(happening: Happening): string {
  switch (happening.does) {
    case 'calls':
      return `${happening.caller} calls ${happening.service}`;
    case 'caller-presses':
      return `caller ${happening.which} presses ${happening.key}`;
    case 'refuses':
      return `agent ${happening.which} who rings refuses with ${happening.code}`;
    case 'accepts':
      return `agent ${happening.which} who rings accepts`;
    case 'performs':
      return `request ${happening.which} ends ${happening.how}`;
    case 'news':
      return `news ${happening.which} arrives ${happening.how}`;
    case 'passes':
      return `${happening.ms} ms pass${happening.polling ? '' : ' without presence news'}`;
    default:
      return words(happening);
  }
}

/** "emergency one true": good enough for what happens rarely. */
function words({ does, ...rest }: Happening): string {
  const values = Object.values(rest).map((value) => JSON.stringify(value));
  return [does.replaceAll('-', ' '), ...values].join(' ');
}
