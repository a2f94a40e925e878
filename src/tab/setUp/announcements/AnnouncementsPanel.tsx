import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import type { Announcement } from '@rufwerk/engine/api';
import { Answered } from '../../appearance/Answered.tsx';
import { FactTable } from '../../appearance/FactTable.tsx';
import { Panel } from '../../appearance/Panel.tsx';
import type { Column } from '../../appearance/table.types.ts';
import { durationWords } from '../../clock/duration.ts';
import { useWords } from '../../language/language.ts';
import { useSession } from '../../session/SessionContext.ts';
import { type Command, useCommand } from '../../session/useCommand.ts';
import { keys } from '../../stream/keys.ts';
import { useAnnouncements, useConfiguration } from '../../stream/settingQueries.ts';
import { useFieldWords } from '../editing/useFieldWords.ts';
import { FileButton } from './FileButton.tsx';
import { RefusalBar } from '../RefusalBar.tsx';

/** Longer lists are cut: the services themselves show what they play. */
const USES_SHOWN = 4;

type Act = () => Promise<unknown>;

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  name: { display: 'inline-flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  sound: { display: 'flex', flexDirection: 'column' },
  player: { width: '220px', maxWidth: '100%', height: '32px' },
  uses: { display: 'flex', flexDirection: 'column' },
});

/** All announcements, where they are played, and what can be done with each. */
export function AnnouncementsPanel() {
  const say = useWords();
  const announcements = useAnnouncements();
  const command = useCommand<Act>(
    async (act) => {
      await act();
    },
    [keys.announcements],
  );
  const columns = useColumns(command);
  return (
    <Panel heading={say('announcement.listHeading')}>
      <RefusalBar trouble={command.trouble} onDismiss={command.dismiss} />
      <Answered query={announcements}>
        {(items) => (
          <FactTable
            label={say('announcement.listHeading')}
            columns={columns}
            rows={items}
            keyOf={({ name }) => name}
          />
        )}
      </Answered>
    </Panel>
  );
}

function useColumns(command: Command<Act>): Column<Announcement>[] {
  const styles = useStyles();
  const say = useWords();
  return [
    {
      key: 'name',
      heading: say('announcement.name'),
      isRowHeading: true,
      render: ({ name, source }) => (
        <span className={styles.name}>
          {name}
          <Badge appearance="tint" color={source === 'uploaded' ? 'brand' : 'informative'}>
            {say(`announcement.${source}`)}
          </Badge>
        </span>
      ),
    },
    {
      key: 'sound',
      heading: say('announcement.sound'),
      render: ({ name, path, durationSeconds }) => (
        <span className={styles.sound}>
          <Text font="numeric">{durationWords(durationSeconds * 1000)}</Text>
          <audio
            className={styles.player}
            controls
            preload="none"
            src={path}
            aria-label={say('announcement.listen', { name })}
          />
        </span>
      ),
    },
    {
      key: 'uses',
      heading: say('announcement.uses'),
      isWide: true,
      render: ({ usedBy }) => <Uses fields={usedBy} />,
    },
    {
      key: 'actions',
      heading: say('announcement.actions'),
      render: (announcement) => <Actions announcement={announcement} command={command} />,
    },
  ];
}

/** The settings that name it, by the names of their services. */
function Uses({ fields }: { readonly fields: readonly string[] }) {
  const styles = useStyles();
  const say = useWords();
  const fieldWords = useFieldWords();
  const services = useConfiguration().data?.configuration.services ?? [];
  if (fields.length === 0) return say('announcement.unused');
  return (
    <span className={styles.uses}>
      {fields.slice(0, USES_SHOWN).map((field) => {
        const [, index = '', name = field] = /^services\[(\d+)\]\.\w+\.(\w+)/.exec(field) ?? [];
        const service = services[Number(index)]?.name;
        return (
          <Text key={field} size={200}>
            {service === undefined ? fieldWords(name) : `${service}: ${fieldWords(name)}`}
          </Text>
        );
      })}
      {fields.length > USES_SHOWN && (
        <Text size={200}>{say('edit.more', { count: fields.length - USES_SHOWN })}</Text>
      )}
    </span>
  );
}

type ActionsProps = { readonly announcement: Announcement; readonly command: Command<Act> };

function Actions({ announcement: { name, source }, command }: ActionsProps) {
  const styles = useStyles();
  const say = useWords();
  const { api } = useSession();
  return (
    <div className={styles.actions}>
      <FileButton
        label={say('announcement.replace')}
        name={say('announcement.replaceNamed', { name })}
        onChoose={(file) => command.run(() => api.uploadAnnouncement(name, file))}
      />
      {source === 'uploaded' && (
        <Button
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={say('announcement.delete', { name })}
          disabledFocusable={command.isBusy}
          onClick={() => command.run(() => api.deleteAnnouncement(name))}
        />
      )}
    </div>
  );
}
