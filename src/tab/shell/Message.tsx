import { makeStyles, Text, Title2, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

type MessageProps = {
  readonly icon: ReactNode;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly children?: ReactNode;
};

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  icon: { fontSize: '40px', lineHeight: 1, color: tokens.colorBrandForeground1 },
  heading: { margin: 0 },
  text: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
});

/** What stands on a screen that has only one thing to say. */
export function Message({ icon, heading, paragraphs, children }: MessageProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <Title2 as="h1" className={styles.heading}>
        {heading}
      </Title2>
      {paragraphs.map((text) => (
        <Text key={text} className={styles.text} size={400}>
          {text}
        </Text>
      ))}
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
