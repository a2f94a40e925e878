import { Badge, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { PeopleTeamRegular } from '@fluentui/react-icons';
import type { RulePreview } from '@rufwerk/engine/api';
import { type PresenceRule, reasonText } from '@rufwerk/engine/core';
import { Answered } from '../../appearance/Answered.tsx';
import { EmptyState } from '../../appearance/EmptyState.tsx';
import { FactTable } from '../../appearance/FactTable.tsx';
import { Panel } from '../../appearance/Panel.tsx';
import type { Column } from '../../appearance/table.types.ts';
import { useLanguage, useWords } from '../../language/language.ts';
import { asSentence } from '../../language/sentence.ts';
import { PresenceLine } from '../../presence/PresenceLine.tsx';
import { useRulePreview } from './useRulePreview.ts';

type Previewed = RulePreview['agents'][number];

type PreviewPanelProps = {
  readonly serviceId: string;
  /** Null while the form is not right: then the last preview stays. */
  readonly rule: PresenceRule | null;
  /** Whether the form differs from the rule in force. */
  readonly isChanged: boolean;
};

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground2 },
  standing: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
  },
  old: { opacity: 0.6 },
});

/** What the rule in the form would mean right now, agent by agent. */
export function PreviewPanel({ serviceId, rule, isChanged }: PreviewPanelProps) {
  const styles = useStyles();
  const say = useWords();
  const preview = useRulePreview(serviceId, rule);
  return (
    <Panel heading={say('rule.previewHeading')}>
      <Text className={styles.hint}>{say('rule.previewHint')}</Text>
      <Answered query={preview}>
        {({ agents }) => (
          <div className={mergeClasses(preview.isPlaceholderData && styles.old)}>
            <Preview agents={agents} receivedAt={preview.dataUpdatedAt} isChanged={isChanged} />
          </div>
        )}
      </Answered>
    </Panel>
  );
}

type PreviewProps = {
  readonly agents: readonly Previewed[];
  readonly receivedAt: number;
  readonly isChanged: boolean;
};

function Preview({ agents, receivedAt, isChanged }: PreviewProps) {
  const say = useWords();
  const columns = useColumns(receivedAt);
  if (agents.length === 0) {
    return (
      <EmptyState
        icon={<PeopleTeamRegular />}
        heading={say('rule.previewEmpty')}
        mend={say('rule.previewEmptyMend')}
      />
    );
  }
  const sum = {
    agents: agents.length,
    now: agents.filter(({ now }) => now === null).length,
    then: agents.filter(({ then }) => then === null).length,
  };
  return (
    <>
      <Text role="status" weight="semibold">
        {say(isChanged ? 'rule.previewSumChanged' : 'rule.previewSum', sum)}
      </Text>
      <FactTable
        label={say('rule.previewHeading')}
        columns={columns}
        rows={agents}
        keyOf={({ agent }) => agent.id}
      />
    </>
  );
}

function useColumns(receivedAt: number): Column<Previewed>[] {
  const say = useWords();
  return [
    {
      key: 'agent',
      heading: say('rule.agent'),
      isRowHeading: true,
      render: ({ agent }) => agent.name || say('page.unknownPerson'),
    },
    {
      key: 'presence',
      heading: say('rule.category'),
      render: ({ presence }) => <PresenceLine presence={presence} receivedAt={receivedAt} />,
    },
    {
      key: 'then',
      heading: say('rule.then'),
      isWide: true,
      render: (previewed) => <Standing previewed={previewed} />,
    },
  ];
}

/** What the rule does with one agent, and whether that is new. */
function Standing({ previewed }: { readonly previewed: Previewed }) {
  const styles = useStyles();
  const say = useWords();
  const language = useLanguage();
  const { now, then } = previewed;
  const isNew = (now === null) !== (then === null);
  return (
    <span className={styles.standing}>
      <Text>{then === null ? say('rule.offered') : asSentence(reasonText(then, language))}</Text>
      {isNew && (
        <Badge appearance="tint" color="brand">
          {say('rule.changed')}
        </Badge>
      )}
    </span>
  );
}
