/** A process that holds the data folder named by its argument until it is killed. */
import { openStore } from '@rufwerk/engine/store';

const silent = (): void => undefined;
await openStore({
  dataDirectory: process.argv[2] ?? '',
  dataKey: Buffer.alloc(32, 1),
  log: { debug: silent, info: silent, warn: silent, error: silent },
});
process.send?.('held');
setInterval(silent, 60_000);
