import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Answered } from '../appearance/Answered.tsx';
import { useNow } from '../clock/useNow.ts';
import { useWords } from '../language/language.ts';
import { useSession } from '../session/SessionContext.ts';
import type { WhyNotQuestion } from '../session/whyNotApi.ts';
import { keys } from '../stream/keys.ts';
import { fieldOfInstant, instantOfField } from './localMoment.ts';
import { WhyNotAnswer } from './WhyNotAnswer.tsx';

type WhyNotProps = {
  readonly agentId: string;
  /** Which can be asked about. */
  readonly services: readonly { readonly id: string; readonly name: string }[];
  /** The rank of a service's heading in the answer. */
  readonly as: 'h3' | 'h4';
};

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  form: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
  },
  field: { flex: '1 1 200px', maxWidth: '320px' },
});

/** Asks why an agent is offered no call: now, or at a moment of the past. */
export function WhyNot({ agentId, services, as }: WhyNotProps) {
  const styles = useStyles();
  const say = useWords();
  const latest = fieldOfInstant(useNow());
  const [moment, setMoment] = useState('');
  const [serviceId, setServiceId] = useState('');
  const [asked, ask] = useState<WhyNotQuestion | null>(null);
  const answer = useWhyNot(asked);
  const question: WhyNotQuestion = {
    agentId,
    at: instantOfField(moment),
    serviceId: serviceId === '' ? null : serviceId,
  };
  const isSame = asked?.at === question.at && asked.serviceId === question.serviceId;
  return (
    <div className={styles.root}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isSame) void answer.refetch();
          else ask(question);
        }}
      >
        <Field className={styles.field} label={say('whyNot.moment')}>
          <Input
            type="datetime-local"
            step={1}
            max={latest}
            value={moment}
            onChange={(_, { value }) => setMoment(value)}
          />
        </Field>
        {services.length > 1 && (
          <Field className={styles.field} label={say('whyNot.service')}>
            <Select value={serviceId} onChange={(_, { value }) => setServiceId(value)}>
              <option value="">{say('whyNot.allServices')}</option>
              {services.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Button type="submit" disabledFocusable={answer.isFetching}>
          {say('whyNot.ask')}
        </Button>
      </form>
      <div role="status">
        {asked !== null && (
          <Answered query={answer}>{(shown) => <WhyNotAnswer answer={shown} as={as} />}</Answered>
        )}
      </div>
    </div>
  );
}

/** Asked when somebody asks, and again with each press: the stream does not tell of it. */
function useWhyNot(question: WhyNotQuestion | null) {
  const { api } = useSession();
  return useQuery({
    queryKey: keys.whyNot(question),
    queryFn: ({ signal }) => {
      if (question === null) throw new Error('Nothing has been asked.');
      return api.whyNot(question, signal);
    },
    enabled: question !== null,
    gcTime: 0,
  });
}
