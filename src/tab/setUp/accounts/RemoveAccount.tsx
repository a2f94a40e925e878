import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useWords } from '../../language/language.ts';

type RemoveAccountProps = { readonly name: string; readonly onRemove: () => void };

/** Asks once, because the account would have to be signed in anew. */
export function RemoveAccount({ name, onRemove }: RemoveAccountProps) {
  const say = useWords();
  return (
    <Dialog modalType="alert">
      <DialogTrigger disableButtonEnhancement>
        <Button icon={<DeleteRegular />} aria-label={say('account.removeNamed', { name })}>
          {say('account.remove')}
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say('account.removeSure', { name })}</DialogTitle>
          <DialogContent>{say('account.removeMeans')}</DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button appearance="primary" onClick={onRemove}>
                {say('account.remove')}
              </Button>
            </DialogTrigger>
            <DialogTrigger disableButtonEnhancement>
              <Button>{say('account.keep')}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
