import type { Server } from 'restify';
import type { Switchboard } from '../calls/index.ts';
import type { Emergencies } from '../emergencies/emergencies.ts';
import { registerCallControl } from './calls.ts';
import { registerEmergencyControl } from './emergencies.ts';
import { registerPeopleControl } from './people.ts';
import { registerSignInControl } from './sign-in.ts';
import { registerSubscriptionControl } from './subscriptions.ts';
import { CompetingWriters } from '../presence/competing-writers.ts';
import type { Subscriptions } from '../subscriptions/subscriptions.ts';
import { Traffic } from './traffic.ts';
import { registerWorldControl } from './world.ts';

/** The control interface under `/_simulator`, for people and tests; the product never calls it. */
export function registerControl(
  server: Server,
  board: Switchboard,
  subscriptions: Subscriptions,
  emergencies: Emergencies,
): void {
  registerCallControl(server, board);
  const competitors = new CompetingWriters(board.tenant, board.presence);
  registerPeopleControl(server, board, competitors, emergencies);
  registerEmergencyControl(server, emergencies);
  registerWorldControl(server, board, subscriptions, emergencies, new Traffic(board));
  registerSubscriptionControl(server, subscriptions);
  registerSignInControl(server, board.tenant);
}
