import { Panel } from '../appearance/Panel.tsx';
import { useWords } from '../language/language.ts';
import { Page } from '../shell/Page.tsx';
import { AdministratorsOnly } from './AdministratorsOnly.tsx';
import { hasDraft } from './editing/drafts.ts';
import { Services } from './services/Services.tsx';
import { SetUpItem, SetUpList } from './SetUpItem.tsx';

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

function ForAll() {
  const say = useWords();
  return (
    <Panel heading={say('setUp.forAllHeading')}>
      <SetUpList>
        <SetUpItem
          to={{ page: 'set-up-people' }}
          name={say('people.heading')}
          detail={say('setUp.people')}
          isDraft={hasDraft('people')}
        />
        <SetUpItem
          to={{ page: 'set-up-announcements' }}
          name={say('announcement.heading')}
          detail={say('setUp.announcements')}
          isDraft={false}
        />
        <SetUpItem
          to={{ page: 'set-up-organisation' }}
          name={say('organisation.heading')}
          detail={say('setUp.organisation')}
          isDraft={hasDraft('organisation')}
        />
        <SetUpItem
          to={{ page: 'set-up-emergency' }}
          name={say('emergencySetUp.heading')}
          detail={say('emergencySetUp.detail')}
          isDraft={hasDraft('emergency')}
        />
        <SetUpItem
          to={{ page: 'set-up-presence-accounts' }}
          name={say('account.heading')}
          detail={say('setUp.accounts')}
          isDraft={false}
        />
        <SetUpItem
          to={{ page: 'set-up-readiness' }}
          name={say('readiness.heading')}
          detail={say('setUp.readiness')}
          isDraft={false}
        />
      </SetUpList>
    </Panel>
  );
}
