import { Switch } from '@fluentui/react-components';
import { useState } from 'react';
import { AskBack } from '../../appearance/AskBack.tsx';
import { useWords } from '../../language/language.ts';

type OwnTemplateProps = {
  readonly isOwn: boolean;
  readonly onSwitch: (isOwn: boolean) => void;
};

/** Between the built-in mail and one's own; asked back before words that were written are lost. */
export function OwnTemplate({ isOwn, onSwitch }: OwnTemplateProps) {
  const say = useWords();
  const [isAsking, setAsking] = useState(false);
  const toggle = (checked: boolean): void => {
    if (checked) onSwitch(true);
    else setAsking(true);
  };
  const remove = (): void => {
    setAsking(false);
    onSwitch(false);
  };
  return (
    <>
      <Switch
        label={say('emergencySetUp.ownWords')}
        checked={isOwn}
        onChange={(_, { checked }) => toggle(checked)}
      />
      {isAsking && (
        <AskBack
          text={say('emergencySetUp.builtInSure')}
          doIt={say('emergencySetUp.builtInNow')}
          leaveIt={say('emergencySetUp.keepOwn')}
          onDo={remove}
          onLeave={() => setAsking(false)}
        />
      )}
    </>
  );
}
