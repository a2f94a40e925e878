import { makeStyles, tokens } from '@fluentui/react-components';
import { Answered } from '../../appearance/Answered.tsx';
import { useWords } from '../../language/language.ts';
import type { TaggedRule } from '../../session/api.ts';
import { Page } from '../../shell/Page.tsx';
import { useRule } from '../../stream/queries.ts';
import { ActivitiesPanel } from './ActivitiesPanel.tsx';
import { AdministratorsOnly } from '../AdministratorsOnly.tsx';
import { ServiceNavigation } from '../service/ServiceNavigation.tsx';
import { AgePanel } from './AgePanel.tsx';
import { ConflictPanel } from './ConflictPanel.tsx';
import { MatrixPanel } from './MatrixPanel.tsx';
import { PreviewPanel } from './PreviewPanel.tsx';
import { SaveBar } from './SaveBar.tsx';
import { useRuleForm } from './useRuleForm.ts';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 460px), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingVerticalL,
  },
  column: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    minWidth: 0,
  },
});

/**
 * Whom a service rings, by presence: the rule as a matrix, and what it means for today's people.
 */
export default function RulePage({ serviceId }: { readonly serviceId: string }) {
  const say = useWords();
  const rule = useRule(serviceId);
  return (
    <Page
      heading={
        rule.data === undefined
          ? say('setUp.heading')
          : say('rule.heading', { service: rule.data.serviceName })
      }
      intro={say('rule.intro')}
      back={{ to: { page: 'set-up' }, name: say('page.setUp') }}
    >
      <AdministratorsOnly>
        <ServiceNavigation serviceId={serviceId} selected="rule" />
        <Answered query={rule}>{(current) => <RuleEditor current={current} />}</Answered>
      </AdministratorsOnly>
    </Page>
  );
}

function RuleEditor({ current }: { readonly current: TaggedRule }) {
  const styles = useStyles();
  const state = useRuleForm(current);
  const { form, change } = state;
  return (
    <>
      {state.theirs !== null && <ConflictPanel state={state} theirs={state.theirs} />}
      <div className={styles.columns}>
        <div className={styles.column}>
          <MatrixPanel form={form} onChange={change} />
          <ActivitiesPanel form={form} onChange={change} />
          <AgePanel form={form} onChange={change} trouble={state.trouble} />
        </div>
        <PreviewPanel serviceId={current.serviceId} rule={state.rule} isChanged={state.isDirty} />
      </div>
      <SaveBar state={state} />
    </>
  );
}
