/**
 * What moves a task on, by its phase: the deadlines that its service demands of a wait, and no
 * others; the one deadline of everything else.
 */
import { LOOK_EVERY_MS } from '../distribution/wait.ts';
import type { ServiceState, TaskState } from '../tenant/state.ts';

/** What is wrong with the task's deadlines, in words; null when it is moved on as it should be. */
export function wrongWait(
  service: Readonly<ServiceState>,
  task: Readonly<TaskState>,
  at: number,
): string | null {
  switch (task.phase) {
    case 'arriving':
    case 'waiting':
      return task.checkAt === null ? 'is never looked at' : wrongBounds(service, task, at);
    case 'confirming':
    case 'dialling':
      return task.actAt === null ? 'never ends' : null;
    case 'call-back':
    case 'ended':
      return null;
    default:
      return isMovedOn(task) ? null : 'never ends';
  }
}

/** Of a task that may stand without its service, too. */
export function isMovedOn({ phase, actAt, checkAt, inferUntilAt, leaving }: TaskState): boolean {
  switch (phase) {
    case 'leaving':
      return leaving?.isSentOn === true ? checkAt !== null : actAt !== null;
    case 'connected':
    case 'arriving':
      return checkAt !== null;
    case 'handed-over':
      return inferUntilAt !== null;
    default:
      return true;
  }
}

/** While a call waits, the next level of its service has its instant. */
export function opensNextLevel(
  { settings }: Readonly<ServiceState>,
  { phase, leaving, level, levelAt, queuedAt }: Readonly<TaskState>,
  at: number,
): boolean {
  if ((phase !== 'waiting' && phase !== 'call-back') || leaving !== null) return true;
  const next = settings.responsibility.levels[level];
  if (next === undefined || levelAt === null) return next === undefined;
  return isAsWanted(levelAt, queuedAt + next.afterSeconds * 1000, at);
}

/** What should have come before it was asked for comes at once. */
function isAsWanted(dueAt: number, wantedAt: number, at: number): boolean {
  return dueAt === wantedAt || (wantedAt < dueAt && dueAt <= at);
}

/** While a redirect is in flight the call cannot leave; that is asked again when it fails. */
function wrongBounds(
  { settings, emergency }: Readonly<ServiceState>,
  task: Readonly<TaskState>,
  at: number,
): string | null {
  const { queue, announcements, responsibility } = settings;
  if (task.phase === 'arriving' && task.offerIds.length > 0) return null;
  if (emergency !== null) return 'waits where it is closed for an emergency';
  if (responsibility.by === 'nobody') return 'waits where nobody is responsible';
  const demanded = [
    ['maximum wait', queue.maximumWaitSeconds, task.maximumWaitAt],
    ['look for somebody', queue.whenNobody, task.nobodyAt],
    ['comfort message', announcements.comfort, task.comfortAt],
  ] as const;
  const wrong = demanded.find(([, asked, dueAt]) => (asked === null) !== (dueAt === null));
  if (wrong !== undefined) return `${wrong[1] === null ? 'has a' : 'lacks its'} ${wrong[0]}`;
  return wrongInstant(settings, task, at);
}

/** Each deadline stands where the service puts it, and not only anywhere. */
function wrongInstant(
  { queue, announcements }: ServiceState['settings'],
  { maximumWaitAt, waitsSinceAt, nobodyAt, comfortAt }: Readonly<TaskState>,
  at: number,
): string | null {
  const { maximumWaitSeconds } = queue;
  if (maximumWaitAt !== null && maximumWaitSeconds !== null) {
    const wantedAt = waitsSinceAt + maximumWaitSeconds * 1000;
    if (!isAsWanted(maximumWaitAt, wantedAt, at)) return 'leaves at another instant';
  }
  if ((nobodyAt ?? 0) > at + LOOK_EVERY_MS) return 'looks for somebody too late';
  const latestAt = at + announcements.comfortEverySeconds * 1000;
  return (comfortAt ?? 0) > latestAt ? 'hears its comfort message too late' : null;
}
