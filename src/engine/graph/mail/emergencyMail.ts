/**
 * Mails that tell contacts of an emergency (EMG-18, EMG-20..22), from the mailbox of the agent or a
 * shared one: https://learn.microsoft.com/graph/api/user-sendmail
 *
 *   from --202--> done
 *     |--no mailbox, or not allowed for it--> the other mailbox, where there is one
 *     +--anything else--> failed, or unknown: the core tries again
 */
import type { EffectOutcome, TellContact } from '@rufwerk/engine/core';
import type { EffectPerformer, Log } from '@rufwerk/engine/ports';
import type { RequestTerms } from '../client/exchange.ts';
import type { Doubt, GraphAnswer, Refusal } from '../client/graphAnswer.ts';
import type { GraphClient } from '../client/graphClient.ts';
import { OnceLog } from '../webhook/onceLog.ts';

const KIND = 'send-emergency-mail';
const PERMISSION = 'Mail.Send';
/** A mail server that is dead holds one contact's mail for this long, and nothing else. */
const TERMS: RequestTerms = {
  operation: KIND,
  repeat: 'if-not-taken',
  timeoutMs: 4_000,
  tries: 3,
  totalMs: 4_000,
};

export interface EmergencyMail {
  /** One mail address. */
  readonly to: string;
  /** Object id of the owner of the mailbox to send from. */
  readonly from: string;
  /** The same, for when the first one has no mailbox or may not be used; null or absent: none. */
  readonly otherwiseFrom?: string | null;
  readonly subject: string;
  /** Plain text, with neither a number nor a location in it (DEC-9). */
  readonly text: string;
}

/** Null where there is nobody to send to, or no mailbox to send from. */
export type WriteMail = (effect: TellContact) => Promise<EmergencyMail | null>;

export interface EmergencyMailParts {
  readonly graph: GraphClient;
  readonly write: WriteMail;
  readonly log: Log;
}

/** Performs `send-emergency-mail`. One that may have been sent before is sent again (DEC-8). */
export function createEmergencyMailPerformer({
  graph,
  write,
  log,
}: EmergencyMailParts): EffectPerformer<TellContact['kind']> {
  const once = new OnceLog(log);
  return {
    kinds: [KIND],
    perform: async ({ effect }) => {
      const mail = await write(effect);
      if (mail === null) return { kind: 'does-not-apply', because: 'no-mail' };
      const first = await send(graph, mail, mail.from);
      const { otherwiseFrom = null } = mail;
      if (!isOfSender(first) || otherwiseFrom === null || otherwiseFrom === mail.from) {
        return outcomeOf(first);
      }
      const second = await send(graph, mail, otherwiseFrom);
      const problem = causeOf(first);
      if (second.kind === 'success') {
        once.warn({ problem }, 'an emergency mail went out from the other mailbox');
        return { kind: 'done' };
      }
      if (second.kind === 'unknown') return outcomeOf(second);
      return { kind: 'failed', cause: `${problem} The other mailbox: ${causeOf(second)}` };
    },
  };
}

function send(graph: GraphClient, mail: EmergencyMail, from: string): Promise<GraphAnswer> {
  return graph.send({
    method: 'POST',
    path: `/users/${encodeURIComponent(from)}/sendMail`,
    body: {
      message: {
        subject: mail.subject,
        body: { contentType: 'Text', content: mail.text },
        toRecipients: [{ emailAddress: { address: mail.to } }],
        importance: 'high',
      },
      saveToSentItems: false,
    },
    terms: TERMS,
  });
}

/** Another sender may fare better. */
function isOfSender(answer: GraphAnswer): answer is Refusal {
  return answer.kind === 'refused' && (answer.status === 403 || answer.status === 404);
}

function outcomeOf(answer: GraphAnswer): EffectOutcome {
  if (answer.kind === 'success') return { kind: 'done' };
  return { kind: answer.kind === 'unknown' ? 'unknown' : 'failed', cause: causeOf(answer) };
}

function causeOf(answer: Refusal | Doubt): string {
  const status = answer.kind === 'refused' ? answer.status : null;
  if (status === 404) {
    return (
      `${answer.cause}: the sender has no mailbox. Give the agent a licence with Exchange ` +
      'Online, or name a shared mailbox in the settings of emergencies (mailFrom).'
    );
  }
  if (status === 403) {
    return (
      `${answer.cause}: the application permission ${PERMISSION} is missing, or Exchange does ` +
      'not let the application use this mailbox. Add it under Entra > App registrations > API ' +
      'permissions and grant admin consent.'
    );
  }
  return answer.cause;
}
