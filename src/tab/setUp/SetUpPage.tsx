import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import { SettingsRegular } from '@fluentui/react-icons';
import type { ServiceTile } from '@rufwerk/engine/api';
import { Answered } from '../appearance/Answered.tsx';
import { EmptyState } from '../appearance/EmptyState.tsx';
import { Panel } from '../appearance/Panel.tsx';
import { useWords } from '../language/language.ts';
import { Page } from '../shell/Page.tsx';
import { RouteLink } from '../shell/RouteLink.tsx';
import type { Route } from '../shell/routes.ts';
import { useServices } from '../stream/queries.ts';
import { AdministratorsOnly } from './AdministratorsOnly.tsx';
import { hasDraft } from './editing/drafts.ts';
import { readDraft as readRuleDraft } from './rule/drafts.ts';

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

/** What administrators set up: each service, and what holds for all of them. */
export default function SetUpPage() {
  const say = useWords();
  return (
    <Page heading={say('setUp.heading')} intro={say('setUp.choose')}>
      <AdministratorsOnly>
        <Services />
        <ForAll />
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
  const say = useWords();
  return (
    <Item
      to={{ page: 'set-up-service', serviceId: service.id }}
      name={service.name}
      detail={say('setUp.agents', { count: service.agents })}
      isDraft={readRuleDraft(service.id) !== null || hasDraft(`service.${service.id}`)}
    />
  );
}

function ForAll() {
  const styles = useStyles();
  const say = useWords();
  return (
    <Panel heading={say('setUp.forAllHeading')}>
      <ul className={styles.list}>
        <Item
          to={{ page: 'set-up-people' }}
          name={say('people.heading')}
          detail={say('setUp.people')}
          isDraft={hasDraft('people')}
        />
        <Item
          to={{ page: 'set-up-announcements' }}
          name={say('announcement.heading')}
          detail={say('setUp.announcements')}
          isDraft={false}
        />
        <Item
          to={{ page: 'set-up-organisation' }}
          name={say('organisation.heading')}
          detail={say('setUp.organisation')}
          isDraft={hasDraft('organisation')}
        />
        <Item
          to={{ page: 'set-up-emergency' }}
          name={say('emergencySetUp.heading')}
          detail={say('emergencySetUp.detail')}
          isDraft={hasDraft('emergency')}
        />
        <Item
          to={{ page: 'set-up-presence-accounts' }}
          name={say('account.heading')}
          detail={say('setUp.accounts')}
          isDraft={false}
        />
        <Item
          to={{ page: 'set-up-readiness' }}
          name={say('readiness.heading')}
          detail={say('setUp.readiness')}
          isDraft={false}
        />
      </ul>
    </Panel>
  );
}

type ItemProps = {
  readonly to: Route;
  readonly name: string;
  readonly detail: string;
  /** Something was entered there and not saved. */
  readonly isDraft: boolean;
};

function Item({ to, name, detail, isDraft }: ItemProps) {
  const styles = useStyles();
  const say = useWords();
  return (
    <li className={styles.item}>
      <span className={styles.name}>
        <RouteLink to={to}>{name}</RouteLink>
        {isDraft && (
          <Badge appearance="tint" color="warning">
            {say('setUp.draft')}
          </Badge>
        )}
      </span>
      <Text className={styles.detail}>{detail}</Text>
    </li>
  );
}
