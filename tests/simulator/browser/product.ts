import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { SimulatedTenant } from '../../../src/simulator/index.ts';

/** A stand-in for the product: a tab that is nothing but teams-js, and a bot with one card. */
export interface StandInProduct {
  readonly url: string;
  readonly server: Server;
  /** Where the bot posts; known only when the tenant has started. */
  tenant: SimulatedTenant | null;
}

const require = createRequire(import.meta.url);
const teamsJs = path.resolve(
  path.dirname(require.resolve('@microsoft/teams-js/package.json')),
  'dist/umd/MicrosoftTeams.min.js',
);

/** Writes what teams-js tells it into the page, where tests read it. */
const tabPage = `<!doctype html><html lang="en"><head><title>Stand-in tab</title>
<script src="/teams.js"></script></head><body><main><h1>Stand-in tab</h1>
<dl><dt>Loaded</dt><dd id="loaded"></dd><dt>Context</dt><dd id="context"></dd>
<dt>Theme</dt><dd id="theme"></dd><dt>Token</dt><dd id="token"></dd></dl>
<button id="link">Open live</button><button id="call">Call 112</button>
<button id="tel">Open tel:144</button><output id="called"></output></main><script type="module">
const show = (id, text) => { document.getElementById(id).textContent = text; };
const { app, authentication, call, pages } = microsoftTeams;
show('loaded', String(performance.timeOrigin));
await app.initialize([new URL(document.referrer).origin]);
app.registerOnThemeChangeHandler((theme) => show('theme', theme));
const { app: host, page, user } = await app.getContext();
show('theme', host.theme);
show('token', await authentication.getAuthToken());
document.getElementById('link').onclick = () =>
  pages.currentApp.navigateTo({ pageId: 'live', subPageId: 'decision-7' });
document.getElementById('call').onclick = async () =>
  show('called', String(await call.startCall({ targets: ['4:112'] })));
document.getElementById('tel').onclick = () => app.openLink('tel:144');
app.notifySuccess();
show('context', [user.userPrincipalName, host.locale, page.id, page.subPageId].join(' '));
</script></body></html>`;

const livePage = 'https://teams.microsoft.com/l/entity/stand-in/live';

function card(text: string): object {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'TextBlock', text, wrap: true },
      { type: 'FactSet', facts: [{ title: 'Service', value: 'IT Helpdesk' }] },
    ],
    actions: [
      { type: 'Action.Execute', title: 'Why?', verb: 'why', data: { call: 7 } },
      { type: 'Action.OpenUrl', title: 'Open in the app', url: livePage },
    ],
  };
}

interface Activity {
  readonly type: string;
  readonly serviceUrl: string;
  readonly conversation: { readonly id: string };
  readonly value?: { readonly action: { readonly verb: string } };
}

export async function startProduct(): Promise<StandInProduct> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      answer(product, request.url ?? '/', text, response).catch((error: unknown) => {
        send(response, 500, String(error));
      });
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const product: StandInProduct = { url, server, tenant: null };
  return product;
}

async function answer(
  product: StandInProduct,
  url: string,
  text: string,
  response: ServerResponse,
): Promise<void> {
  if (url === '/teams.js') {
    send(response, 200, await readFile(teamsJs, 'utf8'), 'text/javascript');
  } else if (url.startsWith('/tab/')) {
    send(response, 200, tabPage, 'text/html');
  } else if (url === '/api/messages') {
    await answerActivity(product, JSON.parse(text) as Activity, response);
  } else {
    // Calls come in and are never answered: they ring until the caller hangs up.
    send(response, 202, '');
  }
}

async function answerActivity(
  product: StandInProduct,
  activity: Activity,
  response: ServerResponse,
): Promise<void> {
  if (activity.type === 'invoke') {
    const type = 'application/vnd.microsoft.card.adaptive';
    const body = { statusCode: 200, type, value: card('Idle longest, 12 minutes') };
    send(response, 200, JSON.stringify(body), 'application/json');
    return;
  }
  if (activity.type === 'message') await postCard(product, activity);
  send(response, 200, '');
}

async function postCard({ tenant }: StandInProduct, activity: Activity): Promise<void> {
  if (tenant === null) throw new Error('The tenant has not started.');
  const { tenantId, applicationId, applicationSecret } = tenant.tenant;
  const granted = await fetch(`${tenant.url}/login/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: applicationId,
      client_secret: applicationSecret,
      scope: 'https://api.botframework.com/.default',
    }),
  });
  const { access_token: token } = (await granted.json()) as { readonly access_token: string };
  const conversation = encodeURIComponent(activity.conversation.id);
  await fetch(`${activity.serviceUrl}v3/conversations/${conversation}/activities`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          content: card('Anna Müller rang first'),
        },
      ],
    }),
  });
}

/** In two steps, since restify takes the chaining away from every response of the process. */
function send(response: ServerResponse, status: number, body: string, contentType?: string): void {
  if (contentType !== undefined) response.setHeader('Content-Type', contentType);
  response.statusCode = status;
  response.end(body);
}
