import type { Log } from '@rufwerk/engine/ports';

const nothing = (): void => undefined;

/** A log that nobody reads. */
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
