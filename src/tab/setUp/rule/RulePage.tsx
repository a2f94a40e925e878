import { makeStyles, tokens } from '@fluentui/react-components';
import { Answered } from '../../appearance/Answered.tsx';
import { Columns } from '../../appearance/Columns.tsx';
import { useWords } from '../../language/language.ts';
import type { TaggedRule } from '../../session/api.ts';
import { useRule } from '../../stream/queries.ts';
import { ActivitiesPanel } from './ActivitiesPanel.tsx';
import { SetUpPart } from '../SetUpPart.tsx';
import { ServiceNavigation } from '../service/ServiceNavigation.tsx';
import { AgePanel } from './AgePanel.tsx';
import { ConflictPanel } from './ConflictPanel.tsx';
import { MatrixPanel } from './MatrixPanel.tsx';
import { PreviewPanel } from './PreviewPanel.tsx';
import { SaveBar } from './SaveBar.tsx';
import { useRuleForm } from './useRuleForm.ts';

const useStyles = makeStyles({
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
    <SetUpPart
      heading={
        rule.data === undefined
          ? say('setUp.heading')
          : say('rule.heading', { service: rule.data.serviceName })
      }
      intro={say('rule.intro')}
    >
      <ServiceNavigation serviceId={serviceId} selected="rule" />
      <Answered query={rule}>{(current) => <RuleEditor current={current} />}</Answered>
    </SetUpPart>
  );
}

function RuleEditor({ current }: { readonly current: TaggedRule }) {
  const styles = useStyles();
  const state = useRuleForm(current);
  const { form, change } = state;
  return (
    <>
      {state.theirs !== null && <ConflictPanel state={state} theirs={state.theirs} />}
      <Columns>
        <div className={styles.column}>
          <MatrixPanel form={form} onChange={change} />
          <ActivitiesPanel form={form} onChange={change} />
          <AgePanel form={form} onChange={change} trouble={state.trouble} />
        </div>
        <PreviewPanel serviceId={current.serviceId} rule={state.rule} isChanged={state.isDirty} />
      </Columns>
      <SaveBar state={state} />
    </>
  );
}
