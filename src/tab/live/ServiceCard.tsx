import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { WarningFilled } from '@fluentui/react-icons';
import type { ServiceTile } from '@rufwerk/engine/api';
import { useFormats } from '../language/formats.ts';
import { useLanguage, useWords } from '../language/language.ts';
import { RouteLink } from '../shell/RouteLink.tsx';
import { ServiceFigures } from './ServiceFigures.tsx';
import { degradedSentence, troubleSentence } from './trouble.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  troubled: { border: `1px solid ${tokens.colorPaletteDarkOrangeBorderActive}` },
  name: { margin: 0, fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold },
  link: { fontSize: 'inherit', fontWeight: 'inherit', overflowWrap: 'anywhere' },
  trouble: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  icon: {
    flexShrink: 0,
    fontSize: '20px',
    lineHeight: 1,
    color: tokens.colorPaletteDarkOrangeForeground1,
  },
});

/** A service at a glance; in trouble it says why. */
export function ServiceCard({ service }: { readonly service: ServiceTile }) {
  const styles = useStyles();
  const say = useWords();
  const { time } = useFormats();
  const troubles = [
    troubleSentence(service, say, useLanguage()),
    degradedSentence(service, say, time),
  ].filter((sentence) => sentence !== null);
  return (
    <li className={mergeClasses(styles.root, troubles.length > 0 && styles.troubled)}>
      <h3 className={styles.name}>
        <RouteLink to={{ page: 'live-service', serviceId: service.id }} className={styles.link}>
          {service.name}
        </RouteLink>
      </h3>
      <ServiceFigures service={service} />
      {troubles.map((trouble) => (
        <div key={trouble} className={styles.trouble}>
          <span className={styles.icon} aria-hidden>
            <WarningFilled />
          </span>
          <Text>{trouble}</Text>
        </div>
      ))}
    </li>
  );
}
