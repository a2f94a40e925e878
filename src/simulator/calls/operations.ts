import type { BotSide, Invited, Operation, OperationKind, Outcome } from './call.ts';
import type { Switchboard } from './switchboard.ts';

/** Operations are remembered for reading; a call with more of them forgets the oldest. */
const OPERATIONS_MAX = 200;

export interface NewOperation {
  readonly kind: OperationKind;
  readonly clientContext: string | null;
  readonly invited?: readonly Invited[];
  /** An operation that is done as soon as it was asked for. */
  readonly isDone?: boolean;
}

const DONE: Outcome = { code: 200, subcode: 0, message: 'Action completed successfully.' };

/** Begins an operation; Graph answers it, and its end is told by a notification. */
export function openOperation(board: Switchboard, bot: BotSide, start: NewOperation): Operation {
  const operation: Operation = {
    id: board.tenant.random.guid(),
    kind: start.kind,
    clientContext: start.clientContext,
    invited: start.invited ?? [],
    status: start.isDone === true ? 'Completed' : 'Running',
    outcome: start.isDone === true ? DONE : null,
  };
  bot.operations.set(operation.id, operation);
  const [oldest] = bot.operations.keys();
  if (bot.operations.size > OPERATIONS_MAX && oldest !== undefined) bot.operations.delete(oldest);
  return operation;
}

export function completeOperation(
  operation: Operation,
  status: 'Completed' | 'Failed',
  outcome: Outcome = DONE,
): void {
  operation.status = status;
  operation.outcome = outcome;
}
