import { Field, makeStyles, Switch, Text, tokens } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons';
import { type Category, categoryText } from '@rufwerk/engine/core';
import { FactTable } from '../../appearance/FactTable.tsx';
import { Panel } from '../../appearance/Panel.tsx';
import type { Column } from '../../appearance/table.types.ts';
import { useLanguage, useWords } from '../../language/language.ts';
import { PresenceMark } from '../../presence/PresenceMark.tsx';
import type { RuleForm } from './ruleForm.ts';

/**
 * The five categories of a service's rule, and which of them an administrator may switch (NIM-22).
 */
const ROWS = [
  { category: 'available', availability: 'Available', choice: 'always' },
  { category: 'busy', availability: 'Busy', choice: 'busy' },
  { category: 'do-not-disturb', availability: 'DoNotDisturb', choice: 'never' },
  { category: 'away', availability: 'Away', choice: 'away' },
  { category: 'offline', availability: 'Offline', choice: 'never' },
] as const satisfies readonly {
  readonly category: Category;
  readonly availability: string;
  readonly choice: 'always' | 'never' | 'busy' | 'away';
}[];

type Row = (typeof ROWS)[number];

export type FormPartProps = {
  readonly form: RuleForm;
  readonly onChange: (part: Partial<RuleForm>) => void;
};

const useStyles = makeStyles({
  category: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  fixed: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
  },
  switch: {
    margin: `calc(-1 * ${tokens.spacingVerticalS}) 0 0 calc(-1 * ${tokens.spacingHorizontalS})`,
  },
  degradedSwitch: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  degraded: {
    paddingTop: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** Whom the service rings, by what Teams shows. */
export function MatrixPanel({ form, onChange }: FormPartProps) {
  const styles = useStyles();
  const say = useWords();
  const columns = useColumns({ form, onChange });
  return (
    <Panel heading={say('rule.matrixHeading')}>
      <FactTable
        label={say('rule.matrixHeading')}
        columns={columns}
        rows={ROWS}
        keyOf={({ category }) => category}
      />
      <Field
        className={styles.degraded}
        hint={form.busy ? say('rule.degradedHint') : say('rule.degradedOff')}
      >
        <Switch
          className={styles.degradedSwitch}
          label={say('rule.degraded')}
          checked={form.busy && form.busyWhileDegraded}
          disabled={!form.busy}
          onChange={(_, { checked }) => onChange({ busyWhileDegraded: checked })}
        />
      </Field>
    </Panel>
  );
}

function useColumns({ form, onChange }: FormPartProps): Column<Row>[] {
  const styles = useStyles();
  const say = useWords();
  const language = useLanguage();
  return [
    {
      key: 'category',
      heading: say('rule.category'),
      isRowHeading: true,
      render: ({ category, availability }) => (
        <span className={styles.category}>
          <PresenceMark availability={availability} />
          {categoryText(category, language)}
        </span>
      ),
    },
    {
      key: 'distributed',
      heading: say('rule.distributed'),
      render: ({ category, choice }) =>
        choice === 'always' || choice === 'never' ? (
          <span className={styles.fixed}>
            <LockClosedRegular aria-hidden />
            <Text>{say(`rule.${choice}`)}</Text>
          </span>
        ) : (
          <Switch
            className={styles.switch}
            aria-label={say('rule.ring', { category: categoryText(category, language) })}
            checked={form[choice]}
            onChange={(_, { checked }) => onChange({ [choice]: checked })}
          />
        ),
    },
    {
      key: 'why',
      heading: say('rule.why'),
      isWide: true,
      render: ({ category }) => say(`rule.${category}`),
    },
  ];
}
