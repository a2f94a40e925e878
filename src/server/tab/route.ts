/** The Teams tab: its built files, and what it must know before anybody has signed in. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Request, Response, Server } from 'restify';
import type { Environment } from '../environment/schema.ts';
import { answered, writeOutcome } from '../http/answer.ts';
import { notNow } from '../http/problem.ts';
import { readStaticFile, sendStaticFile, type StaticFile } from '../http/staticFile.ts';
import { contentSecurityPolicy, extraHostOrigins } from './contentSecurity.ts';

/** vite puts a digest of the content into these names, so that they never change. */
const LASTING = /^assets\//;

export type TabEnvironment = Pick<Environment, 'LOGIN_URL' | 'GRAPH_URL' | 'MICROSOFT_APP_ID'>;

/** Serves the tab at /tab. Any other path below it is the page itself, which finds its own way. */
export async function serveTab(
  server: Server,
  environment: TabEnvironment,
  builtTab: string,
): Promise<void> {
  const files = await readFiles(builtTab);
  const config = {
    appId: environment.MICROSOFT_APP_ID,
    extraHostOrigins: extraHostOrigins(environment),
  };
  const security = { 'content-security-policy': contentSecurityPolicy(environment) };

  const handle = async (request: Request, response: Response): Promise<void> => {
    const name = request.getPath().replace(/^\/tab\/?/, '');
    const file = files.get(name) ?? files.get('index.html');
    if (name === 'config.json') writeOutcome(response, answered(config));
    else if (file === undefined) writeOutcome(response, notBuilt);
    else sendStaticFile(request, response, file, { ...security, ...caching(name, files) });
    return Promise.resolve();
  };
  // Whoever opens the bare address sees the tab, which says how to open it in Teams.
  server.get('/', async (_request: Request, response: Response) => {
    response.writeHead(302, { location: '/tab/' });
    response.end();
    return Promise.resolve();
  });
  for (const address of ['/tab', '/tab/*']) {
    server.get(address, handle);
    server.head(address, handle);
  }
}

const notBuilt = notNow(
  { en: 'The tab is not built', de: 'Der Tab ist nicht gebaut' },
  {
    en: 'Run "npm run build", then start again.',
    de: 'Führen Sie «npm run build» aus und starten Sie neu.',
  },
);

function caching(name: string, files: ReadonlyMap<string, StaticFile>): Record<string, string> {
  const isLasting = LASTING.test(name) && files.has(name);
  return { 'cache-control': isLasting ? 'public, max-age=31536000, immutable' : 'no-cache' };
}

/** All files by their path below the directory; none while the tab is not built. */
async function readFiles(directory: string): Promise<ReadonlyMap<string, StaticFile>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  const files = new Map<string, StaticFile>();
  for (const entry of entries.filter((found) => found.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(directory, file).split(path.sep).join('/');
    files.set(name, await readStaticFile(file));
  }
  return files;
}
