import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Request as BotRequest, Response as BotResponse, TurnContext } from 'botbuilder';
import { ServiceClientCredentialsFactory } from 'botframework-connector';
import { applicationToken } from '../../src/simulator/entra/tokens.ts';
import { anna, cardMessage, setStage } from './connector-stage.ts';
import type { Stage } from './connector-stage.ts';

let stage: Stage;
let bot: Server;

/** Signs the SDK's requests with a token of the tenant; the SDK's own way insists on https. */
class TenantCredentials extends ServiceClientCredentialsFactory {
  override isValidAppId(appId: string): Promise<boolean> {
    return Promise.resolve(appId === stage.tenant.application.id);
  }

  override isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(false);
  }

  override createCredentials(): ReturnType<ServiceClientCredentialsFactory['createCredentials']> {
    return Promise.resolve({
      signRequest: async (request) => {
        const token = await applicationToken(stage.tenant, 'https://api.botframework.com');
        request.headers.set('Authorization', `Bearer ${token}`);
        return request;
      },
    });
  }
}

function startBot(logic: (context: TurnContext) => Promise<void>): Promise<string> {
  const metadataUrl = `${stage.tenant.url}/connector/.well-known/openidconfiguration`;
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(
      {
        ToChannelFromBotLoginUrl: `${stage.tenant.url}/login/botframework.com`,
        ToChannelFromBotOAuthScope: 'https://api.botframework.com',
        ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
        OAuthUrl: 'https://api.botframework.com',
        ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
        ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
        CallerId: 'urn:botframework:azure',
      },
      new TenantCredentials(),
    ),
  );
  bot = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
      const asked = { body, headers: request.headers, method: 'POST' } as unknown as BotRequest;
      const answer = {
        socket: response.socket,
        status: (status: number) => {
          response.statusCode = status;
        },
        header: (name: string, value: unknown) => response.setHeader(name, String(value)),
        send: (content: unknown) => response.write(JSON.stringify(content)),
        end: () => response.end(),
      } as unknown as BotResponse;
      void adapter.process(asked, answer, logic);
    });
  });
  return new Promise((resolve) => {
    bot.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(bot.address() as AddressInfo).port}`);
    });
  });
}

beforeEach(async () => {
  stage = await setStage();
});

afterEach(async () => {
  bot.closeAllConnections();
  await new Promise((resolve) => bot.close(resolve));
  await stage.close();
});

test('a bot of the published SDK trusts the connector, answers, updates and deletes', async () => {
  stage.tenant.product.baseUrl = await startBot(async (context) => {
    if (context.activity.type !== 'message') return;
    const card = await context.sendActivity(cardMessage('First'));
    await context.updateActivity({ ...cardMessage('Second'), id: card?.id ?? '' });
    const gone = await context.sendActivity('Only for a moment');
    await context.deleteActivity(gone?.id ?? '');
  });
  const { id } = await stage.annasChat();
  const path = `chats/${encodeURIComponent(id)}/messages`;
  const sent = await stage.asControl('POST', path, { from: anna.upn, text: 'help' });
  expect(sent.body).toMatchObject({ botStatus: 200 });

  expect((await stage.annasChat()).messages).toMatchObject([
    { from: anna.upn, text: 'help' },
    { from: 'bot', cards: [{ body: [{ text: 'Second' }] }], deleted: false },
    { from: 'bot', text: 'Only for a moment', deleted: true },
  ]);
});
