import { makeStyles, Spinner } from '@fluentui/react-components';
import { BotRegular, ChatWarningRegular } from '@fluentui/react-icons';
import { useEffect, useEffectEvent, useRef } from 'react';
import { Hint } from '../appearance/Hint.tsx';
import { useWords } from '../language/language.ts';
import { control } from '../world/control.ts';
import { useAct } from '../world/useAct.tsx';
import { useBotAct } from './useBotAct.ts';
import type { Live } from '../world/useLive.ts';
import type { Chat, Person } from '../world/wire.ts';
import { Composer } from './Composer.tsx';
import { Message } from './Message.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  log: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    margin: 0,
    padding: '16px',
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: '14px',
  },
  middle: { flexGrow: 1, display: 'grid', placeContent: 'center' },
});

type ChatViewProps = {
  readonly chat: Live<Chat | null>;
  readonly person: Person;
  readonly onLink: (url: string) => void;
};

/** The chosen person's chat with the bot. */
export function ChatView({ chat, person, onLink }: ChatViewProps) {
  const styles = useStyles();
  const say = useWords();

  if (chat.status === 'loading') {
    return (
      <div className={styles.middle}>
        <Spinner aria-label={say('chat.with')} />
      </div>
    );
  }
  if (chat.status === 'failed') {
    return (
      <div className={styles.middle}>
        <Hint heading={say('page.refused')} mend={chat.message} level={2} />
      </div>
    );
  }
  if (chat.value === null) {
    return (
      <div className={styles.middle}>
        <Hint
          level={2}
          icon={<ChatWarningRegular />}
          heading={say('chat.notInstalled', { person: person.displayName })}
          mend={say('chat.notInstalledMend')}
        />
      </div>
    );
  }
  return <OpenChat chat={chat.value} person={person} onLink={onLink} />;
}

type OpenChatProps = Omit<ChatViewProps, 'chat'> & { readonly chat: Chat };

function OpenChat({ chat, person, onLink }: OpenChatProps) {
  const styles = useStyles();
  const say = useWords();
  const act = useAct();
  const actAtBot = useBotAct();
  const log = useRef<HTMLOListElement>(null);
  const { opened, messages } = chat;

  const open = useEffectEvent(() => void act(control.openChat(person.upn)));
  useEffect(() => {
    if (!opened) open();
  }, [opened]);
  useEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [messages.length]);

  return (
    <div className={styles.root}>
      {messages.length === 0 ? (
        <div className={styles.middle}>
          <Hint
            level={2}
            icon={<BotRegular />}
            heading={say('chat.empty')}
            mend={say('chat.emptyMend')}
          />
        </div>
      ) : (
        <div role="log" aria-label={say('chat.messages')} style={{ display: 'contents' }}>
          <ol ref={log} className={styles.log}>
            {messages.map((message) => (
              <Message
                key={message.id}
                message={message}
                person={person}
                onLink={onLink}
                onAction={(action) =>
                  void actAtBot(control.pressAction(chat.id, person.upn, message.id, action))
                }
              />
            ))}
          </ol>
        </div>
      )}
      <Composer onSend={(text) => actAtBot(control.sendMessage(chat.id, person.upn, text))} />
    </div>
  );
}
