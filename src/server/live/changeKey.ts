/** How much older a presence may become before a screen is told its age anew. */
const AGE_STEP_MS = 10_000;

/**
 * What makes two pictures different on a screen. Ages grow by themselves, and a screen counts them
 * on: so they count as the instant they began, in steps.
 */
export function changeKey(picture: unknown, at: number): string {
  return JSON.stringify(picture, (name, value: unknown) =>
    name === 'ageMs' && typeof value === 'number' ? Math.floor((at - value) / AGE_STEP_MS) : value,
  );
}
