import { Text } from '@fluentui/react-components';
import { orderName, orderSchema, orderSentence } from '@rufwerk/engine/core';
import { Panel } from '../../appearance/Panel.tsx';
import { useFormats } from '../../language/formats.ts';
import { useLanguage, useWords } from '../../language/language.ts';
import { within } from '../editing/setting.ts';
import { Chosen } from '../fields/OneOf.tsx';
import { WholeNumber } from '../fields/WholeNumber.tsx';
import { YesNo } from '../fields/YesNo.tsx';
import { comparedSkills } from './comparedSkills.ts';
import { sentenceCase } from './sentenceCase.ts';
import type { ServicePanelProps } from './panel.ts';

/** In which order agents are rung, each with the sentence that explanations share. */
export function OrderPanel({ form }: ServicePanelProps) {
  const say = useWords();
  const language = useLanguage();
  const offers = within(form, 'offers');
  const choices = orderSchema.options.map((value) => ({
    value,
    label: sentenceCase(orderName(value, language)),
    hint: orderSentence(value, language),
  }));
  return (
    <Panel heading={say('part.heading.order')}>
      <Chosen setting={within(form, 'order')} choices={choices} />
      {form.value.order === 'best-skill' && <Compared form={form} />}
      {form.value.order === 'broadcast' && (
        <>
          <WholeNumber setting={within(offers, 'broadcastTo')} />
          <YesNo setting={within(offers, 'pauseAfterMissedBroadcast')} />
        </>
      )}
    </Panel>
  );
}

/** What "best skill" compares stands on another page. */
function Compared({ form }: ServicePanelProps) {
  const say = useWords();
  const { list } = useFormats();
  const { responsibility } = form.value;
  if (responsibility.by === 'nobody') return null;
  const skills = comparedSkills(responsibility);
  return (
    <Text>
      {skills.length === 0
        ? say('compared.orderWithout')
        : say('compared.order', { skills: list(skills) })}
    </Text>
  );
}
