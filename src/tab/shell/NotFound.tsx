import { MapRegular } from '@fluentui/react-icons';
import { EmptyState } from '../appearance/EmptyState.tsx';
import { useWords } from '../language/language.ts';

export function NotFound() {
  const say = useWords();
  return (
    <EmptyState
      icon={<MapRegular />}
      heading={say('page.notFound')}
      mend={say('page.notFoundMend')}
    />
  );
}
