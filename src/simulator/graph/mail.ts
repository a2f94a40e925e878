import type { Server } from 'restify';
import { z } from 'zod';
import { accepted } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import type { SentMail } from '../mail/sent-mail.ts';
import type { Tenant } from '../tenant.ts';
import { graphError } from './errors.ts';
import { graphRoute } from './routes.ts';
import type { Needed } from './routes.ts';

const SEND: Needed = {
  application: ['Mail.Send'],
  delegated: [],
  refusal: {
    code: 'ErrorAccessDenied',
    message: 'Access is denied. Check credentials and try again.',
  },
};
/** Exchange Online sends one message to so many at most. */
const RECIPIENTS_MAX = 500;

const lowerCase = z.string().transform((text) => text.toLowerCase());
const recipients = z
  .array(z.object({ emailAddress: z.object({ address: z.email() }) }))
  .nullish()
  .transform((list) => (list ?? []).map(({ emailAddress }) => emailAddress.address));
const mailBody = z.object({
  message: z.object({
    subject: z.string().nullish(),
    body: z.object({ contentType: lowerCase.pipe(z.enum(['text', 'html'])), content: z.string() }),
    toRecipients: recipients,
    ccRecipients: recipients,
    bccRecipients: recipients,
    importance: lowerCase.pipe(z.enum(['low', 'normal', 'high'])).nullish(),
  }),
  saveToSentItems: z.boolean().nullish(),
});

/** Sending mail as a person or as a shared mailbox; nobody is asked whether it arrives. */
export function registerMail(server: Server, tenant: Tenant, mail: SentMail): void {
  graphRoute(server, tenant, 'post', '/users/:id/sendMail', SEND, ({ params, body }): Answer => {
    const id = params['id'] ?? '';
    const sender = tenant.directory.findMailbox(id);
    if (sender === undefined) return noMailbox(tenant, id);
    const parsed = mailBody.safeParse(body);
    if (!parsed.success) {
      return graphError(tenant, 400, 'ErrorInvalidRequest', z.prettifyError(parsed.error));
    }
    const { message, saveToSentItems } = parsed.data;
    const { toRecipients: to, ccRecipients: cc, bccRecipients: bcc } = message;
    const count = to.length + cc.length + bcc.length;
    if (count === 0 || count > RECIPIENTS_MAX) {
      const words = `A message needs between 1 and ${RECIPIENTS_MAX} recipients.`;
      return graphError(tenant, 400, 'ErrorInvalidRecipients', words);
    }
    mail.send({
      from: sender.upn,
      to,
      cc,
      bcc,
      subject: message.subject ?? '',
      contentType: message.body.contentType,
      content: message.body.content,
      importance: message.importance ?? 'normal',
      isSavedToSentItems: saveToSentItems ?? true,
    });
    return accepted;
  });
}

/** Accounts without a licence for a mailbox are told apart from those that do not exist. */
function noMailbox(tenant: Tenant, id: string): Answer {
  const { directory } = tenant;
  const isKnown = directory.findAccount(id) ?? directory.findResourceAccount(id);
  if (isKnown === undefined) {
    return graphError(tenant, 404, 'ErrorInvalidUser', `The requested user '${id}' is invalid.`);
  }
  const words = 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.';
  return graphError(tenant, 404, 'MailboxNotEnabledForRESTAPI', words);
}
