import { z } from 'zod';
import { myWorkSchema } from './myWork.ts';
import { personSchema } from './reason.ts';

const servedSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The person's own switch of this service. */
  active: z.boolean(),
});

const listedAgentSchema = z.object({
  agent: personSchema,
  /** By which the configuration file names the person. */
  userPrincipalName: z.string(),
  services: z.array(servedSchema),
});

/** GET /api/v1/agents?search=: agents of the services that the reader oversees, by name. */
export const agentsListSchema = z.object({
  items: z.array(listedAgentSchema),
  more: z.boolean().describe('There are more than are listed; a longer search finds them'),
});
export type AgentsList = z.infer<typeof agentsListSchema>;

/** GET /api/v1/agents/{id}: what a supervisor can switch for an agent, as it stands. */
export const steeredAgentSchema = myWorkSchema
  .pick({
    agent: true,
    onDuty: true,
    state: true,
    since: true,
    until: true,
    breakReasons: true,
    break: true,
    next: true,
    profiles: true,
    afterCallWork: true,
  })
  .extend({ services: z.array(servedSchema) });
export type SteeredAgent = z.infer<typeof steeredAgentSchema>;
