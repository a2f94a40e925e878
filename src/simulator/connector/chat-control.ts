import type { Server } from 'restify';
import { z } from 'zod';
import { created, ok, unknownName, wrongBody } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import { controlRoute } from '../http/routes.ts';
import type { Tenant } from '../tenant.ts';
import type { Chat, Chats } from './chats.ts';
import { hasBotInstalled } from './identities.ts';
import type { PersonActs } from './person-acts.ts';

const opening = z.strictObject({ from: z.string() });
const writing = z.strictObject({ from: z.string(), text: z.string().trim().min(1) });
const pressing = z.strictObject({
  from: z.string(),
  messageId: z.string(),
  action: z.strictObject({ verb: z.string().optional(), data: z.unknown().optional() }),
});

/** The control interface's chats: everything that was said, and acting as a person would. */
export class ChatControl {
  readonly #tenant: Tenant;
  readonly #chats: Chats;
  readonly #acts: PersonActs;

  constructor(tenant: Tenant, chats: Chats, acts: PersonActs) {
    this.#tenant = tenant;
    this.#chats = chats;
    this.#acts = acts;
  }

  register(server: Server): void {
    const chats = '/_simulator/chats';
    controlRoute(server, 'get', chats, ({ query }) => this.#list(query['upn']));
    controlRoute(server, 'post', chats, ({ body }) => this.#open(body));
    controlRoute(server, 'post', `${chats}/:chatId/messages`, (incoming) => this.#write(incoming));
    controlRoute(server, 'post', `${chats}/:chatId/actions`, (incoming) => this.#press(incoming));
  }

  /** Every chat, or with `?upn=` a person's own, which is there before anything is said. */
  #list(upn: string | undefined): Answer {
    if (upn === undefined) return ok(this.#chats.all().map(describeChat));
    const person = this.#tenant.directory.findPerson(upn);
    if (person === undefined) return unknownName(`upn: ${upn} is nobody here.`);
    return ok(hasBotInstalled(person) ? [describeChat(this.#chats.of(person))] : []);
  }

  async #open(body: unknown): Promise<Answer> {
    const read = opening.safeParse(body);
    if (!read.success) return wrongBody(z.prettifyError(read.error));
    const person = this.#tenant.directory.findPerson(read.data.from);
    if (person === undefined) return unknownName(`from: ${read.data.from} is nobody here.`);
    if (!hasBotInstalled(person)) {
      return wrongBody(`from: the bot is not installed for ${person.upn}; name an agent.`);
    }
    const chat = this.#chats.of(person);
    await this.#acts.open(chat);
    return created(describeChat(chat));
  }

  async #write({ params, body }: Incoming): Promise<Answer> {
    const read = writing.safeParse(body);
    if (!read.success) return wrongBody(z.prettifyError(read.error));
    const found = this.#findFor(params['chatId'], read.data.from);
    if ('refusal' in found) return found.refusal;
    return created(await this.#acts.write(found.chat, read.data.text));
  }

  async #press({ params, body }: Incoming): Promise<Answer> {
    const read = pressing.safeParse(body);
    if (!read.success) return wrongBody(z.prettifyError(read.error));
    const { from, messageId, action } = read.data;
    const found = this.#findFor(params['chatId'], from);
    if ('refusal' in found) return found.refusal;
    const message = this.#chats.findMessage(found.chat, messageId);
    if (message === undefined) return unknownName(`messageId: there is no message ${messageId}.`);

    const outcome =
      action.verb === undefined
        ? await this.#acts.submit(found.chat, message, action.data)
        : await this.#acts.execute(found.chat, message, action.verb, action.data);
    if (outcome.kind === 'no-button') {
      return wrongBody(`action: no button of the message has the verb "${action.verb}".`);
    }
    return ok({ botStatus: outcome.botStatus, notice: outcome.notice });
  }

  /** The chat by its id, for the person whose chat it is. */
  #findFor(
    chatId: string | undefined,
    from: string,
  ): { readonly chat: Chat } | { readonly refusal: Answer } {
    const chat = this.#chats.find(chatId ?? '');
    if (chat === undefined) return { refusal: unknownName(`There is no chat ${chatId}.`) };
    if (this.#tenant.directory.findPerson(from)?.id === chat.person.id) return { chat };
    return { refusal: wrongBody(`from: the chat belongs to ${chat.person.upn}, not to ${from}.`) };
  }
}

function describeChat({ id, person, opened, messages }: Chat): unknown {
  return { id, upn: person.upn, opened, messages };
}
