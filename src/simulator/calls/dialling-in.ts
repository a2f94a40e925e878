import { arrive } from './arriving.ts';
import type { Call, Party } from './call.ts';
import { ringDirectly } from './ringing-directly.ts';
import type { Switchboard } from './switchboard.ts';

/**
 * A telephone outside dials a number of the organization: a resource account's, which the product
 * answers, or a person's own, which rings the person's client. Undefined when nobody has it.
 */
export function dialIn(
  board: Switchboard,
  caller: Party,
  from: string,
  to: string,
): Call | undefined {
  const { directory } = board.tenant;
  const account = directory.findServiceByPhone(to);
  if (account !== undefined) return arrive(board, caller, from, account);
  const person = directory.findPersonByNumber(to);
  if (person === undefined) return undefined;
  const call = board.open({ direction: 'incoming', from, to, service: null, caller });
  board.note(call, `${from} dialled ${to}`);
  ringDirectly(board, call, person);
  return call;
}
