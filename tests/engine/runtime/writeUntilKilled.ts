/** A process that takes calls as fast as it can and tells its parent what was acknowledged. */
import { once } from 'node:events';
import { openStore } from '@rufwerk/engine/store';
import { DATA_KEY, dials, openHelpDesk, Stage, TENANT } from './stage.ts';

const stage = new Stage();
const dataDirectory = process.argv[2] ?? '';
const store = await openStore({ dataDirectory, dataKey: DATA_KEY, log: stage.log });
const runtime = await stage.start(null, { store: await store.openTenant(TENANT) });
await openHelpDesk(runtime);

for (let call = 1; ; call += 1) {
  const names = [`call-${call}-a`, `call-${call}-b`];
  const committed = await Promise.all(names.map((name) => dials(runtime, name)));
  process.send?.({ names, seq: committed[0]?.seq });
  // Nobody overtakes the parent, who is to kill in the midst of it.
  if (call % 5 === 0) await once(process, 'message');
}
