/** What the runtime and the adapters need of each other: types, and the errors they throw. */
export * from './clock.ts';
export * from './directory.ts';
export * from './effects.ts';
export * from './emergencies.ts';
export * from './inputs.ts';
export * from './log.ts';
export * from './people.ts';
export * from './store.ts';
export * from './tokens.ts';
