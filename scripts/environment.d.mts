/** See environment.mjs, which is plain JavaScript because `npm start` begins with it. */
export function readEnvironment(
  file: string,
  realEnvironment: NodeJS.ProcessEnv,
): Promise<Readonly<Record<string, string>>>;
