import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  PresenceBadge,
  tokens,
} from '@fluentui/react-components';
import { ArrowResetRegular, ChevronDownRegular } from '@fluentui/react-icons';
import { useWords } from '../language/language.ts';
import { control } from '../world/control.ts';
import { useAct } from '../world/useAct.tsx';
import type { Person } from '../world/wire.ts';
import {
  badgeOf,
  observedChoices,
  personalChoices,
  presenceInWords,
  type PresenceChoice,
} from './presence.ts';

const useStyles = makeStyles({
  trigger: {
    minWidth: 0,
    height: '20px',
    padding: '0 2px',
    marginInlineStart: '-2px',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** The person's presence in words, which opens the list of presences to set. */
export function PresenceSwitch({ person }: { readonly person: Person }) {
  const styles = useStyles();
  const say = useWords();
  const act = useAct();
  const inWords = presenceInWords(person.presence, say);
  const all = [...personalChoices, ...observedChoices];
  const choose = (id: string | undefined): void => {
    const chosen = all.find((choice) => choice.id === id);
    if (chosen !== undefined) void act(control.setPresence(person.upn, chosen.presence));
  };
  return (
    <Menu
      checkedValues={{ presence: [`${person.presence.availability}/${person.presence.activity}`] }}
      onCheckedValueChange={(_, { checkedItems }) => choose(checkedItems[0])}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          className={styles.trigger}
          appearance="transparent"
          size="small"
          icon={<ChevronDownRegular fontSize={12} />}
          iconPosition="after"
          aria-label={say('clients.presenceOf', { person: person.displayName, presence: inWords })}
        >
          {inWords}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <Choices heading={say('clients.setByPerson')} choices={personalChoices} />
          <MenuDivider />
          <Choices heading={say('clients.setByOthers')} choices={observedChoices} />
          <MenuDivider />
          <MenuItem
            icon={<ArrowResetRegular />}
            onClick={() => void act(control.resetPresence(person.upn))}
          >
            {say('clients.reset')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

type ChoicesProps = { readonly heading: string; readonly choices: readonly PresenceChoice[] };

function Choices({ heading, choices }: ChoicesProps) {
  const say = useWords();
  return (
    <MenuGroup>
      <MenuGroupHeader>{heading}</MenuGroupHeader>
      {choices.map(({ id, words, presence }) => (
        <MenuItemRadio
          key={id}
          name="presence"
          value={id}
          icon={<PresenceBadge {...badgeOf(presence)} aria-hidden />}
        >
          {say(words)}
        </MenuItemRadio>
      ))}
    </MenuGroup>
  );
}
