import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { ArrowExportRegular } from '@fluentui/react-icons';
import type { ServiceDetail } from '@rufwerk/engine/api';
import { useWords } from '../language/language.ts';
import { useServices } from '../stream/queries.ts';

type QueuedCall = ServiceDetail['queue'][number];

type MoveCallProps = {
  readonly call: QueuedCall;
  readonly serviceId: string;
  readonly onMove: (toServiceId: string) => void;
};

/** Sends a waiting call to another service that the reader supervises; its age goes with it. */
export function MoveCall({ call, serviceId, onMove }: MoveCallProps) {
  const say = useWords();
  const others = (useServices().data?.items ?? []).filter(({ id }) => id !== serviceId);
  const isWaiting = call.phase === 'waiting' || call.phase === 'call-back';
  if (!isWaiting || others.length === 0) return null;
  const caller = call.callerName || say('page.unknownCaller');
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<ArrowExportRegular />}
          aria-label={say('steer.moveCall', { caller })}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {others.map(({ id, name }) => (
            <MenuItem key={id} onClick={() => onMove(id)}>
              {say('steer.moveTo', { service: name })}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
