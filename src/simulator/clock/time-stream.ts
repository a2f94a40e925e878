import type { Server } from 'restify';
import { openEventStream } from '../http/event-stream.ts';
import type { Tenant } from '../tenant.ts';

const HEARTBEAT_MS = 1000;

/**
 * `GET /time`: the played time as server-sent events, at connection, at every change and each real
 * second. The product follows it when it is started with CLOCK=simulated.
 */
export function registerTimeStream(server: Server, tenant: Tenant): void {
  server.get('/time', (request, response, next) => {
    const { clock } = tenant;
    const stream = openEventStream(response);
    const tell = (): void => {
      stream.send({ data: JSON.stringify({ nowMs: clock.nowMs(), rate: clock.rate }) });
    };
    tell();
    const heartbeat = setInterval(tell, HEARTBEAT_MS);
    const stopListening = clock.onChange(tell);
    request.on('close', () => {
      clearInterval(heartbeat);
      stopListening();
    });
    next(false);
  });
}
