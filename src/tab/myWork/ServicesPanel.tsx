import { makeStyles, Switch, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, PeopleTeamRegular, ProhibitedRegular } from '@fluentui/react-icons';
import type { MyWork, RoutingState } from '@rufwerk/engine/api';
import { reasonText } from '@rufwerk/engine/core';
import { EmptyState } from '../appearance/EmptyState.tsx';
import { Panel } from '../appearance/Panel.tsx';
import { TroubleBar } from '../appearance/TroubleBar.tsx';
import { durationWords } from '../clock/duration.ts';
import { useNow } from '../clock/useNow.ts';
import { useFormats } from '../language/formats.ts';
import { useLanguage, useWords } from '../language/language.ts';
import { asSentence } from '../language/sentence.ts';
import { looks } from '../routingState/looks.ts';
import { silentOffer } from '../routingState/silentOffer.ts';
import { useSession } from '../session/SessionContext.ts';
import { useCommand } from '../session/useCommand.ts';
import { keys } from '../stream/keys.ts';

type MyService = MyWork['services'][number];

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTopStyle: 'none', paddingTop: 0 },
    ':last-child': { paddingBottom: 0 },
  },
  standing: { display: 'flex', alignItems: 'baseline', columnGap: tokens.spacingHorizontalXS },
  icon: { alignSelf: 'flex-start', display: 'inline-flex', flexShrink: 0, marginTop: '3px' },
  able: { color: looks.ready.color },
  numbers: { color: tokens.colorNeutralForeground2 },
});

/** The services the agent serves: who waits there, and whether its calls can come. */
export function ServicesPanel({ work }: { readonly work: MyWork }) {
  const styles = useStyles();
  const say = useWords();
  const { services, state } = work;
  return (
    <Panel heading={say('myWork.servicesHeading')}>
      {services.length === 0 ? (
        <EmptyState
          icon={<PeopleTeamRegular />}
          heading={say('myWork.servicesEmpty')}
          mend={say('myWork.servicesEmptyMend')}
        />
      ) : (
        <ul className={styles.list}>
          {services.map((service) => (
            <ServiceItem key={service.id} service={service} state={state} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

type ServiceItemProps = { readonly service: MyService; readonly state: RoutingState };

function ServiceItem({ service, state }: ServiceItemProps) {
  const styles = useStyles();
  const say = useWords();
  const standing = useStanding();
  const { name, reason } = service;
  const { api } = useSession();
  const command = useCommand(
    (active: boolean) => api.setServiceActive(service.id, active),
    [keys.myWork],
  );
  return (
    <li className={styles.item}>
      <Text weight="semibold">{name}</Text>
      <span className={styles.standing}>
        <span className={styles.icon} aria-hidden>
          {reason === null ? (
            <CheckmarkCircleFilled className={styles.able} />
          ) : (
            <ProhibitedRegular />
          )}
        </span>
        <Text>{standing(reason, state)}</Text>
      </span>
      <ServiceNumbers service={service} />
      <Switch
        label={say('myWork.takePart')}
        aria-label={say('myWork.takePartIn', { service: name })}
        checked={command.pending ?? service.active}
        onChange={(_, { checked }) => command.run(checked)}
      />
      {command.trouble !== null && (
        <TroubleBar trouble={command.trouble} onDismiss={command.dismiss} />
      )}
    </li>
  );
}

function useStanding(): (reason: MyService['reason'], state: RoutingState) => string {
  const say = useWords();
  const language = useLanguage();
  const { time } = useFormats();
  return (reason, state) => {
    if (reason === null) return say('myWork.able');
    const silent = silentOffer(reason, state);
    if (silent !== null) return say(`myWork.offering.${silent}`);
    return asSentence(reasonText(reason, language, { timeOf: time }));
  };
}

function ServiceNumbers({ service }: { readonly service: MyService }) {
  const styles = useStyles();
  const say = useWords();
  const now = useNow();
  const { waiting, longestWaitSince, colleaguesAble } = service;
  const parts = [
    say('myWork.waiting', { count: waiting }),
    ...(longestWaitSince === null
      ? []
      : [say('myWork.longestWait', { time: durationWords(now - Date.parse(longestWaitSince)) })]),
    say('myWork.colleagues', { count: colleaguesAble }),
  ];
  return <Text className={styles.numbers}>{parts.join(' · ')}</Text>;
}
