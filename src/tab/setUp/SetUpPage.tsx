import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import { SettingsRegular } from '@fluentui/react-icons';
import type { ServiceTile } from '@rufwerk/engine/api';
import { Answered } from '../appearance/Answered.tsx';
import { EmptyState } from '../appearance/EmptyState.tsx';
import { Panel } from '../appearance/Panel.tsx';
import { useWords } from '../language/language.ts';
import { Page } from '../shell/Page.tsx';
import { RouteLink } from '../shell/RouteLink.tsx';
import { useServices } from '../stream/queries.ts';
import { AdministratorsOnly } from './AdministratorsOnly.tsx';
import { readDraft } from './rule/drafts.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTopStyle: 'none' },
  },
  detail: { color: tokens.colorNeutralForeground2 },
  name: { display: 'inline-flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** What administrators set up: one entry for each service. */
export default function SetUpPage() {
  const say = useWords();
  return (
    <Page heading={say('setUp.heading')} intro={say('setUp.choose')}>
      <AdministratorsOnly>
        <Services />
      </AdministratorsOnly>
    </Page>
  );
}

function Services() {
  const say = useWords();
  const styles = useStyles();
  const services = useServices();
  return (
    <Panel heading={say('setUp.servicesHeading')}>
      <Answered query={services}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon={<SettingsRegular />}
              heading={say('setUp.empty')}
              mend={say('setUp.emptyMend')}
            />
          ) : (
            <ul className={styles.list}>
              {items.map((service) => (
                <ServiceItem key={service.id} service={service} />
              ))}
            </ul>
          )
        }
      </Answered>
    </Panel>
  );
}

function ServiceItem({ service }: { readonly service: ServiceTile }) {
  const styles = useStyles();
  const say = useWords();
  return (
    <li className={styles.item}>
      <span className={styles.name}>
        <RouteLink to={{ page: 'set-up-service', serviceId: service.id }}>
          {say('setUp.openRule', { service: service.name })}
        </RouteLink>
        {readDraft(service.id) !== null && (
          <Badge appearance="tint" color="warning">
            {say('setUp.draft')}
          </Badge>
        )}
      </span>
      <Text className={styles.detail}>{say('setUp.agents', { count: service.agents })}</Text>
    </li>
  );
}
