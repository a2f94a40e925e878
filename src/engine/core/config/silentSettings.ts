/** Settings that make no difference beside the others, and what stands somewhere twice. */
import type { Configuration, ServiceSettings } from './document.ts';
import { type FoundProblem, repeated, type RuleWords } from './problem.ts';
import { SILENT_WARNING } from './silentWords.ts';

/** Of what holds for all services. */
export function standsTwice({ administrators, breakReasons }: Configuration): FoundProblem[] {
  const names = breakReasons.map(({ name }) => name);
  return [
    ...twice('administrators', administrators, SILENT_WARNING.personTwice),
    ...repeated(names.map((name) => name.toLowerCase())).map(([index]) => ({
      field: `breakReasons[${index}].name`,
      ...SILENT_WARNING.breakReasonsOfOneName(names[index] ?? ''),
    })),
  ];
}

export function silentSettings(service: ServiceSettings, index: number): FoundProblem[] {
  const at = `services[${index}]`;
  const { presence, supervisors } = service;
  return [
    ...twice(`${at}.supervisors`, supervisors, SILENT_WARNING.personTwice),
    ...comfortNeverHeard(service, at),
    ...(presence.busyWhileDegraded && !presence.busy
      ? [{ field: `${at}.presence.busyWhileDegraded`, ...SILENT_WARNING.busyNeverRung() }]
      : []),
    ...twiceResponsible(service, `${at}.responsibility`),
    ...choosesNobody(service, `${at}.responsibility`),
  ];
}

/** It is said for the first time when so long has passed, and the call has left by then. */
function comfortNeverHeard({ announcements, queue }: ServiceSettings, at: string): FoundProblem[] {
  const { comfort, comfortEverySeconds } = announcements;
  const { maximumWaitSeconds: maximum } = queue;
  if (comfort === null || maximum === null || comfortEverySeconds < maximum) return [];
  const field = `${at}.announcements.comfortEverySeconds`;
  return [{ field, ...SILENT_WARNING.comfortNeverHeard(maximum) }];
}

function twiceResponsible({ responsibility }: ServiceSettings, at: string): FoundProblem[] {
  const { skills, levels, preferred } = responsibility;
  return [
    ...twice(`${at}.preferred`, preferred, SILENT_WARNING.personTwice),
    ...twice(`${at}.skills`, namesOf(skills), SILENT_WARNING.skillTwice),
    ...levels.flatMap((level, place) => [
      ...twice(`${at}.levels[${place}].agents`, level.agents, SILENT_WARNING.personTwice),
      ...twice(`${at}.levels[${place}].skills`, namesOf(level.skills), SILENT_WARNING.skillTwice),
    ]),
  ];
}

function choosesNobody({ responsibility }: ServiceSettings, at: string): FoundProblem[] {
  const { by, skills, levels, lastAgentFirstSeconds } = responsibility;
  if (by !== 'nobody') return [];
  const words = SILENT_WARNING.nobodyIsChosen();
  return [
    ...(skills.length > 0 ? [{ field: `${at}.skills`, ...words }] : []),
    ...levels.flatMap((level, place) =>
      level.skills.length > 0 ? [{ field: `${at}.levels[${place}].skills`, ...words }] : [],
    ),
    ...(lastAgentFirstSeconds > 0 ? [{ field: `${at}.lastAgentFirstSeconds`, ...words }] : []),
  ];
}

function namesOf(skills: readonly { readonly skill: string }[]): string[] {
  return skills.map(({ skill }) => skill);
}

function twice(
  field: string,
  values: readonly string[],
  words: (value: string) => RuleWords,
): FoundProblem[] {
  return repeated(values).map(([index, value]) => ({
    field: `${field}[${index}]`,
    ...words(value),
  }));
}
