import { Avatar, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { BotSparkleRegular } from '@fluentui/react-icons';
import { useLocale, useWords } from '../language/language.ts';
import type { ChatMessage, Person } from '../world/wire.ts';
import { Card } from './Card.tsx';
import type { CardEvents } from './cardHost.ts';
import { markdownToHtml } from './markdown.ts';

type MessageProps = CardEvents & {
  readonly message: ChatMessage;
  readonly person: Person;
};

const useStyles = makeStyles({
  root: { display: 'flex', gap: '10px', maxWidth: '100%' },
  own: { flexDirection: 'row-reverse' },
  column: { display: 'grid', gap: '4px', minWidth: 0, maxWidth: 'min(560px, 92%)' },
  botColumn: { flexGrow: 1 },
  head: { display: 'flex', gap: '8px', alignItems: 'baseline', flexWrap: 'wrap' },
  ownHead: { justifyContent: 'flex-end' },
  time: { color: tokens.colorNeutralForeground3 },
  bubble: {
    padding: '8px 12px',
    borderRadius: '10px',
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
    border: `1px solid ${tokens.colorTransparentStroke}`,
    '& p, & ul': { margin: 0 },
    '& ul': { paddingInlineStart: '20px' },
  },
  ownBubble: { backgroundColor: tokens.colorBrandBackground2 },
  card: {
    borderRadius: '10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    overflow: 'hidden',
  },
});

/** One message of the chat with its cards, and when it was last updated. */
export function Message({ message, person, ...events }: MessageProps) {
  const styles = useStyles();
  const say = useWords();
  const locale = useLocale();
  const own = message.from !== 'bot';
  const first = message.updates[0] ?? message;
  const time = (at: string): string =>
    new Date(at).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
  return (
    <li className={mergeClasses(styles.root, own && styles.own)}>
      {own ? (
        <Avatar name={person.displayName} color="colorful" aria-hidden />
      ) : (
        <Avatar icon={<BotSparkleRegular />} color="brand" aria-hidden />
      )}
      <div className={mergeClasses(styles.column, !own && styles.botColumn)}>
        <div className={mergeClasses(styles.head, own && styles.ownHead)}>
          <Text size={200} weight="semibold">
            {own ? say('chat.you') : say('chat.bot')}
          </Text>
          <Text size={200} className={styles.time}>
            {time(first.at)}
          </Text>
          {message.updates.length > 1 && !message.deleted && (
            <Text size={200} className={styles.time}>
              {say('chat.updated', { time: time(message.at) })}
            </Text>
          )}
        </div>
        <Content message={message} own={own} {...events} />
      </div>
    </li>
  );
}

type ContentProps = Omit<MessageProps, 'person'> & { readonly own: boolean };

function Content({ message, own, ...events }: ContentProps) {
  const styles = useStyles();
  const say = useWords();
  if (message.deleted) return <Text italic>{say('chat.deleted')}</Text>;
  return (
    <>
      {message.text !== '' && (
        <div
          className={mergeClasses(styles.bubble, own && styles.ownBubble)}
          // The text is escaped before Markdown is read.
          dangerouslySetInnerHTML={{ __html: markdownToHtml(message.text) }}
        />
      )}
      {message.cards.map((card, index) => (
        <div key={index} className={styles.card}>
          <Card json={card} {...events} />
        </div>
      ))}
    </>
  );
}
