import { Text } from '@fluentui/react-components';
import type { MyWork } from '@rufwerk/engine/api';
import { Panel } from '../appearance/Panel.tsx';
import { timeLeft } from '../clock/duration.ts';
import { useNow } from '../clock/useNow.ts';
import { useWords } from '../language/language.ts';

type Offer = NonNullable<MyWork['offer']>;

/** The caller is being called back; nothing rings at the agent until they are there (NIMx-06). */
export function HeldOffer({ offer }: { readonly offer: Offer }) {
  const say = useWords();
  const now = useNow();
  const count = timeLeft(Date.parse(offer.until), now) / 1_000;
  return (
    <Panel heading={say('myWork.held.heading', { service: offer.serviceName })}>
      <Text size={400} weight="semibold">
        {offer.callerName || say('page.unknownCaller')}
      </Text>
      <Text>{say('myWork.held.text')}</Text>
      <Text role="timer" aria-live="off">
        {say('myWork.held.secondsLeft', { count })}
      </Text>
    </Panel>
  );
}
