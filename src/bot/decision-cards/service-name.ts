import type { ServiceId } from '@rufwerk/engine/core';

/** The name under which people know a service; its id when it has been removed. */
export type NameService = (serviceId: ServiceId) => Promise<string>;
