import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { WhyNotShown } from '@rufwerk/engine/api';
import { useFormats } from '../language/formats.ts';
import { useWords } from '../language/language.ts';
import { asSentence } from '../language/sentence.ts';
import { RouteLink } from '../shell/RouteLink.tsx';

type Service = WhyNotShown['services'][number];
type Heading = 'h3' | 'h4';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  service: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: { margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type WhyNotAnswerProps = { readonly answer: WhyNotShown; readonly as: Heading };

/** Service by service: what speaks against the agent, and why no call that waits is theirs. */
export function WhyNotAnswer({ answer, as }: WhyNotAnswerProps) {
  const styles = useStyles();
  const say = useWords();
  const { dayAndTime } = useFormats();
  return (
    <div className={styles.root}>
      <Text className={styles.quiet}>
        {say('whyNot.asOf', { time: dayAndTime(Date.parse(answer.at)) })}
      </Text>
      {answer.services.length === 0 && <Text>{say('whyNot.noService')}</Text>}
      {answer.services.map((service) => (
        <ServiceAnswer key={service.id} service={service} as={as} />
      ))}
    </div>
  );
}

function ServiceAnswer({ service, as }: { readonly service: Service; readonly as: Heading }) {
  const styles = useStyles();
  const say = useWords();
  const { name, text, reasons, calls, waiting, lastDecision } = service;
  return (
    <section className={styles.service} aria-label={name}>
      <Text as={as} weight="semibold" className={styles.heading}>
        {name}
      </Text>
      {text !== null && <Text>{asSentence(text)}</Text>}
      {reasons.length > 0 && (
        <ul className={styles.list} aria-label={say('whyNot.reasons')}>
          {reasons.map((reason) => (
            <li key={reason.reason.code}>{asSentence(reason.text)}</li>
          ))}
        </ul>
      )}
      {calls.length > 0 && (
        <>
          <Text>{say('whyNot.calls')}</Text>
          <ol className={styles.list} aria-label={say('whyNot.calls')}>
            {calls.map((call) => (
              <CallItem key={call.taskId} call={call} />
            ))}
          </ol>
          {waiting > calls.length && (
            <Text className={styles.quiet}>
              {say('whyNot.further', { count: waiting - calls.length })}
            </Text>
          )}
        </>
      )}
      {lastDecision !== null && <LastDecision decision={lastDecision} />}
    </section>
  );
}

function CallItem({ call }: { readonly call: Service['calls'][number] }) {
  const say = useWords();
  const caller = call.callerName || say('page.unknownCaller');
  const { priority, text } = call;
  return <li>{asSentence(say('whyNot.call', { caller, priority, text }))}</li>;
}

type LastDecisionProps = { readonly decision: NonNullable<Service['lastDecision']> };

function LastDecision({ decision }: LastDecisionProps) {
  const styles = useStyles();
  const say = useWords();
  const { dayAndTime } = useFormats();
  const time = dayAndTime(Date.parse(decision.at));
  return (
    <Text className={styles.quiet}>
      {asSentence(say('whyNot.lastDecision', { time, text: decision.words }))}{' '}
      <RouteLink
        to={{ page: 'live-decision', decisionId: decision.id }}
        aria-label={say('whyNot.openOf', { time })}
      >
        {say('whyNot.open')}
      </RouteLink>
    </Text>
  );
}
