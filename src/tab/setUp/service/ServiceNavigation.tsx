import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useWords } from '../../language/language.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import { SERVICE_PARTS, type ServicePart } from '../../shell/routes.ts';

type ServiceNavigationProps = {
  readonly serviceId: string;
  /** `rule`: whom the service rings, by presence. */
  readonly selected: ServicePart | 'rule';
};

const useStyles = makeStyles({
  root: { flexWrap: 'wrap', marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalMNudge})` },
});

/** The pages of one service, in the order in which people think of them. */
export function ServiceNavigation({ serviceId, selected }: ServiceNavigationProps) {
  const styles = useStyles();
  const say = useWords();
  const { go } = useNavigation();
  const [general, hours, responsibility, ...others] = SERVICE_PARTS;
  return (
    <nav aria-label={say('part.pages')}>
      <TabList
        className={styles.root}
        size="small"
        selectedValue={selected}
        onTabSelect={(_, { value }) => {
          const part = SERVICE_PARTS.find((each) => each === value);
          if (part === undefined) go({ page: 'set-up-service', serviceId });
          else go({ page: 'set-up-service-part', serviceId, part });
        }}
      >
        {[general, hours, responsibility, 'rule' as const, ...others].map((each) => (
          <Tab key={each} value={each}>
            {say(`part.name.${each}`)}
          </Tab>
        ))}
      </TabList>
    </nav>
  );
}
