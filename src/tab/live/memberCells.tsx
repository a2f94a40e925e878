import type { ServiceDetail } from '@rufwerk/engine/api';
import { reasonText } from '@rufwerk/engine/core';
import { useFormats } from '../language/formats.ts';
import { useLanguage, useWords } from '../language/language.ts';
import { silentOffer } from '../routingState/silentOffer.ts';
import { StateLine } from '../routingState/StateLine.tsx';
import { useCalm } from '../routingState/useCalm.ts';

type Member = ServiceDetail['team'][number];

/** The state of an agent of the service, and since when. */
export function MemberState(props: { readonly member: Member }) {
  const { state, since } = useCalmMember(props.member);
  return <StateLine state={state} since={since} />;
}

/** Whether the agent can be offered a call, and if not, why. */
export function MemberNext(props: { readonly member: Member }) {
  const say = useWords();
  const language = useLanguage();
  const { time } = useFormats();
  const { reason, state } = useCalmMember(props.member);
  if (reason === null) return say('service.canBeOffered');
  const silent = silentOffer(reason, state);
  const why =
    silent === null
      ? reasonText(reason, language, { timeOf: time })
      : say(`service.offering.${silent}`);
  return say('service.cannotBeOffered', { reason: why });
}

function useCalmMember(member: Member): Member {
  return useCalm(member, member.state === 'confirming');
}
