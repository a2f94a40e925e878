/** The bot SDK behind one door: nothing outside this folder knows it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudAdapter } from 'botbuilder';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import { z } from 'zod';
import type { Clock, Log, TokenSource } from '@rufwerk/engine/ports';
import type { Connector } from '../chat/connector.ts';
import type { AnswerIncoming } from '../chat/incoming.ts';
import { TeamsAuthentication } from './authentication.ts';
import { createCallerCheck } from './caller-check.ts';
import { createConnector } from './proactive.ts';
import { readActivity } from './read-activity.ts';
import { readBody } from './read-body.ts';
import { toActivity, toInvokeAnswer } from './write-activity.ts';

export interface AdapterOptions {
  readonly appId: string;
  readonly tenantId: string;
  readonly tokens: TokenSource;
  readonly openIdUrl: string;
  readonly serviceUrl: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** A request as restify hands it over, its body parsed or not. */
export type BotRequest = IncomingMessage & { readonly body?: unknown };

export interface Adapter {
  readonly connector: Connector;
  /** Verifies the caller, has the activity answered and ends the response. Never rejects. */
  receive(request: BotRequest, response: ServerResponse, answer: AnswerIncoming): Promise<void>;
}

/**
 * Opens the protected door of the SDK through which a turn is run without its own HTTP handling.
 */
class TeamsAdapter extends CloudAdapter {
  runTurn(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }
}

const activitySchema = z.looseObject({ type: z.string().min(1) });

export function createAdapter(options: AdapterOptions): Adapter {
  const { appId, tokens, log } = options;
  const check = createCallerCheck(options);
  const adapter = new TeamsAdapter(new TeamsAuthentication(appId, tokens, check));

  async function run(request: BotRequest, answer: AnswerIncoming): Promise<InvokeResponse> {
    // Who says nothing about who calls is turned away before anything is read.
    if (request.headers.authorization === undefined) return { status: 401 };
    const body = activitySchema.safeParse(await readBody(request));
    if (!body.success) return { status: 400, body: { message: 'The body is no activity.' } };
    const authorization = request.headers.authorization ?? '';
    const activity = body.data as unknown as Activity;
    const answered = await adapter.runTurn(authorization, activity, (context) =>
      runTurn(context, answer),
    );
    return answered ?? { status: 200 };
  }

  return {
    connector: createConnector(adapter, options),
    async receive(request, response, answer) {
      let answered: InvokeResponse;
      try {
        answered = await run(request, answer);
      } catch (error) {
        answered = failureOf(error, log);
      }
      end(response, answered);
    },
  };
}

async function runTurn(context: TurnContext, answer: AnswerIncoming): Promise<void> {
  const incoming = readActivity(context.activity);
  const answered = incoming === null ? null : await answer(incoming);
  if (context.activity.type === 'invoke') {
    await context.sendActivity(toInvokeAnswer(answered));
  } else if (answered !== null) {
    await context.sendActivity(toActivity(answered));
  }
}

function failureOf(error: unknown, log: Log): InvokeResponse {
  if (error instanceof AuthenticationError) {
    log.warn({ status: error.statusCode, cause: error.message }, 'Refused a request to the bot');
    return { status: error.statusCode };
  }
  log.error({ err: error }, 'The bot could not answer an activity');
  return { status: 500 };
}

/** Without `writeHead`, which restify replaces in every response of the process. */
function end(response: ServerResponse, { status, body }: InvokeResponse): void {
  response.statusCode = status;
  if (body === undefined) {
    response.end();
    return;
  }
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(body));
}
