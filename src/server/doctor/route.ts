/** GET /doctor: readiness for the command line, by a pass instead of a person's sign-in. */
import type { Request, Response, Server } from 'restify';
import type { Log } from '@rufwerk/engine/ports';
import { languageOf } from '../http/language.ts';
import type { Readiness } from '../readiness/index.ts';
import { isPass } from './pass.ts';

export interface DoctorParts {
  readonly dataKey: Buffer;
  readonly readiness: Pick<Readiness, 'checkAgain'>;
  readonly log: Log;
}

export function serveDoctor(server: Server, { dataKey, readiness, log }: DoctorParts): void {
  server.get('/doctor', async (request: Request, response: Response) => {
    const [, pass = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
    if (!(await isPass(pass, dataKey))) return write(response, 401, { error: 'no valid pass' });
    try {
      const language = languageOf(request.headers['accept-language']);
      write(response, 200, await readiness.checkAgain(language));
    } catch (err) {
      log.error({ err }, 'The doctor could not be answered');
      write(response, 500, { error: 'readiness could not be read; the log says why' });
    }
  });
}

function write(response: Response, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
