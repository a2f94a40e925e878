import { Button } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { Answered } from '../../appearance/Answered.tsx';
import { TroubleBar } from '../../appearance/TroubleBar.tsx';
import { useWords } from '../../language/language.ts';
import { Page } from '../../shell/Page.tsx';
import { RoleNotice } from '../../shell/RoleNotice.tsx';
import type { Route } from '../../shell/routes.ts';
import { useSession } from '../../session/SessionContext.ts';
import { useCommand } from '../../session/useCommand.ts';
import { keys } from '../../stream/keys.ts';
import { useMe } from '../../stream/queries.ts';
import { useReadiness } from '../../stream/settingQueries.ts';
import { Findings } from './Findings.tsx';

/** Everything outside of us that must be right: what a fault costs, why, and how to mend it. */
export default function ReadinessPage() {
  const say = useWords();
  const roles = useMe().data?.roles ?? [];
  const isAdministrator = roles.includes('administrator');
  // Supervisors come from Live, where they are told of faults.
  const back: { readonly to: Route; readonly name: string } = isAdministrator
    ? { to: { page: 'set-up' }, name: say('page.setUp') }
    : { to: { page: 'live' }, name: say('page.live') };
  return (
    <Page heading={say('readiness.heading')} intro={say('readiness.intro')} back={back}>
      {isAdministrator || roles.includes('supervisor') ? (
        <Readiness />
      ) : (
        <RoleNotice screen="readiness" />
      )}
    </Page>
  );
}

function Readiness() {
  const say = useWords();
  const { api } = useSession();
  const cache = useQueryClient();
  const readiness = useReadiness();
  const check = useCommand<null>(async () => {
    const found = await api.checkReadiness();
    cache.setQueryData(keys.readiness, found);
  }, []);
  return (
    <>
      <div>
        <Button
          appearance="primary"
          icon={<ArrowSyncRegular />}
          disabledFocusable={check.isBusy}
          onClick={() => check.run(null)}
        >
          {say(check.isBusy ? 'readiness.checking' : 'readiness.checkAgain')}
        </Button>
      </div>
      {check.trouble !== null && <TroubleBar trouble={check.trouble} onDismiss={check.dismiss} />}
      <Answered query={readiness}>{(found) => <Findings found={found} />}</Answered>
    </>
  );
}
