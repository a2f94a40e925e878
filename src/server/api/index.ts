/** Every operation of the HTTP API. */
import type { Operation } from '../http/operation.ts';
import { agentOperations } from './agents.ts';
import { configurationOperations } from './configuration.ts';
import { decisionOperations } from './decisions.ts';
import { meOperation } from './me.ts';
import { myWorkOperations } from './myWork.ts';
import type { ApiParts } from './parts.ts';
import { presenceRuleOperations } from './presenceRule.ts';
import { serviceOperations } from './services.ts';

export type { ApiParts } from './parts.ts';

export function apiOperations(parts: ApiParts): Operation[] {
  return [
    meOperation,
    ...myWorkOperations(parts),
    ...agentOperations(parts),
    ...serviceOperations(parts),
    ...presenceRuleOperations(parts),
    ...decisionOperations(parts),
    ...configurationOperations(parts),
  ];
}
