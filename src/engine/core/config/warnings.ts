/** What a configuration may say but hardly means: told before it comes into force. */
import { SkilledPeople } from './skilled.ts';
import { targetOf } from './contradictions.ts';
import type { Configuration, ServiceSettings } from './document.ts';
import type { FoundProblem, RuleWords } from './problem.ts';
import { orderWarnings, preferredForNoTime } from './orderWarnings.ts';
import { ACTIONS } from './queue.ts';
import { responsibilityWarnings } from './responsibilityWarnings.ts';
import { silentSettings, standsTwice } from './silentSettings.ts';
import { VOICEMAIL_AFTER_SECONDS, WARNING } from './warningWords.ts';

export function warningsAbout(configuration: Configuration): FoundProblem[] {
  const people = new Map(configuration.agents.map((person) => [person.id, person]));
  const skilled = new SkilledPeople(configuration.agents);
  const forNobody = new Set(
    configuration.services.filter((each) => isForNobody(skilled, each)).map(({ id }) => id),
  );
  const isServed = ({ id, responsibility }: ServiceSettings): boolean =>
    responsibility.by !== 'nobody' && !forNobody.has(id);
  return [
    ...unknownSkills(configuration),
    ...standsTwice(configuration),
    ...configuration.services.flatMap((service, index) => [
      ...(forNobody.has(service.id) ? nobodyResponsible(service, index) : []),
      ...(isServed(service) ? orderWarnings(skilled, service, index) : []),
      ...neverOpen(service, index),
      ...neverReached(service, index),
      ...redirected(service, index),
      ...responsibilityWarnings(people, service, index),
      ...preferredForNoTime(service, index),
      ...silentSettings(service, index),
      ...overflowsToNobody(forNobody, service, index),
      ...voicemail(service, index),
      ...nobodyToTell(service, index),
    ]),
  ];
}

function unknownSkills({ agents, profiles }: Configuration): FoundProblem[] {
  const known = new Set(agents.flatMap(({ skills }) => skills.map(({ skill }) => skill)));
  return profiles.flatMap(({ skills }, index) =>
    skills.flatMap((skill, place) =>
      known.has(skill)
        ? []
        : [{ field: `profiles[${index}].skills[${place}]`, ...WARNING.skillNobodyHas(skill) }],
    ),
  );
}

/** Whom a team consists of is not known here; somebody, it is supposed. */
function isForNobody(skilled: SkilledPeople, service: ServiceSettings): boolean {
  const { by, team, levels } = service.responsibility;
  switch (by) {
    case 'nobody':
      return false;
    case 'people':
      return (
        team === null &&
        service.agents.length === 0 &&
        levels.every((level) => level.agents.length === 0)
      );
    case 'skills':
      return skilled.peopleFor(service.responsibility).length === 0;
  }
}

function nobodyResponsible(service: ServiceSettings, index: number): FoundProblem[] {
  const { maximumWaitSeconds, whenNobody } = service.queue;
  const bySkills = service.responsibility.by === 'skills';
  const field = `services[${index}].${bySkills ? 'responsibility.skills' : 'agents'}`;
  if (maximumWaitSeconds === null && whenNobody === null) {
    return [{ field, ...WARNING.waitsForEver() }];
  }
  return [{ field, ...(bySkills ? WARNING.nobodyHasTheSkills() : WARNING.nobodyResponsible()) }];
}

function neverOpen({ hours }: ServiceSettings, index: number): FoundProblem[] {
  if (hours === null) return [];
  const week = Object.values(hours.week).some((periods) => periods.length > 0);
  if (week || hours.exceptions.some(({ periods }) => periods.length > 0)) return [];
  return [{ field: `services[${index}].hours.week`, ...WARNING.neverOpen() }];
}

/** What begins only after every call has left the queue. */
function neverReached({ queue, responsibility }: ServiceSettings, index: number): FoundProblem[] {
  const { maximumWaitSeconds: maximum, whenNobody, nobodyAfterSeconds } = queue;
  if (maximum === null) return [];
  const { levels, preferredFirstSeconds, lastAgentFirstSeconds } = responsibility;
  const late: readonly (readonly [string, number, (maximum: number) => RuleWords])[] = [
    ...levels.map(
      ({ afterSeconds }, place) =>
        [
          `responsibility.levels[${place}].afterSeconds`,
          afterSeconds,
          WARNING.levelNeverReached,
        ] as const,
    ),
    ['responsibility.preferredFirstSeconds', preferredFirstSeconds, WARNING.othersNeverRung],
    ['responsibility.lastAgentFirstSeconds', lastAgentFirstSeconds, WARNING.othersNeverRung],
    [
      'queue.nobodyAfterSeconds',
      whenNobody === null ? 0 : nobodyAfterSeconds,
      WARNING.nobodyNeverActedOn,
    ],
  ];
  return late.flatMap(([name, seconds, words]) =>
    seconds === 0 || seconds < maximum
      ? []
      : [{ field: `services[${index}].${name}`, ...words(maximum) }],
  );
}

/** The platform drops a redirected call that is not answered (platform.md section 8). */
function redirected({ delivery }: ServiceSettings, index: number): FoundProblem[] {
  if (delivery !== 'redirect') return [];
  return [{ field: `services[${index}].delivery`, ...WARNING.redirectLetsGo() }];
}

function overflowsToNobody(
  forNobody: ReadonlySet<string>,
  { queue }: ServiceSettings,
  index: number,
): FoundProblem[] {
  return ACTIONS.flatMap((name) => {
    const target = targetOf(queue[name]);
    if (target === null || !forNobody.has(target)) return [];
    const field = `services[${index}].queue.${name}.service`;
    return [{ field, ...WARNING.overflowsToNobody(target) }];
  });
}

/** From the first invitation on a call cannot be transferred (platform.md section 8). */
function voicemail(service: ServiceSettings, index: number): FoundProblem[] {
  const { delivery, offers, queue } = service;
  const at = `services[${index}]`;
  const afterRinging = [
    'whenTooLong' as const,
    'whenNobody' as const,
    ...(queue.waitingAtClosing === 'act' ? (['whenClosed'] as const) : []),
  ];
  const lost = afterRinging.filter((name) => {
    const action = queue[name]?.do;
    return action === 'voicemail' || action === 'group-voicemail';
  });
  return [
    ...(delivery === 'conference' ? lost : []).map((name) => ({
      field: `${at}.queue.${name}`,
      ...WARNING.voicemailAfterRinging(),
    })),
    ...(offers.ringTimeoutSeconds > VOICEMAIL_AFTER_SECONDS
      ? [{ field: `${at}.offers.ringTimeoutSeconds`, ...WARNING.ringsIntoVoicemail() }]
      : []),
  ];
}

function nobodyToTell(service: ServiceSettings, index: number): FoundProblem[] {
  if (service.supervisors.length > 0) return [];
  return [{ field: `services[${index}].supervisors`, ...WARNING.nobodyToTell() }];
}
