import { afterEach, describe, expect, test } from '@jest/globals';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startClock } from '../../../src/server/clock/index.ts';
import { SimulatedClock } from '../../../src/server/clock/simulatedClock.ts';
import { silentLog } from '../log.ts';

const START_MS = Date.UTC(2026, 10, 20, 8);

describe('the played clock', () => {
  test('stands still at rate 0 and jumps when told', () => {
    const clock = new SimulatedClock({ nowMs: START_MS, rate: 0 });
    expect(clock.now()).toBe(START_MS);
    clock.follow({ nowMs: START_MS + 3_600_000, rate: 0 });
    expect(clock.time()).toEqual({ nowMs: START_MS + 3_600_000, rate: 0 });
  });

  test('does not go back by the little that a telling was late, but follows a new world', () => {
    const clock = new SimulatedClock({ nowMs: START_MS, rate: 0 });
    clock.follow({ nowMs: START_MS - 20, rate: 0 });
    expect(clock.now()).toBe(START_MS);
    clock.follow({ nowMs: START_MS - 86_400_000, rate: 0 });
    expect(clock.now()).toBe(START_MS - 86_400_000);
  });

  test('calls timers that fell inside a jump in their order, and cancelled ones never', async () => {
    const clock = new SimulatedClock({ nowMs: START_MS, rate: 0 });
    const called: string[] = [];
    const last = new Promise<void>((resolve) => {
      clock.setTimer(START_MS + 3_000, () => {
        called.push('third');
        resolve();
      });
    });
    clock.setTimer(START_MS + 1_000, () => {
      called.push('first');
      clock.setTimer(START_MS + 2_000, () => called.push('second'));
    });
    clock.setTimer(START_MS + 1_500, () => called.push('cancelled')).cancel();
    clock.follow({ nowMs: START_MS + 60_000, rate: 0 });
    await last;
    expect(called).toEqual(['first', 'second', 'third']);
  });

  test('arms timers anew when the rate changes', async () => {
    const clock = new SimulatedClock({ nowMs: START_MS, rate: 0 });
    const reached = new Promise<void>((resolve) => {
      clock.setTimer(START_MS + 600_000, resolve);
    });
    clock.follow({ nowMs: START_MS, rate: 100_000 });
    await reached;
    expect(clock.now()).toBeGreaterThanOrEqual(START_MS + 600_000);
    clock.close();
  });

  test('tells listeners of a jump and of a new rate, not of every heartbeat', () => {
    const clock = new SimulatedClock({ nowMs: START_MS, rate: 0 });
    const heard: number[] = [];
    clock.onChange(({ nowMs }) => heard.push(nowMs - START_MS));
    clock.follow({ nowMs: START_MS + 5, rate: 0 });
    clock.follow({ nowMs: START_MS + 5_000, rate: 0 });
    clock.follow({ nowMs: START_MS + 5_000, rate: 2 });
    expect(heard).toEqual([5_000, 5_000]);
    clock.close();
  });
});

describe('following the played time', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  function tellTime(onConnection: (response: ServerResponse, connection: number) => void) {
    let connections = 0;
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      onConnection(response, (connections += 1));
    });
    servers.push(server);
    return new Promise<string>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/time`);
      });
    });
  }

  const telling = (nowMs: number): string => `data: ${JSON.stringify({ nowMs, rate: 0 })}\n\n`;

  test('connects again after the line broke, and ignores words nobody knows', async () => {
    const url = await tellTime((response, connection) => {
      response.write('data: {"nowMs":"soon"}\n\ndata: not json\n\n');
      response.write(telling(START_MS + connection * 60_000));
      if (connection === 1) setImmediate(() => response.destroy());
    });
    const { clock, close } = await startClock({ CLOCK: 'simulated', CLOCK_URL: url }, silentLog);
    expect(clock.now()).toBe(START_MS + 60_000);
    const { nowMs } = await new Promise<{ nowMs: number }>((resolve) => clock.onChange(resolve));
    expect(nowMs).toBe(START_MS + 120_000);
    close();
  });
});
