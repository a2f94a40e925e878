import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Trouble, troubleOf } from './trouble.ts';

export interface Command<Input> {
  readonly run: (input: Input) => void;
  /** What is being done right now; undefined when nothing is. */
  readonly pending: Input | undefined;
  readonly isBusy: boolean;
  readonly trouble: Trouble | null;
  readonly dismiss: () => void;
}

/**
 * Something a person does on the server. The live stream brings what came of it; should it be down
 * just then, `affects` is asked once.
 */
export function useCommand<Input>(
  act: (input: Input) => Promise<void>,
  affects: readonly (readonly unknown[])[],
): Command<Input> {
  const cache = useQueryClient();
  const mutation = useMutation({
    mutationFn: act,
    // After a refusal as well: it may say that what is shown is no longer true.
    onSettled: () =>
      Promise.all(affects.map((queryKey) => cache.invalidateQueries({ queryKey: [...queryKey] }))),
  });
  return {
    run: (input) => mutation.mutate(input),
    pending: mutation.isPending ? mutation.variables : undefined,
    isBusy: mutation.isPending,
    trouble: mutation.isError ? troubleOf(mutation.error) : null,
    dismiss: () => mutation.reset(),
  };
}
