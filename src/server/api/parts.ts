import type { PresencePush } from '@rufwerk/engine/graph';
import type { Directory, EmergencyPlaces, Log, People, ReadTables } from '@rufwerk/engine/ports';
import type { TenantRuntime } from '@rufwerk/engine/runtime';
import type { AnnouncementLibrary } from '../announcements/library.ts';
import type { ConfigurationInForce } from '../configuration/inForce.ts';
import type { DrillParts } from '../emergencies/drill/operations.ts';
import type { EmergencyCallerIds, Readiness } from '../readiness/index.ts';
import type { InTurn } from '../configuration/changes.ts';

/** What the API's operations need of the house. */
export interface ApiParts {
  readonly runtime: Pick<
    TenantRuntime,
    'submit' | 'read' | 'onCommitted' | 'explain' | 'whyNot' | 'now'
  >;
  readonly people: Pick<
    People,
    'find' | 'findByEntraId' | 'ensureEntraPerson' | 'ensureMailContact'
  >;
  readonly tables: ReadTables;
  readonly emergencyPlaces: Pick<EmergencyPlaces, 'get'>;
  readonly directory: Pick<Directory, 'findUser' | 'listGroupMembers'>;
  readonly configuration: ConfigurationInForce;
  readonly announcements: AnnouncementLibrary;
  /** Changes of the configuration go through here, one after the other. */
  readonly inTurn: InTurn;
  /** Drills of emergencies, and the key that signs their reports. */
  readonly drills: DrillParts;
  /** For whom a carrier or border controller has ever asked which number to show. */
  readonly callerIds: Pick<EmergencyCallerIds, 'wasAskedFor'>;
  readonly readiness: Pick<Readiness, 'told' | 'checkAgain'>;
  /** Presence accounts, what they subscribe to, and the door for what that tells. */
  readonly push: Pick<PresencePush, 'accounts' | 'door' | 'removeAccount' | 'health'>;
  readonly log: Log;
}
