import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { LinkRegular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import { useWords } from '../../language/language.ts';
import { useSession } from '../../session/SessionContext.ts';
import { decisionLink } from './deepLink.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
  told: { overflowWrap: 'anywhere' },
});

/** Puts the decision's address on the clipboard, to send it to others. */
export function CopyLink({ decisionId }: { readonly decisionId: string }) {
  const styles = useStyles();
  const say = useWords();
  const { teams } = useSession();
  const link = decisionLink(teams.teamsAppId, decisionId);
  const copying = useMutation({ mutationFn: () => navigator.clipboard.writeText(link) });
  return (
    <div className={styles.root}>
      <Text role="status" className={styles.told}>
        {copying.isSuccess && say('decision.copied')}
        {copying.isError && say('decision.notCopied', { link })}
      </Text>
      <Button icon={<LinkRegular />} onClick={() => copying.mutate()}>
        {say('decision.copyLink')}
      </Button>
    </div>
  );
}
