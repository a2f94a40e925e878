/** The HTTP API's schemas, shared by server and tab (design.md, "Conventions"). */
export * from './agents.ts';
export * from './announcements.ts';
export * from './configuration.ts';
export * from './decisions.ts';
export * from './holidayPlaces.ts';
export * from './live.ts';
export * from './me.ts';
export * from './myWork.ts';
export * from './presenceAccounts.ts';
export * from './presenceRule.ts';
export * from './problem.ts';
export * from './readiness.ts';
export * from './reason.ts';
export * from './services.ts';
export * from './steering.ts';
export * from './teamsPresence.ts';
export * from './whyNot.ts';
