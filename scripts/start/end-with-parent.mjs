/**
 * Loaded into each program that `npm start` starts: when its parent disappears, even by `kill -9`,
 * the channel between them closes and the program ends itself, so that none is left behind.
 */
import process from 'node:process';

const shutdownLimitMs = 12_000;

if (process.channel) {
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), shutdownLimitMs).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  // The channel alone is no reason to stay alive.
  process.channel.unref();
}
