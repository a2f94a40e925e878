import type { MyWork } from '@rufwerk/engine/api';
import { useWords } from '../language/language.ts';
import { useSession } from '../session/SessionContext.ts';
import { CurrentCall } from './CurrentCall.tsx';
import { HeldOffer } from './HeldOffer.tsx';
import { RingingOffer } from './RingingOffer.tsx';
import { WaitingStep } from './WaitingStep.tsx';
import { useCause } from './useCause.ts';

/** What is going on with the agent right now; nothing at all while nothing is. */
export function NowPanel({ work }: { readonly work: MyWork }) {
  const say = useWords();
  const cause = useCause();
  const { api } = useSession();
  if (work.offer !== null) return <OfferNow offer={work.offer} />;
  if (work.call !== null) return <CurrentCall call={work.call} />;
  if (work.state === 'after-call-work') {
    return (
      <WaitingStep
        heading={say('myWork.afterCallWork.heading')}
        text={say('myWork.afterCallWork.text')}
        since={work.since}
        action={say('myWork.afterCallWork.done')}
        act={() => api.finishAfterCallWork()}
        {...(work.afterCallWork?.canExtend === true && {
          more: { name: say('myWork.afterCallWork.extend'), act: api.extendAfterCallWork },
        })}
      />
    );
  }
  if (work.state === 'paused') {
    return (
      <WaitingStep
        heading={say('myWork.paused.heading')}
        text={cause(work)}
        since={work.since}
        action={say('myWork.paused.backToReady')}
        act={() => api.backToReady()}
      />
    );
  }
  return null;
}

/** While presence is being confirmed the state says so: a panel would come and go in a moment. */
function OfferNow({ offer }: { readonly offer: NonNullable<MyWork['offer']> }) {
  switch (offer.phase) {
    case 'confirming':
      return null;
    case 'held':
      return <HeldOffer offer={offer} />;
    case 'ringing':
      return <RingingOffer offer={offer} />;
  }
}
