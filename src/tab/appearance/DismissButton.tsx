import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useWords } from '../language/language.ts';

/** Takes a message away: the container action of a message bar. */
export function DismissButton({ onClick }: { readonly onClick: () => void }) {
  const say = useWords();
  return (
    <Button
      aria-label={say('page.dismiss')}
      appearance="transparent"
      icon={<DismissRegular />}
      onClick={onClick}
    />
  );
}
