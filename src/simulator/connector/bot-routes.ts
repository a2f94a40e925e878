import type { Server } from 'restify';
import { z } from 'zod';
import { BOT_FRAMEWORK_AUDIENCE } from '../entra/scopes.ts';
import { bearerToken, checkToken } from '../entra/tokens.ts';
import { created, ok } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import { productRoute } from '../http/routes.ts';
import type { Method } from '../http/routes.ts';
import type { Tenant } from '../tenant.ts';
import type { Person } from '../world/directory.ts';
import * as errors from './bot-errors.ts';
import type { Chat, Chats } from './chats.ts';
import { findMember, hasBotInstalled, personBotId } from './identities.ts';
import { readSentActivity } from './sent-activity.ts';

type ChatHandler = (chat: Chat, incoming: Incoming) => Answer;

const newConversation = z.looseObject({
  isGroup: z.boolean().nullish(),
  members: z.array(z.looseObject({ id: z.string() })).min(1),
  tenantId: z.string().nullish(),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }).nullish() }).nullish(),
  activity: z.unknown().optional(),
});

/**
 * What a bot calls at its service URL (`/connector/v3/...`): conversations, activities and members.
 * Every route wants a token of our Entra for the Bot Framework, issued to the bot itself.
 */
export class BotRoutes {
  readonly #tenant: Tenant;
  readonly #chats: Chats;

  constructor(tenant: Tenant, chats: Chats) {
    this.#tenant = tenant;
    this.#chats = chats;
  }

  register(server: Server): void {
    const conversation = '/connector/v3/conversations/:conversationId';
    const activity = `${conversation}/activities/:activityId`;
    const route = (method: Method, path: string, handle: ChatHandler): void =>
      this.#route(server, method, path, (incoming) => this.#inChat(incoming, handle));

    this.#route(server, 'post', '/connector/v3/conversations', (incoming) =>
      this.#createConversation(incoming),
    );
    route('post', `${conversation}/activities`, (chat, { body }) => this.#post(chat, body));
    route('post', activity, (chat, { body }) => this.#post(chat, body));
    route('put', activity, (chat, incoming) => this.#update(chat, incoming));
    route('del', activity, (chat, incoming) => this.#delete(chat, incoming));
    route('get', `${activity}/members`, (chat) => ok(this.#membersOf(chat)));
    route('get', `${conversation}/members`, (chat) => ok(this.#membersOf(chat)));
    route('get', `${conversation}/pagedmembers`, (chat) => ok({ members: this.#membersOf(chat) }));
    route('get', `${conversation}/members/:memberId`, (chat, incoming) =>
      this.#member(chat, incoming),
    );
  }

  #route(
    server: Server,
    method: Method,
    path: string,
    handle: (incoming: Incoming) => Answer,
  ): void {
    productRoute(server, this.#tenant, method, path, async (incoming) => {
      if (!(await this.#isTheBot(incoming))) return errors.denied;
      const { connector: fault } = this.#tenant.faults;
      if (fault !== null && this.#tenant.random.share() < fault.share) {
        return errors.plannedFault(fault.status, fault.retryAfterSeconds);
      }
      return handle(incoming);
    });
  }

  async #isTheBot({ headers }: Incoming): Promise<boolean> {
    const token = bearerToken(headers['authorization']);
    if (token === undefined) return false;
    const check = await checkToken(this.#tenant, token, [BOT_FRAMEWORK_AUDIENCE]);
    return check.kind === 'valid' && check.claims['appid'] === this.#tenant.application.id;
  }

  #inChat(incoming: Incoming, handle: ChatHandler): Answer {
    const chat = this.#chats.find(incoming.params['conversationId'] ?? '');
    return chat === undefined ? errors.unknownConversation : handle(chat, incoming);
  }

  #createConversation({ body }: Incoming): Answer {
    const read = newConversation.safeParse(body);
    if (!read.success) return errors.badSyntax(z.prettifyError(read.error));
    const { isGroup, members, tenantId, channelData, activity } = read.data;
    const [member] = members;
    if (isGroup === true || member === undefined || members.length > 1) {
      return errors.badSyntax('This tenant has personal conversations only: name one member.');
    }
    if ((channelData?.tenant?.id ?? tenantId) !== this.#tenant.id) {
      return errors.badSyntax('Incorrect conversation creation parameters: wrong tenant id.');
    }
    const person = findMember(this.#tenant, member.id);
    if (person === undefined) return errors.badSyntax(`Unknown member "${member.id}".`);
    if (!hasBotInstalled(person)) return errors.notInstalled;
    const chat = this.#chats.of(person);
    if (activity === undefined || activity === null) return created({ id: chat.id });
    const posted = this.#post(chat, activity);
    if (posted.status !== 201) return posted;
    return created({ id: chat.id, activityId: (posted.body as { readonly id: string }).id });
  }

  #post(chat: Chat, body: unknown): Answer {
    const sent = readSentActivity(body);
    switch (sent.kind) {
      case 'too-big':
        return errors.messageTooBig;
      case 'wrong':
        return errors.badSyntax(sent.message);
      case 'typing':
        return created({ id: String(this.#tenant.clock.nowMs()) });
      case 'message':
        return created({ id: this.#chats.post(chat, 'bot', sent.text, sent.cards).id });
      default:
        return sent satisfies never;
    }
  }

  #update(chat: Chat, { params, body }: Incoming): Answer {
    const id = params['activityId'] ?? '';
    const refusal = this.#refuseChange(chat, id);
    if (refusal !== undefined) return refusal;
    const sent = readSentActivity(body);
    if (sent.kind === 'too-big') return errors.messageTooBig;
    if (sent.kind === 'wrong') return errors.badSyntax(sent.message);
    if (sent.kind === 'typing') return errors.badSyntax('A message cannot become "typing".');
    this.#chats.update(chat, id, sent.text, sent.cards);
    return ok({ id });
  }

  #delete(chat: Chat, { params }: Incoming): Answer {
    const id = params['activityId'] ?? '';
    const refusal = this.#refuseChange(chat, id);
    if (refusal !== undefined) return refusal;
    this.#chats.delete(chat, id);
    return { status: 200 };
  }

  #refuseChange(chat: Chat, messageId: string): Answer | undefined {
    const message = this.#chats.findMessage(chat, messageId);
    if (message === undefined) return errors.unknownActivity;
    return message.from === 'bot' ? undefined : errors.notTheBotsMessage;
  }

  #membersOf(chat: Chat): readonly unknown[] {
    return [describeMember(this.#tenant, chat.person)];
  }

  #member(chat: Chat, { params }: Incoming): Answer {
    const person = findMember(this.#tenant, params['memberId'] ?? '');
    return person !== undefined && person.id === chat.person.id
      ? ok(describeMember(this.#tenant, person))
      : errors.unknownMember;
  }
}

/** A person as a Teams conversation's roster describes them. */
function describeMember(tenant: Tenant, person: Person): unknown {
  return {
    id: personBotId(tenant, person),
    aadObjectId: person.id,
    objectId: person.id,
    name: person.displayName,
    givenName: person.givenName,
    surname: person.surname,
    email: person.upn,
    userPrincipalName: person.upn,
    tenantId: tenant.id,
    userRole: 'user',
  };
}
