import { asId, isEmergencyNumber } from '@rufwerk/engine/core';
import type { DecisionId, EmergencyId, TaskId } from '@rufwerk/engine/core';
import type { EmergencyCommand, Saying } from './emergency.ts';

/** What a person asks of the bot. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'hello' }
  | { readonly kind: 'status' }
  | { readonly kind: 'last-decision' }
  | { readonly kind: 'why'; readonly decisionId: DecisionId; readonly leadsBack: boolean }
  /** The card of a call as it stands now. */
  | { readonly kind: 'call'; readonly taskId: TaskId }
  | EmergencyCommand;

const HELP = ['help', 'hilfe', '?'];
const HELLO = ['hi', 'hello', 'hey', 'hallo', 'hoi', 'salü', 'grüezi', 'guten tag', 'guten morgen'];
const STATUS = ['status', 'stand'];
const WHY = ['why', 'warum', 'wieso', 'weshalb'];
const EMERGENCY = ['emergency', 'emergencies', 'notruf', 'notrufe'];
const CALL_OVER = ['call over', 'the call has ended', 'anruf beendet', 'der notruf ist beendet'];
const READY = ['ready', 'i am ready', 'bereit', 'ich bin bereit'];

/** Ids are short words; whatever is longer was not meant as one. */
const ID = /^[\w:.-]{1,100}$/;

/** Reads what was written, in either language; null when it is none of ours. */
export function readText(text: string): Command | null {
  const said = text.trim().replace(/\s+/g, ' ');
  const plain = said.toLowerCase().replace(/[!.]+$/, '');
  if (HELP.includes(plain)) return { kind: 'help' };
  if (HELLO.includes(plain)) return { kind: 'hello' };
  if (STATUS.includes(plain)) return { kind: 'status' };
  // Somebody in need may well write the number here (DEC-10).
  const isNumber = isEmergencyNumber(plain.replace(/[\s-]/g, ''));
  if (isNumber || EMERGENCY.includes(plain)) return { kind: 'emergency' };
  if (CALL_OVER.includes(plain)) return written('over');
  if (READY.includes(plain)) return written('ready');
  const [first = '', second, ...rest] = said.split(' ');
  if (!WHY.includes(first.toLowerCase().replace(/\?+$/, '')) || rest.length > 0) return null;
  if (second === undefined || second === '?') return { kind: 'last-decision' };
  return whyOf(second, false);
}

/** Reads a pressed button; null for buttons that we no longer have. */
export function readButton(verb: string, data: Readonly<Record<string, unknown>>): Command | null {
  const { taskId, decisionId } = data;
  switch (verb) {
    case 'status':
    case 'last-decision':
      return { kind: verb };
    case 'why':
      return typeof decisionId === 'string' ? whyOf(decisionId, true) : null;
    case 'decision':
      return typeof taskId === 'string' && ID.test(taskId)
        ? { kind: 'call', taskId: asId<TaskId>(taskId) }
        : null;
    case 'emergency-over':
      return pressed('over', data);
    case 'emergency-goes-on':
      return pressed('goes-on', data);
    case 'emergency-ready':
      return pressed('ready', data);
    default:
      return null;
  }
}

function written(saying: Saying): Command {
  return { kind: 'emergency-say', saying, emergencyId: null, isKept: true };
}

function pressed(saying: Saying, data: Readonly<Record<string, unknown>>): Command | null {
  const { emergencyId, isKept } = data;
  if (typeof emergencyId !== 'string' || !ID.test(emergencyId)) return null;
  return {
    kind: 'emergency-say',
    saying,
    emergencyId: asId<EmergencyId>(emergencyId),
    isKept: isKept === true,
  };
}

function whyOf(id: string, leadsBack: boolean): Command | null {
  return ID.test(id) ? { kind: 'why', decisionId: asId<DecisionId>(id), leadsBack } : null;
}
