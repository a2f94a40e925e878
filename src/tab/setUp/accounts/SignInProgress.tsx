import {
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { SignInView } from '@rufwerk/engine/api';
import { Answered } from '../../appearance/Answered.tsx';
import { FactList } from '../../appearance/FactList.tsx';
import { useNow } from '../../clock/useNow.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.ts';
import { usePresenceSignIn } from '../../stream/accountQueries.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    userSelect: 'all',
  },
  spinner: { justifyContent: 'flex-start' },
});

/** What has become of a sign-in that was begun here. */
export function SignInProgress({ signInId }: { readonly signInId: string }) {
  const signIn = usePresenceSignIn(signInId);
  return (
    <div role="status">
      <Answered query={signIn}>{(told) => <Progress signIn={told} />}</Answered>
    </div>
  );
}

function Progress({ signIn }: { readonly signIn: SignInView }) {
  const say = useWords();
  switch (signIn.state) {
    case 'waiting':
      return <Waiting signIn={signIn} />;
    case 'signed-in':
      return (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>{say('account.signedIn')}</MessageBarBody>
        </MessageBar>
      );
    case 'refused':
      return (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{say('account.refused')}</MessageBarTitle> {signIn.problem?.rule}{' '}
            {signIn.problem?.mend}
          </MessageBarBody>
        </MessageBar>
      );
  }
}

/** Where to go, and the code to type there; by redirect the address is enough. */
function Waiting({ signIn: { address, userCode, expiresAt } }: { readonly signIn: SignInView }) {
  const styles = useStyles();
  const say = useWords();
  const now = useNow();
  const { nearTime } = useFormats();
  if (address === null) return null;
  const place = (
    <Link href={address} target="_blank" rel="noreferrer">
      {userCode === null ? say('account.openSignIn') : address}
    </Link>
  );
  const code = <span className={styles.code}>{userCode}</span>;
  const facts = [
    { term: say('account.goTo'), value: place },
    ...(userCode === null ? [] : [{ term: say('account.code'), value: code }]),
    ...(expiresAt === null
      ? []
      : [{ term: say('account.validUntil'), value: nearTime(Date.parse(expiresAt), now) }]),
  ];
  return (
    <div className={styles.root}>
      <Text>{say(userCode === null ? 'account.redirectText' : 'account.codeText')}</Text>
      <FactList facts={facts} />
      <Spinner className={styles.spinner} size="tiny" label={say('account.waiting')} />
    </div>
  );
}
