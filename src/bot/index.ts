export { createBot } from './bot.ts';
export type { Bot, BotOptions } from './bot.ts';
export type { Responsibility, VisibleServices } from './commands/asker.ts';
export type { EmergencyPorts } from './emergencies/ports.ts';
