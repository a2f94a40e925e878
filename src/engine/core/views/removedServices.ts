/** Which services a configuration would remove, and with which live calls: told before it does. */
import { type ConfigurationProblem, type FoundProblem, inLanguage } from '../config/problem.ts';
import type { Language, Texts } from '../language.ts';
import type { TaskState, TenantState } from '../tenant/state.ts';

/** One warning for each service that is not among those kept. */
export function removedServices(
  state: Readonly<TenantState>,
  keptServiceIds: readonly string[],
  language: Language = 'en',
): ConfigurationProblem[] {
  return [...state.services.values()].flatMap(({ settings }) => {
    if (keptServiceIds.includes(settings.id)) return [];
    const calls = [...state.tasks.values()].filter(
      ({ serviceId, phase }) => serviceId === settings.id && phase !== 'ended',
    );
    if (calls.length === 0) return [inLanguage(removedEmpty(settings.name), language)];
    const callBacks = calls.filter(isCallBack).length;
    const served = calls.filter(isServed).length;
    const waiting = calls.length - callBacks - served;
    return [inLanguage(removed(settings.name, { waiting, callBacks, served }), language)];
  });
}

function removedEmpty(name: string): FoundProblem {
  return {
    field: 'services',
    rule: {
      en: `"${name}" is not in the file and would be removed: its calls would be refused.`,
      de: `«${name}» steht nicht in der Datei und würde entfernt: Anrufe würden abgewiesen.`,
    },
    mend: {
      en: 'Put the service back into the file, unless that is meant.',
      de: 'Nehmen Sie den Service wieder in die Datei auf, wenn das nicht gemeint ist.',
    },
  };
}

type Counts = Readonly<Record<'waiting' | 'callBacks' | 'served', number>>;

function removed(name: string, { waiting, callBacks, served }: Counts): FoundProblem {
  const are = (count: number): string => (count === 1 ? 'is' : 'are');
  const counted = (count: number, en: string, de: string) => (count === 0 ? [] : [{ en, de }]);
  const who = [
    ...counted(
      waiting,
      `${waiting} of its callers ${are(waiting)} waiting`,
      waiting === 1 ? 'eine Person wartet' : `${waiting} Personen warten`,
    ),
    ...counted(
      callBacks,
      `${callBacks} ${are(callBacks)} to be called back`,
      callBacks === 1
        ? 'eine Person zurückgerufen werden soll'
        : `${callBacks} Personen zurückgerufen werden sollen`,
    ),
    ...counted(
      served,
      `${served} ${are(served)} being served`,
      served === 1 ? 'eine Person bedient wird' : `${served} Personen bedient werden`,
    ),
  ];
  const what = [
    ...counted(
      waiting,
      'Whoever waits is told that it is closed.',
      'Wer wartet, hört, dass geschlossen ist.',
    ),
    ...counted(
      callBacks,
      'Nobody is called back, and nobody hears of it.',
      'Niemand wird zurückgerufen, und niemand erfährt es.',
    ),
    ...counted(
      served,
      'Talks go on to their end, without after-call work.',
      'Gespräche gehen zu Ende, ohne Nachbearbeitung.',
    ),
  ];
  return {
    field: 'services',
    rule: {
      en: `"${name}" is removed while ${listed(who, 'en', 'and')}.`,
      de: `«${name}» wird entfernt, während ${listed(who, 'de', 'und')}.`,
    },
    mend: {
      en: `${said(what, 'en')} Close the service first and let it run empty.`,
      de: `${said(what, 'de')} Schliessen Sie den Service zuerst, und lassen Sie ihn leer laufen.`,
    },
  };
}

function listed(parts: readonly Texts[], language: Language, and: string): string {
  const words = parts.map((part) => part[language]);
  const last = words.pop() ?? '';
  return words.length === 0 ? last : `${words.join(', ')} ${and} ${last}`;
}

function said(sentences: readonly Texts[], language: Language): string {
  return sentences.map((sentence) => sentence[language]).join(' ');
}

function isCallBack({ phase }: TaskState): boolean {
  return phase === 'call-back' || phase === 'dialling';
}

/** Whoever talks, or has been sent on, is not disturbed. */
function isServed({ phase }: TaskState): boolean {
  return phase === 'connected' || phase === 'handed-over' || phase === 'leaving';
}
