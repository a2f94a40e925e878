/** Every operation of the HTTP API. */
import { presenceAccountOperations } from '../accounts/operations.ts';
import { drillOperations } from '../emergencies/drill/operations.ts';
import { heldNumbersOperation } from '../emergencies/heldNumbers.ts';
import { mailPreviewOperation } from '../emergencies/mail/preview.ts';
import type { Operation } from '../http/operation.ts';
import { agentOperations } from './agents.ts';
import { announcementOperations } from './announcements.ts';
import { configurationOperations } from './configuration.ts';
import { decisionOperations } from './decisions.ts';
import { emergencyOperations } from './emergencies.ts';
import { holidayPlacesOperation } from './holidayPlaces.ts';
import { meOperation } from './me.ts';
import { myWorkOperations } from './myWork.ts';
import type { ApiParts } from './parts.ts';
import { presenceRuleOperations } from './presenceRule.ts';
import { readinessOperations } from './readiness.ts';
import { serviceActionOperations } from './serviceActions.ts';
import { serviceOperations } from './services.ts';
import { steeringOperations } from './steering.ts';
import { teamsPresenceOperations } from './teamsPresence.ts';
import { whyNotOperations } from './whyNot.ts';

export type { ApiParts } from './parts.ts';

export function apiOperations(parts: ApiParts): Operation[] {
  return [
    meOperation,
    ...myWorkOperations(parts),
    ...agentOperations(parts),
    ...steeringOperations(parts),
    ...emergencyOperations(parts),
    ...drillOperations(parts),
    heldNumbersOperation(parts),
    mailPreviewOperation(parts),
    ...teamsPresenceOperations(parts),
    ...whyNotOperations(parts),
    ...serviceOperations(parts),
    ...serviceActionOperations(parts),
    ...presenceRuleOperations(parts),
    ...presenceAccountOperations(parts),
    ...decisionOperations(parts),
    ...configurationOperations(parts),
    ...announcementOperations(parts),
    ...readinessOperations(parts),
    holidayPlacesOperation,
  ];
}
