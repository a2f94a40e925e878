import { readFile, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import type { Response, Server } from 'restify';
import { z } from 'zod';
import { singleSignOnToken } from '../entra/tokens.ts';
import type { Tenant } from '../tenant.ts';
import { ok, unknownName, wrongBody } from './answer.ts';
import { openEventStream } from './event-stream.ts';
import { controlRoute } from './routes.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wav': 'audio/wav',
  '.woff2': 'font/woff2',
};

/** What belongs to a played service is never answered by the page. */
const SERVICES = ['/_simulator/', '/calling/', '/connector/', '/graph/', '/login/'];
const NOT_BUILT = 'The page is not built; run "npm run build".';

const tokenRequest = z.object({ upn: z.string() });

/**
 * The page that looks like Teams: its built files at `/` (any unknown path is the page itself,
 * which routes by itself), the stream of changes it follows, where the product is, and the SSO
 * token that the Teams client would hand to the tab.
 */
export function registerPage(server: Server, tenant: Tenant, pageDirectory: string): void {
  registerChanges(server, tenant);
  controlRoute(server, 'post', '/page/token', async ({ body }) => {
    const wanted = tokenRequest.safeParse(body);
    if (!wanted.success) return wrongBody('upn: name the person who is signed in to Teams.');
    const person = tenant.directory.findPerson(wanted.data.upn);
    if (person === undefined) return unknownName(`${wanted.data.upn} is nobody here.`);
    return ok({ token: await singleSignOnToken(tenant, person) });
  });
  controlRoute(server, 'get', '/page/settings', () =>
    ok({ productUrl: tenant.product.baseUrl, tenantId: tenant.id }),
  );
  const directory = resolve(pageDirectory);
  for (const path of ['/', '/*']) {
    server.get(path, (request, response, next) => {
      servePage(directory, request.getPath(), response)
        .then(() => next(false))
        .catch((error: unknown) => next(error));
    });
  }
}

async function servePage(directory: string, path: string, response: Response): Promise<void> {
  const isService = SERVICES.some((service) => path.startsWith(service));
  const file = isService ? undefined : await findFile(directory, path);
  if (file === undefined) {
    const message = isService ? `${path} is not served here.` : NOT_BUILT;
    response.writeHead(404, { 'Content-Type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify({ message }));
    return;
  }
  const content = await readFile(file);
  const contentType = CONTENT_TYPES[extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { 'Content-Type': contentType, 'Cache-Control': 'no-cache' });
  response.end(content);
}

function registerChanges(server: Server, tenant: Tenant): void {
  server.get('/page/events', (request, response, next) => {
    const stream = openEventStream(response);
    const stopListening = tenant.onChange((topic) => {
      stream.send({ event: 'changed', data: JSON.stringify({ topic }) });
    });
    request.on('close', stopListening);
    next(false);
  });
}

/** The file that a path names inside the directory, else the page itself. */
async function findFile(directory: string, path: string): Promise<string | undefined> {
  const asked = join(directory, path);
  const isInside = asked.startsWith(directory + sep);
  if (isInside && (await isFile(asked))) return asked;
  const page = join(directory, 'index.html');
  return (await isFile(page)) ? page : undefined;
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ?? false;
}
