/** The emergency numbers that the server told last, for a start without it. */

const NAME = 'rufwerk.emergency-numbers';

export function rememberNumbers(numbers: readonly string[]): void {
  try {
    localStorage.setItem(NAME, numbers.join(' '));
  } catch (error) {
    // A browser that keeps nothing for frames: they are asked for at each start all the same.
    console.info('The emergency numbers could not be kept.', error);
  }
}

export function rememberedNumbers(): readonly string[] {
  try {
    return localStorage.getItem(NAME)?.match(/\d+/g) ?? [];
  } catch {
    // The same browser: there is nothing to read either.
    return [];
  }
}
