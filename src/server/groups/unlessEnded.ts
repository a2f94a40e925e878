/**
 * What the work brings, or a rejection as soon as it shall end: the work itself goes on, and nobody
 * hears of it any more.
 */
export function unlessEnded<T>(work: Promise<T>, ending: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (): void => reject(new Error('It was ended before there was an answer.'));
    const over = (): void => ending.removeEventListener('abort', end);
    if (ending.aborted) end();
    else ending.addEventListener('abort', end, { once: true });
    work.then(resolve, reject).finally(over);
  });
}
