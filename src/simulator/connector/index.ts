import type { Server } from 'restify';
import type { Tenant } from '../tenant.ts';

/** The Bot Connector and the chats. */
export function registerConnector(_server: Server, _tenant: Tenant): void {}
