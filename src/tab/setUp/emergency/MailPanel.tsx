import { makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { builtInMail, builtInMailFor } from '@rufwerk/engine/api';
import { useState } from 'react';
import { Panel } from '../../appearance/Panel.tsx';
import { useLanguage, useNamedWords, useWords } from '../../language/language.ts';
import { knownPeople } from '../editing/known.ts';
import type { EmergencyContent } from '../editing/part.ts';
import { usePart } from '../editing/PartContext.ts';
import { entries, type Setting, withEntry, within, withoutEntry } from '../editing/setting.ts';
import { TextField } from '../fields/TextField.tsx';
import { OwnTemplate } from './OwnTemplate.tsx';
import { TemplateEditor } from './TemplateEditor.tsx';
import { TemplatePreview } from './TemplatePreview.tsx';

type Templates = EmergencyContent['mailTemplates'];
type TemplateLanguage = Templates[number]['language'];

const LANGUAGES = ['en', 'de'] as const satisfies readonly TemplateLanguage[];

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground2, maxWidth: '75ch' },
  sides: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 400px), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalXXL,
  },
  tabs: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalMNudge})` },
});

/** The mail that tells: from whom, and in which words (EMG-20, EMG-21). */
export function MailPanel({ form }: { readonly form: Setting<EmergencyContent> }) {
  const styles = useStyles();
  const say = useWords();
  const names = useNamedWords('choice.language');
  const [language, choose] = useState<TemplateLanguage>(useLanguage());
  return (
    <Panel heading={say('emergencySetUp.mailHeading')}>
      <Sender setting={within(form, 'mailFrom')} />
      <Text className={styles.hint}>{say('emergencySetUp.mailText')}</Text>
      <TabList
        className={styles.tabs}
        size="small"
        aria-label={say('emergencySetUp.mailLanguage')}
        selectedValue={language}
        onTabSelect={(_, { value }) => choose(LANGUAGES.find((each) => each === value) ?? language)}
      >
        {LANGUAGES.map((each) => (
          <Tab key={each} value={each}>
            {names(each) ?? each}
          </Tab>
        ))}
      </TabList>
      <Template key={language} setting={within(form, 'mailTemplates')} language={language} />
    </Panel>
  );
}

/** A shared mailbox; empty for that of whoever calls for help. */
function Sender({ setting }: { readonly setting: Setting<string | null> }) {
  const { whole } = usePart();
  const { field, value, set } = setting;
  const text: Setting<string> = {
    field,
    value: value ?? '',
    set: (typed) => set(typed.trim() === '' ? null : typed.trim()),
  };
  return <TextField setting={text} suggestions={knownPeople(whole)} />;
}

type TemplateProps = {
  readonly setting: Setting<Templates>;
  readonly language: TemplateLanguage;
};

/** The mail of one language: as it is built in, or in one's own words, with how it looks. */
function Template({ setting, language }: TemplateProps) {
  const styles = useStyles();
  const { value, set } = setting;
  const index = value.findIndex((each) => each.language === language);
  const own = entries(setting)[index];
  const start = { language, ...builtInMail[language] };
  const templateFor = (isDrill: boolean): Templates[number] =>
    own?.value ?? { language, ...builtInMailFor(language, { isDrill, isOutside: false }) };
  return (
    <>
      <OwnTemplate
        isOwn={own !== undefined}
        onSwitch={(isOwn) => set(isOwn ? withEntry(value, start) : withoutEntry(value, index))}
      />
      <div className={styles.sides}>
        {own !== undefined && <TemplateEditor template={own} />}
        <TemplatePreview templateFor={templateFor} />
      </div>
    </>
  );
}
