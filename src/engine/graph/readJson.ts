/** The value that a text holds as JSON; undefined when it holds none. What comes from outside may be anything. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
