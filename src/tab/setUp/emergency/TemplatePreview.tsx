import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  Switch,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { MailPreview } from '@rufwerk/engine/api';
import { useEffect, useState } from 'react';
import { Answered } from '../../appearance/Answered.tsx';
import { useWords } from '../../language/language.ts';
import type { MailDraft } from '../../session/emergencyApi.ts';
import { useMailPreview } from '../../stream/emergencyQueries.ts';

type Template = MailDraft['template'];

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  mail: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusLarge,
    overflowWrap: 'anywhere',
  },
  body: { whiteSpace: 'pre-wrap' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

/** Long enough that not every letter is asked about, short enough to feel live. */
const SETTLED_AFTER_MS = 300;

type TemplatePreviewProps = {
  /** The built-in mail of a drill has other words. */
  readonly templateFor: (isDrill: boolean) => Template;
};

/** The mail as people would get it, with example values, while it is being written. */
export function TemplatePreview({ templateFor }: TemplatePreviewProps) {
  const styles = useStyles();
  const say = useWords();
  const [isDrill, setDrill] = useState(false);
  const preview = useMailPreview({ template: useSettled(templateFor(isDrill)), isDrill });
  return (
    <section className={styles.root} aria-label={say('emergencySetUp.preview')}>
      <h3 className={styles.heading}>{say('emergencySetUp.preview')}</h3>
      <Switch
        label={say('emergencySetUp.previewDrill')}
        checked={isDrill}
        onChange={(_, { checked }) => setDrill(checked)}
      />
      <Answered query={preview}>{(mail) => <Mail mail={mail} />}</Answered>
    </section>
  );
}

function Mail({ mail: { subject, body, problems } }: { readonly mail: MailPreview }) {
  const styles = useStyles();
  return (
    <>
      {problems.map(({ field, rule, mend }) => (
        <MessageBar key={`${field} ${rule}`} intent="error" layout="multiline">
          <MessageBarBody>{`${rule} ${mend}`}</MessageBarBody>
        </MessageBar>
      ))}
      <div className={styles.mail}>
        <Text weight="semibold">{subject}</Text>
        <Text className={styles.body}>{body}</Text>
      </div>
    </>
  );
}

/** The template once nobody has typed for a moment. */
function useSettled({ language, subject, body }: Template): Template {
  const [settled, settle] = useState<Template>({ language, subject, body });
  useEffect(() => {
    const timer = setTimeout(() => settle({ language, subject, body }), SETTLED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [language, subject, body]);
  return settled;
}
