import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import type { ServiceTile } from '@rufwerk/engine/api';
import { useState } from 'react';
import { useWords } from '../../language/language.ts';
import { useConfiguration } from '../../stream/settingQueries.ts';
import { RefusalBar } from '../RefusalBar.tsx';
import { overflowsInto } from './removal.ts';
import { CallsOfRemoved, OverflowsHere } from './RemovalMeans.tsx';
import { useRemoval } from './useRemoval.ts';

type RemoveServiceProps = { readonly service: ServiceTile; readonly onRemoved: () => void };

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
});

/** Asks once, and tells before what becomes of the service's calls. */
export function RemoveService({ service, onRemoved }: RemoveServiceProps) {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog modalType="alert" open={isOpen} onOpenChange={(_, { open }) => setOpen(open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={say('edit.remove', { name: service.name })}
        />
      </DialogTrigger>
      <DialogSurface>
        <Question
          service={service}
          onRemoved={() => {
            setOpen(false);
            onRemoved();
          }}
        />
      </DialogSurface>
    </Dialog>
  );
}

/** There only while the dialog is open, so that each opening asks anew what there is. */
function Question({ service, onRemoved }: RemoveServiceProps) {
  const styles = useStyles();
  const say = useWords();
  const removal = useRemoval(onRemoved);
  const configuration = useConfiguration().data?.configuration;
  const { id, name } = service;
  const overflows = configuration === undefined ? [] : overflowsInto(configuration, id);
  const isPossible = configuration !== undefined && overflows.length === 0;
  return (
    <DialogBody>
      <DialogTitle>{say('removal.sure', { name })}</DialogTitle>
      <DialogContent className={styles.content}>
        {isPossible ? (
          <>
            <CallsOfRemoved key={`${service.waiting} ${service.connected}`} serviceId={id} />
            <RefusalBar trouble={removal.trouble} onDismiss={removal.dismiss} />
          </>
        ) : (
          <OverflowsHere name={name} fields={overflows} services={configuration?.services ?? []} />
        )}
      </DialogContent>
      <DialogActions>
        {/* First, for the focus: a key that is held down too long shall remove nothing. */}
        <DialogTrigger disableButtonEnhancement>
          <Button>{say('removal.keep')}</Button>
        </DialogTrigger>
        {isPossible && (
          <Button
            appearance="primary"
            disabledFocusable={removal.isBusy}
            onClick={() => removal.run(id)}
          >
            {say(removal.isBusy ? 'removal.removing' : 'removal.remove')}
          </Button>
        )}
      </DialogActions>
    </DialogBody>
  );
}
