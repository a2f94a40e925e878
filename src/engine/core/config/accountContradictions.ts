/**
 * Resource accounts where people are meant. A call that is sent to one comes in again as a new call
 * of its service, without its age and past every look for circles; and none can take a call.
 */
import { ACCOUNT } from './accountWords.ts';
import type { Configuration, ServiceSettings } from './document.ts';
import type { FoundProblem, RuleWords } from './problem.ts';
import { ACTIONS, type QueueAction } from './queue.ts';

/** Of each account: the service whose calls it takes; null for one of a callback number. */
type Owners = ReadonlyMap<string, string | null>;

export function accountContradictions(configuration: Configuration): FoundProblem[] {
  const owners = ownersOf(configuration);
  const { services, administrators, agents, emergency } = configuration;
  const numbers = new Set(emergency.callbackNumbers.map(({ number }) => number));
  return [
    ...amongPeople(owners, administrators, 'administrators'),
    ...agents.flatMap(({ id }, index) => amongPeople(owners, [id], `agents[${index}].id`)),
    ...services.flatMap((service, index) => [
      ...actionsOf(service, index).flatMap((action) => intoAnAccount(owners, service.id, action)),
      ...actionsOf(service, index).flatMap((action) => intoTheCallbackPool(numbers, action)),
      ...peopleOf(owners, service, `services[${index}]`),
    ]),
  ];
}

function ownersOf({ services, emergency }: Configuration): Owners {
  return new Map<string, string | null>([
    ...emergency.callbackNumbers.map(({ resourceAccount }) => [resourceAccount, null] as const),
    ...services.map(({ resourceAccount, id }) => [resourceAccount, id] as const),
  ]);
}

interface PlacedAction {
  readonly field: string;
  readonly action: QueueAction | null;
}

function actionsOf({ queue }: ServiceSettings, index: number): PlacedAction[] {
  return ACTIONS.map((name) => ({
    field: `services[${index}].queue.${name}`,
    action: queue[name],
  }));
}

function intoAnAccount(
  owners: Owners,
  serviceId: string,
  { field, action }: PlacedAction,
): FoundProblem[] {
  if (action?.do !== 'person' && action?.do !== 'voicemail') return [];
  const owner = owners.get(action.person);
  return owner === undefined
    ? []
    : [{ field: `${field}.person`, ...intoWords(owner, owner === serviceId) }];
}

function intoWords(owner: string | null, isItself: boolean): RuleWords {
  if (owner === null) return ACCOUNT.intoCallbackAccount();
  return isItself ? ACCOUNT.intoItself() : ACCOUNT.intoServiceAccount(owner);
}

function intoTheCallbackPool(
  numbers: ReadonlySet<string>,
  { field, action }: PlacedAction,
): FoundProblem[] {
  if (action?.do !== 'number' || !numbers.has(action.number)) return [];
  return [{ field: `${field}.number`, ...ACCOUNT.intoCallbackAccount() }];
}

function peopleOf(owners: Owners, service: ServiceSettings, at: string): FoundProblem[] {
  const { agents, supervisors, responsibility } = service;
  return [
    ...amongPeople(owners, agents, `${at}.agents`),
    ...amongPeople(owners, supervisors, `${at}.supervisors`),
    ...amongPeople(owners, responsibility.preferred, `${at}.responsibility.preferred`),
    ...responsibility.levels.flatMap((level, place) =>
      amongPeople(owners, level.agents, `${at}.responsibility.levels[${place}].agents`),
    ),
  ];
}

/** @param field of the list, or of the one name where it ends in `.id` */
function amongPeople(owners: Owners, names: readonly string[], field: string): FoundProblem[] {
  return names.flatMap((name, index) => {
    const owner = owners.get(name);
    if (owner === undefined) return [];
    const place = field.endsWith('.id') ? field : `${field}[${index}]`;
    return [{ field: place, ...ACCOUNT.isNobody(owner) }];
  });
}
