import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';

/**
 * What was done. It takes the focus, since the button that was pressed for it is gone; on a page
 * that is new the heading does.
 */
export function DoneBar({ text }: { readonly text: string }) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => bar.current?.focus(), []);
  return (
    <div ref={bar} role="status" tabIndex={-1}>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>{text}</MessageBarBody>
      </MessageBar>
    </div>
  );
}
