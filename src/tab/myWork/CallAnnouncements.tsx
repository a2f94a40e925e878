import { useAnnounce } from '@fluentui/react-components';
import { useEffect, useEffectEvent } from 'react';
import { useWords } from '../language/language.ts';
import { useMe, useMyWork } from '../stream/queries.ts';
import { useCause } from './useCause.ts';

/** Tells a screen reader, on every page, that a call rings and that the agent's state has changed. */
export function CallAnnouncements() {
  const isAgent = useMe().data?.roles.includes('agent') ?? false;
  return isAgent ? <Announcing /> : null;
}

function Announcing() {
  const { announce } = useAnnounce();
  const say = useWords();
  const cause = useCause();
  const work = useMyWork().data;

  const announceOffer = useEffectEvent(() => {
    if (!work?.offer) return;
    const { serviceName: service, callerName } = work.offer;
    const caller = callerName || say('page.unknownCaller');
    announce(say('myWork.offer.announced', { service, caller }), { alert: true });
  });
  const announceState = useEffectEvent(() => {
    // The ringing offer speaks for itself, and louder.
    if (work === undefined || work.state === 'ringing') return;
    announce(
      say('myWork.announcedState', { state: say(`state.${work.state}`), cause: cause(work) }),
    );
  });

  // Once for each offer and each state: what else changes on the screen must not repeat them.
  const offerId = work?.offer?.offerId;
  const state = work?.state;
  useEffect(() => announceOffer(), [offerId]);
  useEffect(() => announceState(), [state]);
  return null;
}
