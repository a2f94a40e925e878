import { Spinner } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../language/language.ts';
import { troubleOf } from '../session/trouble.ts';
import { TroubleBar } from './TroubleBar.tsx';

type AnsweredProps<Data> = {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
};

/** Shows what was asked for; until it is there, that it is on its way or why it does not come. */
export function Answered<Data>({ query, children }: AnsweredProps<Data>) {
  const say = useWords();
  // What was shown once stays, even when asking again fails: the stream's notice says how old it
  // is.
  if (query.data !== undefined) return children(query.data);
  if (query.isError) {
    return <TroubleBar trouble={troubleOf(query.error)} onRetry={() => void query.refetch()} />;
  }
  return <Spinner label={say('page.loading')} />;
}
