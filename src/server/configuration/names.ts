/**
 * The names in an administrator's file. People and resource accounts stand there by user principal
 * name (or object id); inside they have ids. This is the only place that knows where names stand.
 */
import type { ConfigurationDraft } from '@rufwerk/engine/core';

export type NameKind = 'person' | 'resource-account';

export interface NameInFile {
  /** Path of the field, as problems name it. */
  readonly field: string;
  readonly kind: NameKind;
  readonly name: string;
}

const QUEUE_ACTIONS = ['whenFull', 'whenTooLong', 'whenNobody', 'whenClosed'] as const;

/** Every name in the file, in the order of the file. */
export function namesIn(file: ConfigurationDraft): NameInFile[] {
  const people = (names: readonly string[] | undefined, field: string): NameInFile[] =>
    (names ?? []).map((name, index) => ({ field: `${field}[${index}]`, kind: 'person', name }));
  const person = (name: string, field: string): NameInFile[] => [{ field, kind: 'person', name }];
  return [
    ...people(file.administrators, 'administrators'),
    ...(file.agents ?? []).flatMap(({ id }, index) => person(id, `agents[${index}].id`)),
    ...(file.services ?? []).flatMap((service, index): NameInFile[] => [
      {
        field: `services[${index}].resourceAccount`,
        kind: 'resource-account',
        name: service.resourceAccount,
      },
      ...people(service.agents, `services[${index}].agents`),
      ...people(service.supervisors, `services[${index}].supervisors`),
      ...people(service.responsibility?.preferred, `services[${index}].responsibility.preferred`),
      ...(service.responsibility?.levels ?? []).flatMap((level, place) =>
        people(level.agents, `services[${index}].responsibility.levels[${place}].agents`),
      ),
      ...QUEUE_ACTIONS.flatMap((name) => {
        const action = service.queue?.[name];
        return action != null && 'person' in action
          ? person(action.person, `services[${index}].queue.${name}.person`)
          : [];
      }),
    ]),
  ];
}

/** The same file with other names; a person whose name becomes null is left out. */
export function renamed(
  file: ConfigurationDraft,
  rename: (kind: NameKind, name: string) => string | null,
): ConfigurationDraft {
  const people = (names: readonly string[] | undefined): string[] =>
    (names ?? []).flatMap((name) => rename('person', name) ?? []);
  return {
    ...file,
    administrators: people(file.administrators),
    agents: (file.agents ?? []).flatMap((agent) => {
      const id = rename('person', agent.id);
      return id === null ? [] : [{ ...agent, id }];
    }),
    services: (file.services ?? []).map((service) => ({
      ...service,
      resourceAccount:
        rename('resource-account', service.resourceAccount) ?? service.resourceAccount,
      agents: people(service.agents),
      supervisors: people(service.supervisors),
      ...(service.responsibility !== undefined && {
        responsibility: {
          ...service.responsibility,
          preferred: people(service.responsibility.preferred),
          levels: (service.responsibility.levels ?? []).map((level) => ({
            ...level,
            agents: people(level.agents),
          })),
        },
      }),
      ...(service.queue !== undefined && {
        queue: {
          ...service.queue,
          ...Object.fromEntries(
            QUEUE_ACTIONS.flatMap((name) => {
              const action = service.queue?.[name];
              if (action == null || !('person' in action)) return [];
              const person = rename('person', action.person) ?? action.person;
              return [[name, { ...action, person }]];
            }),
          ),
        },
      }),
    })),
  };
}
