/** The built tab at `/tab/`: its files, its screens' addresses, and what the page must know first. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Request, Response, Server } from 'restify';
import { isSimulatedTenant } from '../environment/schema.ts';
import type { Environment } from '../environment/schema.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The hosts that may frame the tab (Microsoft's list of Teams clients). */
const TEAMS_HOSTS = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://teams.cloud.microsoft',
  'https://*.cloud.microsoft',
  'https://*.office.com',
  'https://*.microsoft365.com',
];

/** Serves the files; an address without a file is a screen, and so the page itself. */
export function serveTab(
  server: Server,
  environment: Pick<Environment, 'LOGIN_URL' | 'GRAPH_URL' | 'MICROSOFT_APP_ID'>,
  builtTab: string,
): void {
  const hosts = extraHosts(environment);
  const configuration = JSON.stringify({
    extraHostOrigins: hosts,
    appId: environment.MICROSOFT_APP_ID,
  });
  const frameAncestors = `frame-ancestors 'self' ${[...TEAMS_HOSTS, ...hosts].join(' ')}`;
  server.get('/tab/config.json', (_request, response: Response, next) => {
    send(response, 200, '.json', configuration, frameAncestors);
    next(false);
  });
  for (const address of ['/tab', '/tab/*']) {
    server.get(address, async (request: Request, response: Response) => {
      const file = fileOf(builtTab, request.getPath());
      const content = await contentOf(file);
      if (content !== null) return send(response, 200, path.extname(file), content, frameAncestors);
      send(response, 404, '.html', 'The tab is not built: run "npm run build".', frameAncestors);
    });
  }
}

/** Only a tenant played on this machine may frame the tab beside Teams itself. */
function extraHosts(environment: Parameters<typeof serveTab>[1]): string[] {
  if (!isSimulatedTenant(environment)) return [];
  const { port } = new URL(environment.LOGIN_URL);
  return ['127.0.0.1', 'localhost'].map((host) => `http://${host}:${port}`);
}

function fileOf(builtTab: string, address: string): string {
  const name = path.normalize(decodeURIComponent(address)).replace(/^\/tab\/?/, '');
  const file = path.join(builtTab, name);
  const isFile = path.extname(file) !== '' && file.startsWith(builtTab + path.sep);
  return isFile ? file : path.join(builtTab, 'index.html');
}

async function contentOf(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function send(
  response: Response,
  status: number,
  extension: string,
  content: Buffer | string,
  frameAncestors: string,
): void {
  // Built files carry a digest in their name; the page that names them does not.
  const isLasting = extension !== '.html' && extension !== '.json';
  response.writeHead(status, {
    'content-type': CONTENT_TYPES[extension] ?? 'application/octet-stream',
    'cache-control': isLasting ? 'public, max-age=31536000, immutable' : 'no-cache',
    'content-security-policy': frameAncestors,
    'x-content-type-options': 'nosniff',
  });
  response.end(content);
}
